import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaUnderRoc, expectedCalibrationError, mean, quantile } from '../../../src/core/measures/measures.js';
import { runF1 } from '../../../src/core/measures/span-measures.js';

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
        expect(areaUnderRoc(positives, negatives)).toBeCloseTo(naiveAuroc(positives, negatives), 10);
      }),
    );
  });

  it('is not a number when either side is empty', () => {
    expect(areaUnderRoc([], [1])).toBeNaN();
    expect(areaUnderRoc([1], [])).toBeNaN();
  });
});

describe('expectedCalibrationError', () => {
  const many = (count: number, trueOnes: number, probability: number) =>
    Array.from({ length: count }, (_, i) => ({ probability, isTrue: i < trueOnes }));

  it('is the distance of probability and share, weighted by the size of the bins', () => {
    expect(expectedCalibrationError(many(10, 7, 0.7))).toBeCloseTo(0);
    expect(expectedCalibrationError(many(10, 5, 1))).toBeCloseTo(0.5);
    const both = [...many(30, 21, 0.7), ...many(10, 5, 0.95)];
    expect(expectedCalibrationError(both)).toBeCloseTo(0.45 / 4);
    expect(expectedCalibrationError([])).toBeNaN();
  });
});

describe('the small ones', () => {
  it('are what they are called', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(quantile([3, 1, 2], 0.5)).toBe(2);
    expect(quantile([3, 1, 2], 1)).toBe(3);
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe('runF1', () => {
  it('ignores punctuation and white space, and counts the longest common run', () => {
    expect(runF1('“951.64 亿元”', '951.64亿元')).toBe(1);
    expect(runF1('签约投资额', '签约投资额')).toBe(1);
    expect(runF1('签约投资额', '投资额')).toBeCloseTo((2 * 3) / 8);
    expect(runF1('甲', '乙')).toBe(0);
  });
});
