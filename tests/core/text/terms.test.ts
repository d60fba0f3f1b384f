import { describe, expect, it } from 'vitest';
import { kindOf, termsOf, wordTerm } from '../../../src/core/text/terms.js';

const stopTerms = new Set(['of', 'the'].map(wordTerm));
const code = (char: string): number => char.charCodeAt(0);
const pair = (two: string): number => ((code(two[0]!) << 16) | code(two[1]!)) >>> 0;

describe('termsOf', () => {
  it('gives characters and pairs of Han text', () => {
    expect([...termsOf('签约')]).toEqual([code('签'), pair('签约'), code('约')]);
  });

  it('does not pair across punctuation', () => {
    expect([...termsOf('签,约')]).toEqual([code('签'), code('约')]);
  });

  it('gives words and numbers of other scripts as one term each', () => {
    expect([...termsOf('gdp,增951.64')].filter((term) => term >= 0xa0000000)).toEqual([
      wordTerm('gdp'),
      wordTerm('951.64'),
    ]);
  });

  it('gives one term for the forms of an English word, and a pair across the words that stand everywhere', () => {
    const forms = ['winners of the prize', "winner's prizes", 'WINNER, PRIZE'.toLowerCase()];
    const [first, ...others] = forms.map((text) => new Set([...termsOf(text)].filter((term) => !stopTerms.has(term))));
    expect([...first!].map(kindOf).toSorted()).toEqual(['word', 'word', 'wordPair']);
    for (const other of others) expect(other).toEqual(first);
  });

  it('keeps the kinds of term apart', () => {
    for (const char of ['一', '鿿', '㐀']) {
      expect(code(char)).toBeLessThan(0x10000);
      expect(pair(char + char)).toBeGreaterThanOrEqual(0x34000000);
      expect(pair(char + char)).toBeLessThan(0xa0000000);
    }
    for (const word of ['a', 'press', '2023', 'привет']) {
      expect(wordTerm(word)).toBeGreaterThanOrEqual(0xa0000000);
    }
  });

  it('gives nothing for nothing', () => {
    expect(termsOf('')).toHaveLength(0);
    expect(termsOf('，。！ 😀')).toHaveLength(0);
  });
});
