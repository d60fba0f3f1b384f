import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupPassages } from '../../../src/core/text/passages.js';

/** Sentences of the given lengths, one behind the other. */
function sentencesOf(lengths: readonly number[]): { start: number; end: number }[] {
  let end = 0;
  return lengths.map((length) => ({ start: end, end: (end += length) }));
}

describe('groupPassages', () => {
  it('covers every sentence, moves on, and overlaps by one at most', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 40 }), (lengths) => {
        const sentences = sentencesOf(lengths);
        const passages = groupPassages(sentences);
        const covered = new Set(
          passages.flatMap(({ first, last }) =>
            Array.from({ length: last - first + 1 }, (_, i) => first + i),
          ),
        );
        expect(covered.size).toBe(lengths.length);
        for (const [i, { first, last }] of passages.entries()) {
          const before = passages[i - 1];
          expect(last).toBeGreaterThanOrEqual(first);
          if (first < last)
            expect(sentences[last]!.end - sentences[first]!.start).toBeLessThanOrEqual(200);
          if (!before) continue;
          expect(last).toBeGreaterThan(before.last);
          expect(first).toBeGreaterThanOrEqual(before.last);
        }
      }),
    );
  });

  it('shares one sentence between neighbours', () => {
    expect(groupPassages(sentencesOf([90, 90, 90, 90]))).toEqual([
      { first: 0, last: 1 },
      { first: 1, last: 2 },
      { first: 2, last: 3 },
    ]);
  });

  it('leaves a long sentence alone', () => {
    expect(groupPassages(sentencesOf([90, 500, 90]))).toEqual([
      { first: 0, last: 0 },
      { first: 1, last: 1 },
      { first: 2, last: 2 },
    ]);
  });
});
