import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../support/folder.js';
import { runPresscite } from '../support/run-presscite.js';

/** What the contract promises, as far as these tests look at it. */
interface Json {
  readonly id: string;
  readonly kind: string;
  readonly file: string;
  readonly status: string;
  readonly text: string;
  readonly citations: readonly {
    readonly start: number;
    readonly end: number;
    readonly original: string;
    readonly quote: string;
    readonly highlight: readonly [number, number][];
  }[];
  readonly retrieved: readonly object[];
  readonly sentences: readonly {
    readonly start: number;
    readonly end: number;
    readonly text: string;
  }[];
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');
const parse = (line: string): Json => JSON.parse(line) as Json;

/** A knowledge folder and an index of its own for one test. */
async function makeCorpus(): Promise<string[]> {
  const knowledge = await makeFolder({
    'a.txt': '示范区发布成果\n示范区共签约63个项目,签约投资额为951.64亿元。落地率为76.19%。\n',
    'b.jsonl': '{"id":"b1","text":"武宿综保区进出口额达12亿元。"}\n{oops\n',
    'c.pdf': '%PDF',
  });
  return ['--knowledge', knowledge, '--index', path.join(knowledge, '.index')];
}

describe('presscite in the terminal', () => {
  it('answers with the original sentence under it', async () => {
    const folders = await makeCorpus();
    const { code, stdout, stderr } = await runPresscite([
      'ask',
      ...folders,
      '示范区签约投资额是多少？',
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^951\.64亿元 \[1\]\n\n\[1\] 示范区共签约63个项目,签约投资额为951\.64亿元。\n/,
    );
    expect(stdout).not.toContain('\u001b[');
    expect(stderr).toContain('c.pdf');
  });

  it('answers as JSON whose citations are slices of the file', async () => {
    const { code, stdout } = await runPresscite([
      'ask',
      '--json',
      ...(await makeCorpus()),
      '落地率是多少',
    ]);
    expect(code).toBe(0);
    const answer = parse(stdout);
    expect(answer).toMatchObject({
      id: null,
      question: '落地率是多少',
      kind: 'answered',
      mode: 'extractive',
    });
    const citation = answer.citations[0]!;
    const text = '示范区发布成果\n示范区共签约63个项目,签约投资额为951.64亿元。落地率为76.19%。\n';
    expect(text.slice(citation.start, citation.end)).toBe(citation.original);
    expect(citation).toMatchObject({
      n: 1,
      releaseId: 'a.txt#1',
      file: 'a.txt',
      sentence: 3,
      quote: '落地率为76.19%。',
    });
    const [from, to] = citation.highlight[0]!;
    expect(citation.quote.slice(from, to)).toBe('76.19%');
    expect(answer.retrieved[0]).toMatchObject({ releaseId: 'a.txt#1', sentence: 3 });
  });

  it('answers a batch in its order, and names the lines that are no questions before asking any', async () => {
    const folders = await makeCorpus();
    const good = await makeFolder({
      'q.jsonl':
        '{"id":"1","question":"落地率是多少"}\n\n{"id":2,"question":"火星上有水吗"}\n{"id":"3","question":" "}\n',
      'bad.jsonl': '{"id":"1","question":"落地率是多少"}\nnonsense\n{"id":"3"}\n',
    });
    const batch = await runPresscite(['ask', ...folders, '--batch', path.join(good, 'q.jsonl')]);
    expect(batch.code).toBe(0);
    expect(lines(batch.stdout).map((line) => [parse(line).id, parse(line).kind])).toEqual([
      ['1', 'answered'],
      ['2', 'unanswerable'],
      ['3', 'unanswerable'],
    ]);
    const bad = await runPresscite(['ask', ...folders, '--batch', path.join(good, 'bad.jsonl')]);
    expect(bad).toMatchObject({ code: 1, stdout: '' });
    expect(bad.stderr).toContain('line 2, 3');
  });

  it('reports every file of the knowledge folder, and nothing new the second time', async () => {
    const folders = await makeCorpus();
    const first = await runPresscite(['ingest', '--json', ...folders]);
    expect(first.code).toBe(0);
    const reports = lines(first.stdout)
      .map(parse)
      .filter(({ file }) => !file.startsWith('.index'));
    expect(reports).toMatchObject([
      { file: 'a.txt', status: 'ingested', reason: null, releases: ['a.txt#1'] },
      {
        file: 'b.jsonl',
        status: 'partial',
        reason: 'line 2: is not valid JSON; skipped',
        releases: ['b1'],
      },
      { file: 'c.pdf', status: 'rejected', releases: [] },
    ]);
    const second = await runPresscite(['ingest', '--json', ...folders]);
    expect(parse(lines(second.stdout).find((line) => line.includes('a.txt'))!).status).toBe(
      'unchanged',
    );
  });

  it('lists releases and shows one with its numbered sentences', async () => {
    const folders = await makeCorpus();
    const releases = await runPresscite(['releases', '--json', ...folders]);
    expect(lines(releases.stdout).map((line) => parse(line).id)).toEqual(['a.txt#1', 'b1']);
    const { stdout } = await runPresscite(['show', 'a.txt#1', '--json', ...folders]);
    const shown = parse(stdout);
    expect(shown).toMatchObject({ id: 'a.txt#1', title: '示范区发布成果', file: 'a.txt' });
    expect(shown.sentences.map(({ text }) => text).join('')).toBe(shown.text);
    for (const { start, end, text } of shown.sentences) {
      expect(shown.text.slice(start, end)).toBe(text);
    }
    expect(await runPresscite(['show', 'nothing', ...folders])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('there is no release nothing'),
    });
  });

  it('answers one question a line of standard input when nobody sits at the terminal', async () => {
    const { code, stdout, stderr } = await runPresscite(
      await makeCorpus(),
      '落地率是多少\n\n签约了多少个项目\n',
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/76\.19% \[1\][\s\S]+63个 \[1\]/);
    expect(lines(stderr).filter((line) => line.includes('BOT_TOKEN'))).toHaveLength(1);
  });

  it('tells wrong usage from failure', async () => {
    for (const args of [
      ['ask'],
      ['ask', '--nonsense'],
      ['nonsense'],
      ['ask', 'x', '--batch', 'y'],
      ['eval'],
    ]) {
      const { code, stderr } = await runPresscite(args);
      expect([args.join(' '), code]).toEqual([args.join(' '), 2]);
      expect(stderr).toContain('presscite --help');
    }
    expect((await runPresscite(['nonsense'])).stderr).toContain("unknown command 'nonsense'");
    const failed = await runPresscite(['ask', 'x', '--knowledge', '/nowhere/at/all']);
    expect(failed.code).toBe(1);
    expect(failed.stderr).toMatch(/cannot read the knowledge folder \/nowhere\/at\/all/);
    expect(failed.stderr).not.toContain('    at ');
  }, 60_000);

  it('says what to do when the index cannot be written', async () => {
    const folders = await makeCorpus();
    const [, knowledge] = folders as [string, string];
    const occupied = path.join(knowledge, 'a.txt');
    const failed = await runPresscite(['ask', 'x', '--knowledge', knowledge, '--index', occupied]);
    expect(failed.code).toBe(1);
    expect(failed.stderr).toMatch(/cannot write the index to .+--index/);
    expect(failed.stderr).not.toContain('    at ');
  });

  it('keeps up a conversation until a new one begins', async () => {
    const folders = await makeCorpus();
    const asked = ['示范区签约投资额是多少？', '谢谢', '落地率呢', '/new', '那落地率呢'];
    const { code, stdout } = await runPresscite(['chat', ...folders], asked.join('\n'));
    expect(code).toBe(0);
    const said = lines(stdout).filter((line) => !/^(?:\[\d\]| {4})/u.test(line));
    expect(said.slice(0, 4)).toEqual([
      '951.64亿元 [1]',
      expect.stringMatching(/^不客气/u),
      '→ 示范区落地率是多少？',
      '76.19% [1]',
    ]);
    expect(said.slice(4).join()).not.toContain('→');
  });

  it('helps', async () => {
    const { code, stdout } = await runPresscite(['--help']);
    expect(code).toBe(0);
    for (const word of ['ingest', 'ask', 'chat', 'eval', 'doctor', '--knowledge', '--index']) {
      expect(stdout).toContain(word);
    }
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    expect((await runPresscite(['--version'])).stdout.trim()).toBe(version);
  });

  it('examines itself', async () => {
    const { code, stdout } = await runPresscite(['doctor', ...(await makeCorpus())]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/presscite-static@/);
    expect(stdout).toMatch(/no BOT_TOKEN/);
    expect(stdout).toContain('c.pdf');
  });
});
