import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../src/adapters/knowledge-folder.js';
import { AppError } from '../../src/core/app-error.js';
import { makeFolder } from '../support/folder.js';
import { tables } from '../support/tables.js';

const read = async (files: Record<string, string | Uint8Array>) => readKnowledge(await makeFolder(files), tables);

describe('readKnowledge', () => {
  it('reads the releases of all formats and reports every file, in order', async () => {
    const files = await read({
      'b.md': '---\ntitle: 标题\npublishedOn: 2024-12-27\nsource: 某报\nurl: https://example.org/a\n---\n正文一句。\n',
      'a.txt': '新华社北京12月27日电 今天开会。\n',
      'sub/c.jsonl': '{"id":"x1","title":"T","text":"正文。","publishedOn":"2024-01-05","source":"S"}\n',
    });
    expect(files.map(({ file, status, reason }) => [file, status, reason])).toEqual([
      ['a.txt', 'read', null],
      ['b.md', 'read', null],
      ['sub/c.jsonl', 'read', null],
    ]);
    expect(files[0]!.releases).toMatchObject([
      { id: 'a.txt#1', source: '新华社', printedDate: '12月27日', publishedOn: null, offset: 0 },
    ]);
    expect(files[1]!.releases).toMatchObject([
      {
        id: 'b.md#1',
        title: '标题',
        publishedOn: '2024-12-27',
        source: '某报',
        url: 'https://example.org/a',
        body: '正文一句。',
      },
    ]);
    expect(files[2]!.releases).toMatchObject([
      { id: 'x1', title: 'T', publishedOn: '2024-01-05', source: 'S', body: '正文。', offset: 0 },
    ]);
  });

  it('keeps offsets right behind front matter and a byte order mark', async () => {
    const texts = {
      'a.md': '---\r\ntitle: T\r\n---\r\n\r\n第一句。第二句。',
      'b.txt': '\ufeff第一句。',
      'c.md': '第一句。\n\n---\n\n不是元数据。',
      'd.md': '第一句。\n\n---\ntitle: [\n---\n\n不是元数据。',
    };
    for (const { file, reason, releases } of await read(texts)) {
      expect(reason).toBeNull();
      for (const { body, offset } of releases) {
        expect(body).toMatch(/^第一句。/);
        expect(texts[file as keyof typeof texts].slice(offset, offset + body.length)).toBe(body);
      }
    }
  });

  it('takes what a sidecar adds', async () => {
    const files = await read({ 'a.txt': '正文。', 'a.txt.yaml': 'publishedOn: 2024-12-27\n' });
    expect(files.map(({ file, status }) => [file, status])).toEqual([
      ['a.txt', 'read'],
      ['a.txt.yaml', 'read'],
    ]);
    expect(files[0]!.releases[0]!.publishedOn).toBe('2024-12-27');
  });

  it('rejects what it cannot read, with a reason, and goes on', async () => {
    const files = await read({
      '.hidden': 'x',
      'a.pdf': '%PDF',
      'b.txt': Uint8Array.of(0xc4, 0xe3, 0xba, 0xc3),
      'c.txt': ' \n',
      'd.jsonl': '',
      'e.txt': '正文。',
    });
    const byFile = new Map(files.map(({ file, status, reason }) => [file, `${status}: ${reason}`]));
    expect(byFile.get('.hidden')).toBe('rejected: hidden files are not read');
    expect(byFile.get('a.pdf')).toMatch(/^rejected: \.pdf is not supported: use \.txt/);
    expect(byFile.get('b.txt')).toMatch(/^rejected: is not UTF-8/);
    expect(byFile.get('c.txt')).toBe('rejected: holds no text');
    expect(byFile.get('d.jsonl')).toBe('rejected: holds no release');
    expect(byFile.get('e.txt')).toBe('read: null');
  });

  it('loses only the lines of a .jsonl file that are wrong', async () => {
    const [file] = await read({
      'a.jsonl': [
        '{"id":"a","text":"甲。"}',
        '{not json',
        '{"id":"b"}',
        '{"id":"c","text":"  "}',
        '{"id":"a","text":"again"}',
        '{"id":7,"text":"庚。","publishedOn":"soon"}',
        '',
      ].join('\n'),
    });
    expect(file!.status).toBe('partial');
    expect(file!.releases.map(({ id }) => id)).toEqual(['a', '7']);
    expect(file!.reason).toMatch(/^line 2: is not valid JSON; skipped · line 3: text .+ · and 2 more$/);
  });

  it('keeps the text when only its metadata is wrong', async () => {
    const [dated, broken] = await read({
      'a.md': '---\ntitle: T\npublishedOn: 27.12.2024\n---\n正文。',
      'b.md': '---\ntitle: [\n---\n正文。',
    });
    expect(dated).toMatchObject({ status: 'partial', releases: [{ title: 'T', publishedOn: null }] });
    expect(dated!.reason).toMatch(/publishedOn: must be a date such as 2024-12-27; ignored/);
    expect(broken).toMatchObject({ status: 'partial', releases: [{ body: '正文。' }] });
    expect(broken!.reason).toMatch(/not valid YAML/);
  });

  it('does not let one file take the id of another', async () => {
    const [first, second] = await read({
      'a.jsonl': '{"id":"x","text":"甲。"}',
      'b.jsonl': '{"id":"x","text":"乙。"}',
    });
    expect(first!.releases).toHaveLength(1);
    expect(second).toMatchObject({ status: 'rejected', reason: 'id x is already used in a.jsonl; skipped' });
  });

  it('says what to do when there is no folder', async () => {
    const reading = readKnowledge('/nowhere/at/all', tables);
    await expect(reading).rejects.toThrow(AppError);
    await expect(reading).rejects.toThrow(/--knowledge/);
  });
});
