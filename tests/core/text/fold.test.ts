import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAnnotations, fold, sourceSpan } from '../../../src/core/text/fold.js';
import { tables } from '../../support/tables.js';
import { anyText } from '../../support/texts.js';

const folded = (text: string): string => fold(text, tables).text;

describe('findAnnotations', () => {
  const stripped = (text: string): string[] =>
    findAnnotations(text, tables).map(({ start, end }) => text.slice(start, end));

  it.each([
    ['黃河新聞網(wǎng)訊', ['(wǎng)']], ['轉(zhuǎn)型綜改示范區(qū)', ['(zhuǎn)', '(qū)']], ['們(men)的(de)', ['(men)', '(de)']],
    ['區（qū）', ['（qū）']], ['轉( zhuǎn )', ['( zhuǎn )']], ['轉(zhuɑ̌n)', ['(zhuɑ̌n)']], ['綠(lǜ)', ['(lǜ)']],
    ['网(WǍNG)', ['(WǍNG)']], ['質(zhì)(zhì)', ['(zhì)', '(zhì)']],
  ])('strips the reading of the character before it: %s', (text, expected) => {
    expect(stripped(text)).toEqual(expected);
  }); // prettier-ignore

  it.each([
    '(記者孫宇佳)', 'GDP(國內生產總值)', '鋼琴(piano)', '他(she)', '網(wang)', '網(qū)', 'a(ā)', '(wǎng)', '網 (wǎng)', '網(wǎng',
    '網()',
  ])('keeps honest brackets: %s', (text) => {
    expect(stripped(text)).toEqual([]);
  }); // prettier-ignore
});

describe('fold', () => {
  it.each([
    ['示範區簽約投資額', '示范区签约投资额'], ['山西轉(zhuǎn)型綜改示范區(qū)共簽約63個', '山西转型综改示范区共签约63个'], ['９５１．６４億元', '951.64亿元'],
    ['GDP', 'gdp'], ['乾淨', '干净'], ['沿著', '沿着'], ['ﬁnance', 'finance'], ['項\u200b目', '项目'], ['e\u0301', 'é'],
  ])('%s → %s', (text, expected) => {
    expect(folded(text)).toBe(expected);
  }); // prettier-ignore

  it('maps every match back to a slice of the original that folds to it', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const result = fold(text, tables);
        fc.pre(result.text.length > 0);
        const from = a % result.text.length;
        const to = from + 1 + (b % (result.text.length - from));
        const { start, end } = sourceSpan(result, from, to);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(folded(text.slice(start, end))).toContain(result.text.slice(from, to));
      }),
      { numRuns: 1000 },
    );
  });

  it('has one origin for every folded unit, never going back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: result, starts, ends } = fold(text, tables);
        expect(starts).toHaveLength(result.length);
        expect(ends).toHaveLength(result.length);
        for (let i = 0; i < result.length; i++) {
          expect(starts[i]).toBeLessThan(ends[i]!);
          if (i > 0) expect(starts[i]).toBeGreaterThanOrEqual(starts[i - 1]!);
        }
      }),
    );
  });

  it('refuses a range that is empty or outside', () => {
    const result = fold('项目', tables);
    expect(() => sourceSpan(result, 1, 1)).toThrow(RangeError);
    expect(() => sourceSpan(result, 0, 3)).toThrow(RangeError);
  });
});
