import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadFoldTables } from '../../../src/adapters/han-tables.js';
import {
  chooseSentence,
  logOddsAgainst,
  weighAgainst,
  type LookedAt,
} from '../../../src/core/ranking/choose-sentence.js';
import { countAgainst } from '../../../src/core/ranking/close-look.js';
import { bareRelease, prepareRelease } from '../../../src/core/corpus/corpus.js';
import { featureNames } from '../../../src/core/ranking/feature-columns.js';
import { fold } from '../../../src/core/text/fold.js';
import { LexicalIndex } from '../../../src/core/search/lexical-index.js';
import { analyzeQuestion } from '../../../src/core/question/question.js';
import { rankSentences } from '../../../src/core/ranking/sentence-ranker.js';
import { parseTrees } from '../../../src/core/boosted-trees.js';
import { parseSpanWeights } from '../../../src/core/span/span-model.js';

const tables = loadFoldTables();
const spans = parseSpanWeights(JSON.parse(readFileSync('models/span.json', 'utf8')));

/** Orders by coverage: `step` is the score of the best coverage over all others. */
function choose(text: string, bodies: readonly string[], step = 1): LookedAt[] {
  const candidates = bodies.map((body, i) => ({
    prepared: prepareRelease(bareRelease(String(i), body), tables),
    releaseScore: 1,
    score: 1,
  }));
  const order = parseTrees(
    { feature: [[featureNames.indexOf('coverageGap'), -1, -1]], threshold: [[-1e-6, 0, step]] },
    featureNames.length,
  );
  const weights = {
    background: { share: () => 0.01 },
    terms: { table: new Int8Array(4), scale: 1 },
    order,
  };
  const question = analyzeQuestion(fold(text, tables).text);
  return chooseSentence(rankSentences(question, candidates, new LexicalIndex(), weights), spans);
}

describe('chooseSentence', () => {
  const both = ['全区完成签约投资额的目标。签约额为951.64亿元。'];

  it('puts a sentence without the amount that is asked for behind one that has it', () => {
    const [best, other] = choose('签约投资额是多少', both);
    expect(best).toMatchObject({ sentence: 1, rank: 1, score: 0 });
    expect(other).toMatchObject({ sentence: 0, rank: 0 });
    expect(countAgainst(other!.look)).toBeGreaterThan(0);
    expect(other!.score).toBeCloseTo(1 - logOddsAgainst * countAgainst(other!.look));
  });

  it('keeps the order of the ranker where nothing speaks against the best', () => {
    expect(choose('全区完成什么', both)[0]).toMatchObject({ sentence: 0, rank: 0 });
  });

  it('looks at no sentence that is far behind a good one', () => {
    const bodies = ['签约投资额为951.64亿元。产值为3亿元。'];
    expect(choose('签约投资额是多少', bodies, 1)).toHaveLength(2);
    expect(choose('签约投资额是多少', bodies, 9)).toHaveLength(1);
  });

  it('looks at a wording once, and at five sentences at most', () => {
    const text = '签约投资额为951.64亿元。';
    expect(choose('签约投资额是多少', [text, text.replace('。', '！')])).toHaveLength(1);
    const many = Array.from({ length: 9 }, (_, i) => `签约投资额为${i + 1}亿元。`).join('');
    expect(choose('签约投资额是多少', [many])).toHaveLength(5);
  });

  it('looks at nothing where nothing is ranked', () => {
    expect(choose('签约', [' \n'])).toEqual([]);
  });
});

describe('weighAgainst', () => {
  it('refuses what something speaks against, but puts it no deeper than that', () => {
    expect(weighAgainst(3, 0)).toBe(3);
    expect(weighAgainst(3, 1)).toBe(0);
    expect(weighAgainst(1, 1)).toBe(-2);
    expect(weighAgainst(3, 9)).toBe(-2);
    expect(weighAgainst(-5, 1)).toBe(-5);
  });
});
