import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadTransformersEmbedder } from '../../src/adapters/transformers-embedder.js';
import { AppError } from '../../src/core/app-error.js';
import type { Embedder } from '../../src/core/search/embedder.js';
import { fold } from '../../src/core/text/fold.js';
import { dot } from '../../src/core/search/vector-index.js';
import { FakeEmbedder } from '../support/fake-embedder.js';
import { makeFolder } from '../support/folder.js';
import { tables } from '../support/tables.js';
import { anyText } from '../support/texts.js';

const model = 'models/presscite-static';

const embedders: [string, () => Promise<Embedder>][] = [
  ['fake', async () => new FakeEmbedder()],
  ['built-in', () => loadTransformersEmbedder({ model, cacheFolder: 'unused' })],
];

describe.each(embedders)('the contract of an embedder: %s', (_, create) => {
  let embedder: Embedder;
  beforeAll(async () => {
    embedder = await create();
  });

  it('gives finite embeddings of norm 1 for any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 5 }), async (texts) => {
        const folded = texts.map((text) => fold(text, tables).text);
        const embeddings = await embedder.embedPassages(folded);
        expect(embeddings).toHaveLength(texts.length);
        for (const embedding of [...embeddings, await embedder.embedQuery(folded[0]!)]) {
          expect(embedding).toHaveLength(embedder.dimensions);
          expect(embedding.every(Number.isFinite)).toBe(true);
          expect(dot(embedding, embedding)).toBeCloseTo(1, 4);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('gives the same embedding alone as in a batch, and reports progress', async () => {
    const texts = Array.from({ length: 70 }, (__, i) => `第${i}场发布会公布投资${i}亿元`);
    const done: number[] = [];
    const batch = await embedder.embedPassages(texts, (count) => done.push(count));
    const [alone] = await embedder.embedPassages([texts[69]!]);
    expect(dot(batch[69]!, alone!)).toBeCloseTo(1, 4);
    expect(done.at(-1)).toBe(70);
  });

  it('finds a passage about the same nearer than another', async () => {
    const query = await embedder.embedQuery('签约投资额是多少');
    const [near, far] = await embedder.embedPassages([
      '共签约63个项目,签约投资额为951.64亿元',
      '今天多云转晴',
    ]);
    expect(dot(query, near!)).toBeGreaterThan(dot(query, far!));
  });
});

describe('loadTransformersEmbedder', () => {
  it('names a changed model anew', async () => {
    const { id } = await loadTransformersEmbedder({ model, cacheFolder: 'unused' });
    expect(id).toMatch(/^presscite-static@[0-9a-f]{12}$/);
  });

  it('says what to do about a folder that holds no model', async () => {
    const folder = await makeFolder({ 'config.json': '{}' });
    const loading = loadTransformersEmbedder({
      model: folder,
      cacheFolder: path.join(folder, 'cache'),
    });
    await expect(loading).rejects.toThrow(AppError);
    await expect(loading).rejects.toThrow(/EMBEDDING_MODEL/);
  });
});
