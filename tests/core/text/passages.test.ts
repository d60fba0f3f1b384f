import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, groupPassages } from '../../../src/core/text/passages.js';
import { prepare } from '../../support/found-answer.js';
import { anyText } from '../../support/texts.js';

/** The passages of sentences of so many characters. */
function passagesOf(lengths: readonly number[], char = '港') {
  let end = 0;
  const sentences = lengths.map((length) => ({ start: end, end: (end += length) }));
  return groupPassages(char.repeat(end), sentences);
}
const runs = (...lengths: number[]): string =>
  passagesOf(lengths).map(({ first, last }) => `${first}-${last}`).join(' '); // prettier-ignore

describe('groupPassages', () => {
  it('has every folded character of a sentence in a passage, whatever the release', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 30 }), (texts) => {
        const { folded, foldedSentences, passages } = prepare(texts.join('\n'));
        const covered = new Set<number>();
        for (const { start, end } of passages) for (let i = start; i < end; i++) covered.add(i);
        const sentences = foldedSentences.flatMap(({ start, end }) =>
          Array.from({ length: end - start }, (_, i) => start + i),
        );
        expect(sentences.filter((i) => !covered.has(i))).toEqual([]);
        expect(covered.size).toBeLessThanOrEqual(folded.text.length);
      }),
    );
  });

  it('holds whole sentences up to its weight, ascends, and begins with the last before at most', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 40 }), (lengths) => {
        const passages = passagesOf(lengths);
        for (const [i, { first, last, start, end }] of passages.entries()) {
          expect(start).toBe(lengths.slice(0, first).reduce((sum, length) => sum + length, 0));
          if (first < last) expect(end - start).toBeLessThanOrEqual(170);
          if (i === 0) continue;
          expect(last).toBeGreaterThan(passages[i - 1]!.last);
          expect(first).toBeGreaterThanOrEqual(passages[i - 1]!.last);
        }
      }),
    );
  });

  it('shares a sentence with its neighbour where both fit', () => {
    expect(runs(80, 80, 80, 80)).toBe('0-1 1-2 2-3');
    expect(runs(80, 80, 120)).toBe('0-1 2-2');
  });

  it('counts a Latin letter as about a third of a Han character', () => {
    expect(passagesOf([200, 200], 'a')).toHaveLength(1);
    expect(passagesOf([200, 200], '港')).toHaveLength(2);
  });

  it('cuts a sentence that is too long behind a mark in the last third of a part', () => {
    const text = `${'港'.repeat(150)},${'区'.repeat(350)}`;
    const parts = groupPassages(text, [{ start: 0, end: text.length }]);
    expect(parts.map(({ first, last, start, end }) => [first, last, start, end])).toEqual([
      [0, 0, 0, 151],
      [0, 0, 151, 321],
      [0, 0, 321, 491],
      [0, 0, 491, 501],
    ]);
  });
});

describe('clip', () => {
  it('gives the first characters up to a weight', () => {
    expect(clip('港区开港', 3)).toBe('港区开');
    expect(clip('abcdefghij', 3)).toBe('abcdefgh');
    expect(clip('港', 3)).toBe('港');
  });
});
