import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readKnowledge } from '../../src/adapters/knowledge-folder.js';
import { fingerprintOf } from '../../src/adapters/release-fingerprint.js';
import { openSavedIndex, saveIndex } from '../../src/adapters/saved-index.js';
import { embedMissing } from '../../src/app/embed-missing.js';
import { ingestReleases, type FileReport } from '../../src/app/ingest-releases.js';
import { fold } from '../../src/core/text/fold.js';
import { retrieve } from '../../src/core/search/retrieve.js';
import type { SearchIndex } from '../../src/core/search/search-index.js';
import { FakeEmbedder } from '../support/fake-embedder.js';
import { makeFolder } from '../support/folder.js';
import { tables } from '../support/tables.js';

let knowledge: string;
let folder: string;
let warnings: string[];
let embedder: FakeEmbedder;

beforeEach(async () => {
  warnings = [];
  embedder = new FakeEmbedder();
  knowledge = await makeFolder({ 'a.txt': '示范区签约投资额为951.64亿元。', 'b.txt': '武宿综保区进出口额大幅增长。' });
  folder = path.join(await makeFolder(), 'index');
});

/** What a new start of the program does. */
async function ingest(untilMs?: number): Promise<{ index: SearchIndex; reports: FileReport[] }> {
  const options = {
    folder,
    fingerprint: embedder.id,
    dimensions: embedder.dimensions,
    warn: (line: string) => warnings.push(line),
  };
  const save = (changed: SearchIndex) => saveIndex(changed, options);
  const index = await openSavedIndex(options);
  const reports = await ingestReleases(index, {
    readKnowledge: () => readKnowledge(knowledge, tables),
    fingerprintOf,
    tables,
    save,
  });
  await embedMissing(index, { embedder, save, now: () => 0 }, untilMs);
  return { index, reports };
}

/** The ids of the releases for a question, best first. */
async function find(index: SearchIndex, question: string): Promise<string[]> {
  const { text } = fold(question, tables);
  const found = retrieve(index, text, await embedder.embedQuery(text));
  return found.map(({ prepared }) => prepared.release.id);
}

const write = (file: string, text: string): Promise<void> => writeFile(path.join(knowledge, file), text);
const statuses = (reports: FileReport[]): string[] => reports.map(({ file, status }) => `${file} ${status}`);

describe('ingestReleases', () => {
  it('embeds nothing when nothing changed', async () => {
    const first = await ingest();
    expect(statuses(first.reports)).toEqual(['a.txt ingested', 'b.txt ingested']);
    embedder = new FakeEmbedder();
    const second = await ingest();
    expect(statuses(second.reports)).toEqual(['a.txt unchanged', 'b.txt unchanged']);
    expect(embedder.embedded).toEqual([]);
    expect(warnings).toEqual([]);
    for (const question of ['签约投资额', '進出口額']) {
      expect(await find(second.index, question)).toEqual(await find(first.index, question));
    }
  });

  it('touches only what a changed, added or removed file holds', async () => {
    await ingest();
    embedder = new FakeEmbedder();
    await write('a.txt', '示范区签约投资额为1000亿元。');
    await write('c.jsonl', '{"id":"c","text":"累计培育市场主体5.9万户。"}\n');
    await rm(path.join(knowledge, 'b.txt'));
    const { index, reports } = await ingest();
    expect(statuses(reports)).toEqual(['a.txt ingested', 'c.jsonl ingested', 'b.txt removed']);
    expect(reports.at(-1)!.releases).toEqual(['b.txt#1']);
    expect(embedder.embedded).toEqual([
      expect.stringContaining('示范区签约投资额为1000亿元。'),
      expect.stringContaining('累计培育市场主体5.9万户。'),
    ]);
    expect(await find(index, '市场主体')).toContain('c');
    expect(await find(index, '进出口额')).not.toContain('b.txt#1');

    const again = await ingest();
    expect(statuses(again.reports)).toEqual(['a.txt unchanged', 'c.jsonl unchanged']);
    expect(await find(again.index, '市场主体有多少')).toEqual(await find(index, '市场主体有多少'));
  });

  it('goes on after a restart with what was not embedded yet', async () => {
    const { index } = await ingest(0);
    expect([index.unembedded.length, embedder.embedded.length]).toEqual([2, 0]);
    expect(statuses((await ingest()).reports)).toEqual(['a.txt unchanged', 'b.txt unchanged']);
    expect(embedder.embedded).toHaveLength(2);
    expect((await ingest()).index.vectors.size).toBe(2);
    expect(embedder.embedded).toHaveLength(2);
  });

  it('reports a file that cannot be read, each time', async () => {
    await write('bad.pdf', '%PDF');
    const expected = ['a.txt ingested', 'b.txt ingested', 'bad.pdf rejected'];
    expect(statuses((await ingest()).reports)).toEqual(expected);
    expect(statuses((await ingest()).reports).at(-1)).toBe('bad.pdf rejected');
  });

  it('works on an index in memory as on a saved one, where what is new is found by its words at once', async () => {
    const { index } = await ingest();
    await write('c.txt', '累计培育市场主体5.9万户。');
    await rm(path.join(knowledge, 'a.txt'));
    await ingestReleases(index, {
      readKnowledge: () => readKnowledge(knowledge, tables),
      fingerprintOf,
      tables,
      save: () => Promise.resolve(),
    });
    expect(index.size).toBe(2);
    expect(index.unembedded).toHaveLength(1);
    expect((await find(index, '培育市场主体多少户'))[0]).toBe('c.txt#1');
    expect(await find(index, '签约投资额')).toEqual(['b.txt#1']);
  });

  it('never searches an index that another model made', async () => {
    await ingest();
    embedder = new FakeEmbedder('another');
    const { reports } = await ingest();
    expect(statuses(reports)).toEqual(['a.txt ingested', 'b.txt ingested']);
    expect(embedder.embedded).toHaveLength(2);
    expect(warnings).toEqual([expect.stringMatching(/another model or version; building it anew$/)]);
  });

  it.each([
    ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['foreign', () => Buffer.from('this is not an index, though it is long enough to hold a hash')],
    ['altered', (bytes: Buffer) => Buffer.from(bytes.map((byte, i) => (i === 99 ? byte ^ 1 : byte)))],
  ])('builds a damaged index anew and says so: %s', async (_, damage) => {
    await ingest();
    const file = path.join(folder, 'index.bin');
    await writeFile(file, damage(await readFile(file)));
    const { index, reports } = await ingest();
    expect(statuses(reports)).toEqual(['a.txt ingested', 'b.txt ingested']);
    expect(warnings).toEqual([expect.stringMatching(/damaged; building it anew$/)]);
    expect((await find(index, '签约投资额'))[0]).toBe('a.txt#1');
  });

  it('builds a damaged graph anew without embedding', async () => {
    const { index } = await ingest();
    if (index.vectors.kind !== 'hnsw') return;
    const graph = (await readdir(folder)).find((file) => file.endsWith('.hnsw'))!;
    await writeFile(path.join(folder, graph), 'garbage');
    embedder = new FakeEmbedder();
    const again = await ingest();
    expect(embedder.embedded).toEqual([]);
    expect(warnings).toEqual([expect.stringMatching(/graph .+ damaged/)]);
    expect(again.index.vectors.size).toBe(2);
  });

  it('leaves no temporary or stale file behind', async () => {
    await ingest();
    await write('a.txt', '改了。');
    await ingest();
    const files = await readdir(folder);
    expect(files.filter((file) => file.endsWith('.hnsw')).length).toBeLessThanOrEqual(1);
    expect(files.filter((file) => file.endsWith('.tmp'))).toEqual([]);
  });
});
