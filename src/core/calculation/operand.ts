/** Operands: figures as cited sentences state them, with all that calculating needs to know of them. */
import { foldedSentence, type PreparedRelease } from '../corpus/corpus.js';
import { boundBefore, boundBehind } from '../text/bounds.js';
import type { Span } from '../text/fold.js';
import { findQuantities, type Quantity } from '../text/quantities.js';

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
  /** Whether the sentence gives it with a sign or a bound: -2亿元, 超过560亿元, 100多家. */
  readonly isApproximate: boolean;
}

const approximateWithin = /[多余]/u;

/** The ends of 10-20% and 3至5个 are no figures of their own. */
const rangeBefore = /\d[%％]? ?[-–—~至]$/u;
const rangeAfter = /^ ?[-–—~至] ?\d/u;

/** 「2023年以来」 says since when, not of when. */
const sinceThen = /^ ?(?:以来|以後|以后|之后|起|至今|前|以前|之前)/u;
const latinWord = /^ (?!(?:and|the|for|from|with|was|were|are|which|that|more|per|percent|than)\b)([a-z]{3,})/u;

/** The figures of a sentence that can be calculated with: amounts, shares and ranks, not dates, years and times. */
export function operandsOf(prepared: PreparedRelease, sentence: number): Operand[] {
  const text = foldedSentence(prepared, sentence);
  const quantities = findQuantities(text);
  return quantities
    .filter(({ kind }) => kind === 'number' || kind === 'percent' || kind === 'ordinal')
    .filter((figure) => yearIn(figure, text) === null)
    .map((figure) => {
      const before = text.slice(0, figure.start);
      const after = text.slice(figure.end);
      const isBare = figure.kind === 'number' && figure.unit === null;
      return {
        prepared,
        sentence,
        figure,
        unit: isBare ? (latinWord.exec(after)?.[1] ?? null) : figure.unit,
        year: yearOf(figure, quantities, text),
        isApproximate:
          boundBefore.test(before) ||
          boundBehind.test(after) ||
          approximateWithin.test(text.slice(figure.start, figure.end)) ||
          rangeBefore.test(before) ||
          rangeAfter.test(after),
      };
    });
}

/** The operands that lie within a stretch of a sentence. */
export function operandsWithin(prepared: PreparedRelease, sentence: number, { start, end }: Span): Operand[] {
  return operandsOf(prepared, sentence).filter(({ figure }) => figure.start >= start && figure.end <= end);
}

/** The folded words in which an operand is stated. */
export function wordsOfOperand({ prepared, sentence, figure }: Operand): string {
  return foldedSentence(prepared, sentence).slice(figure.start, figure.end);
}

/**
 * The year of the last date before a figure; in a text without Han characters first of the one right behind it
 * (`938 in 2023`).
 */
function yearOf(figure: Quantity, all: readonly Quantity[], text: string): number | null {
  const next = all.find(({ start }) => start >= figure.end);
  const isBehind = next && /^[^.;,\p{Script=Han}]{0,20}\bin $/u.test(text.slice(figure.end, next.start));
  if (isBehind) return yearIn(next, text);
  const before = all.findLast((other) => other.end <= figure.start && isDate(other, text));
  return before && !sinceThen.test(text.slice(before.end)) ? yearIn(before, text) : null;
}

function isDate(quantity: Quantity, text: string): boolean {
  return quantity.date !== null || yearIn(quantity, text) !== null;
}

/** The year that a date names, or a bare number behind a preposition: `in 2023`. */
function yearIn({ date, kind, unit, start, end }: Quantity, text: string): number | null {
  if (date) return date.year;
  const isBare = kind === 'number' && unit === null && /^(?:19|20)\d{2}$/u.test(text.slice(start, end));
  const isNamed = isBare && /\b(?:in|by|since|from|to|until|during|and|of|year) $/u.test(text.slice(0, start));
  // 2000 workers are no year.
  return isNamed && !latinWord.test(text.slice(end)) ? Number(text.slice(start, end)) : null;
}
