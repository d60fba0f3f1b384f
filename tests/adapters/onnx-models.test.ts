import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AutoModel, env } from '@xenova/transformers';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startModels, type Models } from '../../src/adapters/model-process.js';
import { loadOnnxModel, type PreTrainedTokenizer } from '../../src/adapters/onnx-model.js';
import { bestSpans } from '../../src/adapters/onnx-reader.js';
import { cutIntoPieces } from '../../src/adapters/text-pieces.js';
import type { ReaderModel } from '../../src/core/read/reader-model.js';
import type { Embedder } from '../../src/core/search/embedder.js';
import { dot } from '../../src/core/search/vector-index.js';
import { fold } from '../../src/core/text/fold.js';
import { FakeEmbedder } from '../support/fake-embedder.js';
import { makeFolder } from '../support/folder.js';
import { tables } from '../support/tables.js';
import { anyText } from '../support/texts.js';

const readerFolder = path.resolve('models/reader');
const embedderFolder = path.resolve('models/embedder');
const foldedText = anyText.map((text) => fold(text, tables).text);

let models: Models;
let reader: ReaderModel;
beforeAll(async () => {
  models = await startModels({
    readerFolder,
    embeddingModel: embedderFolder,
    cacheFolder: 'unused',
    warn: (line) => expect.unreachable(line),
  });
  reader = models.reader!;
});
afterAll(() => models.close());

describe('the reader', () => {
  it('names its folder and the hash of its files', () => {
    expect(reader.id).toMatch(/^reader@[0-9a-f]{12}$/);
  });

  it('marks the answer, whatever else it reads', async () => {
    const text = '转型综改示范区共签约63个招商引资项目,\n 签约投资额为951.64亿元。';
    const windows = [
      { header: '', text: '今天多云转晴。' },
      { header: '签约 2024-12-27', text },
    ];
    const readings = await reader.read('签约投资额是多少?', windows);
    const { start, end } = readings[1]!.spans[0]!;
    expect(text.slice(start, end)).toContain('951.64');
    expect(await reader.read('签约投资额是多少?', [windows[1]!])).toEqual([readings[1]]);
  });

  it('gives separate spans inside any window, best first, without white space around', async () => {
    await fc.assert(
      fc.asyncProperty(foldedText, foldedText, foldedText, async (question, header, text) => {
        const [{ spans, yes } = { spans: [], yes: -1 }] = await reader.read(question, [{ header, text }]);
        expect(yes).toBeGreaterThanOrEqual(0);
        expect(yes).toBeLessThanOrEqual(1);
        expect(spans.map(({ score }) => score)).toEqual(spans.map(({ score }) => score).sort((a, b) => b - a));
        expect(spans.length > 0).toBe(/\S/u.test(text));
        const inOrder = [...spans].sort((a, b) => a.start - b.start);
        let last = 0;
        for (const { start, end } of inOrder) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toMatch(/^\S(?:.*\S)?$/su);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 50 },
    );
  });

  it('gives a probability for each claim', async () => {
    const claims = ['共签约63个项目', '共签约69个项目', ''].map((claim) => ({
      claim,
      premise: '共签约63个招商引资项目。',
    }));
    const probabilities = await reader.support(claims);
    expect(probabilities).toHaveLength(3);
    for (const p of probabilities) expect(p > 0 && p < 1).toBe(true);
  });

  it('is a model that @xenova/transformers loads without the network', async () => {
    Object.assign(env, { allowRemoteModels: false, localModelPath: path.dirname(readerFolder) });
    const model = await AutoModel.from_pretrained('reader');
    expect(model.config.model_type).toBe('bert');
  });
});

describe('the pieces of a text', () => {
  let tokenizer: PreTrainedTokenizer;
  beforeAll(async () => {
    ({ tokenizer } = await loadOnnxModel(readerFolder, 'unused', () => undefined));
  });

  it('cover any text in order, and agree with it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const pieces = cutIntoPieces(tokenizer, text);
        let covered = 0;
        for (const { id, start, end } of pieces) {
          expect(text.slice(covered, start)).toMatch(/^\s*$/u);
          expect(end).toBeGreaterThanOrEqual(covered);
          covered = end;
          const content = tokenizer.model.vocab[id]!.replace('▁', '');
          const given = text.slice(start, end).normalize('NFKC').replace(/\s+/gu, ' ');
          if (id !== tokenizer.unk_token_id) expect(given).toContain(content);
        }
        expect(text.slice(covered)).toMatch(/^\s*$/u);
      }),
      { numRuns: 500 },
    );
  });

  it('are those of the tokenizer', () => {
    const text = '  GDP同比增长5.2%,\n the first half of 2024  ①࿐࿏';
    expect(cutIntoPieces(tokenizer, text).map(({ id }) => id)).toEqual(tokenizer.encode(text));
  });
});

describe('bestSpans', () => {
  const logit = fc.integer({ min: -9, max: 9 });

  it('finds no worse span first than trying all does', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(logit, logit), { minLength: 1, maxLength: 90 }), (logits) => {
        const pieces = logits.map((_, i) => ({ id: 0, start: i, end: i + 1 }));
        const [starts, ends] = [0, 1].map((k) => Float32Array.from(logits, (pair) => pair[k]!));
        const text = 'x'.repeat(logits.length);
        const [best] = bestSpans({ pieces, starts: starts!, ends: ends!, none: 2 }, text);
        const scores = logits.flatMap(([start], i) => logits.slice(i, i + 70).map(([, end]) => start + end - 2));
        expect(best!.score).toBe(Math.max(...scores));
      }),
    );
  });
});

const embedders: [string, () => Embedder][] = [
  ['fake', () => new FakeEmbedder()],
  ['built-in', () => models.embedder!],
];

describe.each(embedders)('the contract of an embedder: %s', (_, create) => {
  let embedder: Embedder;
  beforeAll(() => {
    embedder = create();
  });

  it('gives finite embeddings of norm 1 for any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(foldedText, { minLength: 1, maxLength: 5 }), async (texts) => {
        const embeddings = await embedder.embedPassages(texts);
        expect(embeddings).toHaveLength(texts.length);
        for (const embedding of [...embeddings, await embedder.embedQuery(texts[0]!)]) {
          expect(embedding).toHaveLength(embedder.dimensions);
          expect(embedding.every(Number.isFinite)).toBe(true);
          expect(dot(embedding, embedding)).toBeCloseTo(1, 4);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('gives the same embedding alone as among others, and reports progress', async () => {
    const texts = Array.from({ length: 30 }, (__, i) => `第${i}场发布会公布投资${i}亿元`);
    const done: number[] = [];
    const all = await embedder.embedPassages(texts, (count) => done.push(count));
    const [alone] = await embedder.embedPassages([texts[29]!]);
    expect(dot(all[29]!, alone!)).toBeCloseTo(1, 4);
    expect(done.at(-1)).toBe(30);
  });

  it('finds a passage about the same nearer than another', async () => {
    const query = await embedder.embedQuery('签约投资额是多少');
    const [near, far] = await embedder.embedPassages(['共签约63个项目,签约投资额为951.64亿元', '今天多云转晴']);
    expect(dot(query, near!)).toBeGreaterThan(dot(query, far!));
  });
});

describe('startModels', () => {
  /** The models with the built-in embedder at another place. */
  async function startWith(embeddingModel: string, cacheFolder: string): Promise<Models> {
    return startModels({
      readerFolder: path.resolve('nowhere'),
      embeddingModel,
      cacheFolder,
      warn: (line) => warnings.push(line),
    });
  }
  const warnings: string[] = [];

  it('takes a downloaded model of the hub from the cache, and says what is wrong with the reader', async () => {
    const cacheFolder = await makeFolder();
    await mkdir(path.join(cacheFolder, 'somebody'));
    await symlink(embedderFolder, path.join(cacheFolder, 'somebody', 'e5-small'));
    const { reader: none, embedder, close } = await startWith('somebody/e5-small', cacheFolder);
    expect(none).toBeNull();
    expect(warnings).toEqual([expect.stringMatching(/cannot load the reader in .*nowhere/)]);
    expect(embedder!.id).toBe('somebody/e5-small');
    expect(embedder!.dimensions).toBe(models.embedder!.dimensions);
    await close();
  });

  it('centres embeddings by language where the model brings centres, and names it anew', async () => {
    const folder = path.join(await makeFolder(), 'embedder');
    await mkdir(folder);
    for (const file of ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx'])
      await symlink(path.join(embedderFolder, file), path.join(folder, file));
    const vectors = async () => {
      const { embedder, close } = await startWith(folder, 'unused');
      const query = await embedder!.embedQuery('投资');
      const [passage] = await embedder!.embedPassages(['投资']);
      await close();
      return { id: embedder!.id, query, passage: passage! };
    };
    const plain = await vectors();
    const zero = Array.from(plain.query, () => 0);
    const query = { han: Array.from(plain.query, (x) => 2 * x), other: zero };
    const passage = { han: zero, other: zero };
    await writeFile(path.join(folder, 'centres.json'), JSON.stringify({ query, passage }));
    const centred = await vectors();
    expect(dot(centred.query, plain.query)).toBeCloseTo(-1, 4);
    expect(dot(centred.passage, plain.passage)).toBeCloseTo(1, 4);
    expect(centred.id).not.toBe(plain.id);
  });

  it('says what to do about a folder that holds no model', async () => {
    const folder = await makeFolder({ 'config.json': '{}' });
    const { embedder, close } = await startWith(folder, path.join(folder, 'cache'));
    expect(embedder).toBeNull();
    expect(warnings.at(-1)).toMatch(/EMBEDDING_MODEL/);
    await close();
  });
});
