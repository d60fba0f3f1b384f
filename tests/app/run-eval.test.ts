import { describe, expect, it } from 'vitest';
import { evaluateSet } from '../../src/app/run-eval.js';
import { bareRelease } from '../../src/core/corpus/corpus.js';
import type { EvalQuestion, EvalSet } from '../../src/core/measures/outcome-measures.js';
import { ExactVectorIndex } from '../../src/core/search/vector-index.js';
import { models } from '../support/engine-parts.js';
import { FakeEmbedder } from '../support/fake-embedder.js';
import { tables } from '../support/tables.js';

const question = (
  text: string,
  answers: string[],
  goldIds: string[],
  isAnswerable = true,
): EvalQuestion => ({
  question: text,
  answers,
  goldIds,
  isAnswerable,
});

const set: EvalSet = {
  name: 'tiny',
  releases: [
    bareRelease('zone', '示範區共簽約63個項目。簽約投資額為951.64億元。'),
    bareRelease('port', '武宿綜保區進出口額達12億元。'),
  ],
  questions: [
    question('签约投资额是多少', ['951.64亿元'], ['zone']),
    question('武宿综保区进出口额是多少', ['12億元'], ['port']),
    question('签约了多少个项目', ['64个'], ['port']),
    question('火星上有水吗', [], [], false),
  ],
};

const deps = {
  embedder: new FakeEmbedder(),
  models,
  tables,
  createVectors: () => new ExactVectorIndex(),
  now: () => performance.now(),
};

describe('evaluateSet', () => {
  it('measures what it was asked, over the answerable questions', async () => {
    const measures = await evaluateSet(set, [question('太阳系有几颗行星', ['8'], ['x'])], deps);
    expect(measures).toMatchObject({
      name: 'tiny',
      releases: 2,
      questions: 4,
      recall: { 1: 2 / 3, 5: 1, 10: 1 },
      sentenceHit: { 1: 2 / 3, 3: 2 / 3 },
      span: { exact: 2 / 3 },
      refusal: { auroc: 1, refusedAt95Kept: 1 },
      refusalElsewhere: { auroc: 1, refusedAt95Kept: 1 },
      baseline: { recall: { 10: 1 }, span: { exact: 0 } },
    });
    expect(measures.mrr10).toBeCloseTo((1 + 1 + 0.5) / 3);
    expect(measures.medianMs).toBeGreaterThan(0);
  });

  it('leaves out what a set has no gold for', async () => {
    const measures = await evaluateSet(
      { ...set, questions: [question('签约投资额', [], ['zone'])] },
      [],
      deps,
    );
    expect(Object.keys(measures)).not.toContain('sentenceHit');
    expect(Object.keys(measures)).not.toContain('span');
    expect(Object.keys(measures)).not.toContain('refusal');
    expect(measures.recall[1]).toBe(1);
  });
});
