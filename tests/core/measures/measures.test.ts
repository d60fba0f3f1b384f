import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean, median } from '../../../src/core/averages.js';
import {
  areaUnderRoc,
  reciprocalRank,
  refusedAtKept,
} from '../../../src/core/measures/measures.js';
import { exactMatch, runF1 } from '../../../src/core/measures/span-measures.js';

/** The definition: how often a positive scores above a negative. */
function naiveAuroc(positives: readonly number[], negatives: readonly number[]): number {
  let wins = 0;
  for (const p of positives) for (const n of negatives) wins += p > n ? 1 : p === n ? 0.5 : 0;
  return wins / (positives.length * negatives.length);
}

const scores = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 });

describe('areaUnderRoc', () => {
  it('is the share of pairs in the right order, whatever the ties', () => {
    fc.assert(
      fc.property(scores, scores, (positives, negatives) => {
        expect(areaUnderRoc(positives, negatives)).toBeCloseTo(
          naiveAuroc(positives, negatives),
          10,
        );
      }),
    );
  });
});

describe('refusedAtKept', () => {
  it('refuses what is below the threshold that keeps the share', () => {
    const positives = Array.from({ length: 100 }, (_, i) => i);
    expect(refusedAtKept(positives, [4, 5, 200, -1], 0.95)).toBe(0.5);
    expect(refusedAtKept(positives, [0], 1)).toBe(0);
  });
});

describe('the small ones', () => {
  it('are what they are called', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(mean([1, 2, 6])).toBe(3);
    expect(reciprocalRank([false, false, true], 10)).toBeCloseTo(1 / 3);
    expect(reciprocalRank([false, false, true], 2)).toBe(0);
  });
});

describe('the measures of a span', () => {
  it('ignore punctuation and white space, and count the longest common run', () => {
    expect(exactMatch('“951.64 亿元”', '951.64亿元')).toBe(1);
    expect(exactMatch('951.64亿元', '915.64亿元')).toBe(0);
    expect(runF1('签约投资额', '签约投资额')).toBe(1);
    expect(runF1('签约投资额', '投资额')).toBeCloseTo((2 * 3) / 8);
    expect(runF1('甲', '乙')).toBe(0);
  });
});
