/** Operands: figures as cited sentences state them, with all that calculating needs to know of them. */
import { foldedSentence, type PreparedRelease } from './corpus.js';
import type { Span } from './fold.js';
import { findQuantities, type Quantity } from './quantities.js';

/** One figure of one sentence. */
export interface Operand {
  readonly prepared: PreparedRelease;
  /** Counted from 0 within the release. */
  readonly sentence: number;
  /** Where it stands is in the folded sentence; its `exact` is never null. */
  readonly figure: Quantity;
  /** Normalised; the word behind the figure where no known unit follows (`63 projects`); null when there is none. */
  readonly unit: string | null;
  /** The year that the sentence binds it to: 2023 for 938亿元 of 「增长到2023年的938亿元」. */
  readonly year: number | null;
  /** Whether the sentence gives it as near, above or below: 超过560亿元, 100多家. */
  readonly isApproximate: boolean;
}

const approximateBefore =
  /(?:(?<![签节条制公合契特集简邀预])约|(?<![最附])近|[超逾]|超过|大约|至少|不足|不到|不少于|不低于|将近|接近|about|over|nearly|almost|around|more than|less than|at least) ?$/u;
const approximateAfter = /^ ?(?:[多余]|左右|上下|以上|以下|以内)/u;
const approximateWithin = /[多余]/u;

/** The ends of 10-20% and 3至5个 are no figures of their own. */
const rangeBefore = /\d[%％]? ?[-–—~至]$/u;
const rangeAfter = /^ ?[-–—~至] ?\d/u;

/** 「2023年以来」 says since when, not of when. */
const sinceThen = /^ ?(?:以来|以後|以后|之后|起|至今|前|以前|之前)/u;
const latinWord = /^ ([a-z]{3,})/u;

/** The figures of a sentence that can be calculated with: amounts, shares and ranks, not dates and times. */
export function operandsOf(prepared: PreparedRelease, sentence: number): Operand[] {
  const text = foldedSentence(prepared, sentence);
  const quantities = findQuantities(text);
  return quantities
    .filter(({ kind }) => kind === 'number' || kind === 'percent' || kind === 'ordinal')
    .map((figure) => {
      const before = text.slice(0, figure.start);
      const after = text.slice(figure.end);
      return {
        prepared,
        sentence,
        figure,
        unit:
          figure.unit ?? (figure.kind === 'number' ? (latinWord.exec(after)?.[1] ?? null) : null),
        year: yearOf(figure, quantities, text),
        isApproximate:
          approximateBefore.test(before) ||
          approximateAfter.test(after) ||
          approximateWithin.test(text.slice(figure.start, figure.end)) ||
          rangeBefore.test(before) ||
          rangeAfter.test(after),
      };
    });
}

/** The operands that lie within a stretch of a sentence. */
export function operandsWithin(
  prepared: PreparedRelease,
  sentence: number,
  { start, end }: Span,
): Operand[] {
  return operandsOf(prepared, sentence).filter(
    ({ figure }) => figure.start >= start && figure.end <= end,
  );
}

/** The folded words in which an operand is stated. */
export function wordsOfOperand({ prepared, sentence, figure }: Operand): string {
  return foldedSentence(prepared, sentence).slice(figure.start, figure.end);
}

/** The year of the last date before a figure; a date after it (`938 in 2023`) counts only in texts without Han characters. */
function yearOf(figure: Quantity, all: readonly Quantity[], text: string): number | null {
  const before = all.findLast(({ end, date }) => date && end <= figure.start);
  if (before) return sinceThen.test(text.slice(before.end)) ? null : before.date!.year;
  if (/\p{Script=Han}/u.test(text)) return null;
  const after = all.find(({ start }) => start >= figure.end);
  return after?.date && /^[^.;]*\bin $/u.test(text.slice(figure.end, after.start))
    ? after.date.year
    : null;
}
