/** The program itself, with the models that come with it; what they answer is measured elsewhere. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeFolder } from '../support/folder.js';
import { OpenAiServer } from '../support/openai-server.js';
import { runPresscite } from '../support/run-presscite.js';

interface Slice {
  readonly start: number;
  readonly end: number;
}

/** What the contract promises, as far as these tests look at it. */
interface Json extends Readonly<Record<'id' | 'kind' | 'file' | 'status' | 'text', string>> {
  readonly citations: readonly (Slice & { readonly original: string; readonly file: string })[];
  readonly sentences: readonly (Slice & { readonly text: string })[];
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');
const parse = (line: string): Json => JSON.parse(line) as Json;

const fileA = '示范区发布成果\n示范区共签约63个项目,签约投资额为951.64亿元。落地率为76.19%。\n';
const question = '示范区签约投资额是多少？';

/** A knowledge folder and an index of its own for one test. */
async function makeCorpus(): Promise<string[]> {
  const knowledge = await makeFolder({
    'a.txt': fileA,
    'b.jsonl': '{"id":"b1","text":"武宿综保区进出口额达12亿元。"}\n{oops\n',
    'c.pdf': '%PDF',
  });
  return ['--knowledge', knowledge, '--index', path.join(knowledge, '.index')];
}

describe('presscite in the terminal', () => {
  it('prints an answer to stdout without colours, and problems to stderr', async () => {
    const { code, stdout, stderr } = await runPresscite(['ask', ...(await makeCorpus()), question]);
    expect(code).toBe(0);
    expect(lines(stdout)).not.toEqual([]);
    expect(stdout).not.toContain('\u001b[');
    expect(stderr).toContain('c.pdf');
  });

  it('answers a batch in its order with slices of the files, whatever its lines are', async () => {
    const folders = await makeCorpus();
    const batch = `{"id":"1","question":"${question}"}\n\nnonsense\n{"id":2,"question":" "}\n`;
    const { code, stdout } = await runPresscite(['ask', ...folders, '--batch', '-'], batch);
    expect(code).toBe(0);
    const answers = lines(stdout).map(parse);
    expect(answers).toMatchObject([
      { id: '1', question, mode: 'extractive' },
      { id: null, error: expect.stringContaining('line 3') },
      { id: 2, kind: 'unanswerable', citations: [] },
    ]);
    expect(['answered', 'likely', 'unanswerable']).toContain(answers[0]!.kind);
    for (const { file, start, end, original } of answers[0]!.citations)
      if (file === 'a.txt') expect(fileA.slice(start, end)).toBe(original);
    const failed = await runPresscite(['ask', ...folders, '--batch', '/nowhere.jsonl']);
    expect(failed).toMatchObject({ code: 1, stdout: '' });
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
      { file: 'b.jsonl', status: 'partial', reason: 'line 2: is not valid JSON; skipped', releases: ['b1'] },
      { file: 'c.pdf', status: 'rejected', releases: [] },
    ]);
    const second = await runPresscite(['ingest', '--json', ...folders]);
    const again = lines(second.stdout).map(parse);
    expect(again.find(({ file }) => file === 'a.txt')!.status).toBe('unchanged');
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

  it('checks a quote from standard input, and does its work whatever the verdict', async () => {
    const checked = await runPresscite(['check', '-', ...(await makeCorpus())], '今天天气很好。\n');
    expect(checked).toMatchObject({ code: 0, stdout: '✗ 这些新闻稿里没有这段话\n' });
  });

  it('judges a batch of claims', async () => {
    const folder = await makeFolder({
      'claims.jsonl': '{"id":1,"claim":"共63个","sentences":["共64个。"]}\nnonsense\n',
    });
    const file = path.join(folder, 'claims.jsonl');
    const { code, stdout } = await runPresscite(['verify-claim', '--json', '--batch', file]);
    expect(code).toBe(0);
    expect(lines(stdout).map(parse)).toMatchObject([{ id: 1 }, { id: null, supported: false }]);
  });

  it('measures the answers to a file of questions', async () => {
    const folders = await makeCorpus();
    const file = path.join(folders[1]!, 'b.jsonl');
    const set = await makeFolder({
      'q.jsonl': JSON.stringify({ question, answers: ['951.64亿元'], doc_ids: ['a.txt#1'] }),
    });
    const asked = await runPresscite(['eval', path.join(set, 'q.jsonl'), '--json', ...folders]);
    expect(asked.code).toBe(0);
    expect(JSON.parse(asked.stdout)).toMatchObject({ all: { questions: 1, retrieved: 1 } });
    const failed = await runPresscite(['eval', file, ...folders]);
    expect(failed).toMatchObject({ code: 1, stderr: expect.stringContaining('is not a record') });
  });

  it('holds a conversation over the lines of standard input, until a new one begins', async () => {
    const asked = [question, '谢谢', '落地率呢', '/new', '谢谢'];
    const { code, stdout, stderr } = await runPresscite(await makeCorpus(), asked.join('\n'));
    expect(code).toBe(0);
    expect(stdout.match(/^→.*/gmu)).toEqual(['→ 示范区落地率是多少？']);
    expect(stdout.match(/^不客气.*/gmu)).toHaveLength(2);
    expect(lines(stderr).filter((line) => line.includes('BOT_TOKEN'))).toHaveLength(1);
  });

  it('works without its language model, and says what to do, but never the key', async () => {
    const server = await OpenAiServer.start();
    onTestFinished(() => server.close());
    const key = 'sk-secret-0123456789';
    server.script({ status: 401, body: { error: { message: `bad key ${key}` } } });
    const { code, stdout, stderr } = await runPresscite(['ask', question, '--json', ...(await makeCorpus())], '', {
      OPENAI_BASE_URL: server.baseUrl,
      OPENAI_API_KEY: key,
    });
    expect(code).toBe(0);
    expect(server.calls[0]!.authorization).toBe(`Bearer ${key}`);
    expect(JSON.parse(stdout)).toMatchObject({ mode: 'extractive', note: '语言模型暂时不可用，以下是原文摘录。' });
    expect(stderr).toMatch(/"kind":"badKey".*put a valid key into OPENAI_API_KEY/);
    expect(stdout + stderr).not.toContain(key);
  });

  it('tells wrong usage from failure', async () => {
    for (const args of [['ask'], ['ask', '--nonsense'], ['ask', 'x', '--batch', 'y'], ['eval']]) {
      const { code, stderr } = await runPresscite(args);
      expect([args.join(' '), code]).toEqual([args.join(' '), 2]);
      expect(stderr).toContain('presscite --help');
    }
    expect(await runPresscite(['nonsense'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("unknown command 'nonsense'"),
    });
    const failed = await runPresscite(['ask', 'x', '--knowledge', '/nowhere/at/all']);
    expect(failed.code).toBe(1);
    expect(failed.stderr).toMatch(/cannot read the knowledge folder \/nowhere\/at\/all/);
    expect(failed.stderr).not.toContain('    at ');
  });

  it('says what to do when the index cannot be written', async () => {
    const folders = await makeCorpus();
    const [, knowledge] = folders as [string, string];
    const occupied = path.join(knowledge, 'a.txt');
    const failed = await runPresscite(['ask', 'x', '--knowledge', knowledge, '--index', occupied]);
    expect(failed.code).toBe(1);
    expect(failed.stderr).toMatch(/cannot write the index to .+--index/);
    expect(failed.stderr).not.toContain('    at ');
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
});
