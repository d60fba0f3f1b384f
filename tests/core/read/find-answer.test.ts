import { describe, expect, it } from 'vitest';
import { findAnswer } from '../../../src/core/read/find-answer.js';
import type { ReaderModel } from '../../../src/core/read/reader-model.js';
import { foldedSentence, type PreparedRelease } from '../../../src/core/corpus/corpus.js';
import { prepare } from '../../support/found-answer.js';
import { retrieved } from '../../support/retrieved.js';

/** Marks the words wherever they stand, each with its log-odds. */
function reader(marks: Readonly<Record<string, number>>): ReaderModel {
  return {
    id: 'marks',
    support: () => Promise.resolve([]),
    read: async (_, windows) =>
      windows.map(({ text }) => ({
        yes: 0.9,
        spans: Object.entries(marks)
          .map(([words, score]) => ({ start: text.indexOf(words), words, score }))
          .filter(({ start }) => start !== -1)
          .map(({ start, words, score }) => ({ start, end: start + words.length, score }))
          .toSorted((a, b) => b.score - a.score),
      })),
  };
}

const calibration = { weights: { logit: 1 }, bias: 0 };
const find = (marks: Readonly<Record<string, number>> | null, ...releases: PreparedRelease[]) =>
  findAnswer(
    '是多少',
    releases.map((release) => retrieved(release, [1, 1, 1])),
    { reader: marks && reader(marks), calibration },
  );

const zone = prepare('港区总投资12亿元。开工率达76%。', { id: 'zone' });

describe('findAnswer', () => {
  it('gives the sentences of what was marked, likeliest first, with their probability', async () => {
    const found = await find({ '12亿元': 1, '76%': 3 }, zone);
    expect(found.probability).toBeCloseTo(1 / (1 + Math.exp(-3)));
    expect(found.yes).toBe(0.9);
    expect(
      found.sentences.map(({ prepared, sentence, span }) =>
        foldedSentence(prepared, sentence).slice(span.start, span.end),
      ),
    ).toEqual(['76%', '12亿元']);
    expect(found.sentences[0]!.score).toBe(found.probability);
    expect(found.sentences[1]!.score).toBeCloseTo(found.probability * Math.exp(-2));
  });

  it('counts a place once where windows overlap, and a sentence once', async () => {
    const long = prepare(`${'港'.repeat(100)}。开工率76%,去年70%。${'区'.repeat(100)}。`);
    expect(long.passages.length).toBeGreaterThan(1);
    const { sentences, alsoIn, rivals } = await find({ '76%': 3, '70%': 2 }, long);
    expect(sentences.map(({ sentence }) => sentence)).toEqual([1]);
    expect([alsoIn, rivals]).toEqual([[], []]);
  });

  it('cites a stretch over two sentences by the one that holds more of it', async () => {
    const { sentences } = await find({ '元。开工率达76%': 3 }, zone);
    const [{ sentence, span }] = sentences as [(typeof sentences)[0]];
    expect(foldedSentence(zone, sentence).slice(span.start, span.end)).toBe('开工率达76%');
  });

  it('tells releases that say the same from those that say otherwise about as surely', async () => {
    const same = prepare('报道:开工率76%。', { id: 'same' });
    const other = prepare('开工率为80%。', { id: 'other' });
    const unsure = prepare('开工率约90%。', { id: 'unsure' });
    const { alsoIn, rivals, features } = await find({ '76%': 3, '80%': 2.5, '90%': 0 }, zone, same, other, unsure);
    expect(alsoIn.map(({ prepared }) => prepared)).toEqual([same]);
    expect(rivals.map(({ prepared }) => prepared)).toEqual([other]);
    expect(features).toMatchObject({ logit: 3, agreeing: 1, margin: 0.5 });
  });

  it('is sure of nothing without a reader: only retrieval speaks', async () => {
    const found = await find(null, zone);
    expect(found.probability).toBe(0);
    expect(found.sentences).toMatchObject([{ sentence: 0, score: 0, span: { start: 0, end: 0 } }]);
  });

  it('finds nothing in nothing, nor where nothing is marked', async () => {
    expect(await find({})).toMatchObject({ sentences: [], probability: 0 });
    expect(await find({}, zone)).toMatchObject({ sentences: [], probability: 0 });
  });
});
