import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectBest } from '../../../src/core/search/select-best.js';

describe('selectBest', () => {
  it('gives what sorting would', () => {
    const score = fc.integer({ min: -5, max: 5 });
    fc.assert(
      fc.property(fc.array(score), fc.nat(12), score, (scores, count, above) => {
        const sorted = [...scores.keys()]
          .filter((i) => scores[i]! > above)
          .sort((a, b) => scores[b]! - scores[a]! || a - b);
        expect(selectBest(Float32Array.from(scores), count, above)).toEqual(sorted.slice(0, count));
      }),
    );
  });

  it('never gives a score that is no number', () => {
    expect(selectBest(Float32Array.of(Number.NaN, 1, Number.NaN), 3)).toEqual([1]);
  });
});
