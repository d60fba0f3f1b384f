/**
 * A text made ready for being held against another: a claim, a question or a sentence of evidence. All of it is
 * derived from the text.
 */
import type { EvidenceSentence } from '../draft/evidence.js';
import { spellInDigits } from '../text/english-figures.js';
import { fold, type FoldTables } from '../text/fold.js';
import { findQuantities, type Quantity } from '../text/quantities.js';

export interface CheckableText {
  /** Folded, English figures in digits. All offsets refer to it. */
  readonly text: string;
  readonly quantities: readonly Quantity[];
  /** Whether Han characters are most of it. */
  readonly isHan: boolean;
}

/** Makes a text ready. */
export function makeCheckable(text: string, tables: FoldTables): CheckableText {
  const folded = spellInDigits(fold(text, tables).text);
  const hanCount = folded.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latinCount = folded.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  const quantities = shareUnits(folded, findQuantities(folded));
  return { text: folded, quantities, isHan: hanCount > latinCount * 2 };
}

const between = /^\s*(?:to|and|or|[升降增减]?[至到])\s*$/u;

/** From 45 to 18 minutes: the first of two ends has the unit of the second. */
function shareUnits(text: string, quantities: readonly Quantity[]): Quantity[] {
  return quantities.map((one, i) => {
    const next = quantities[i + 1];
    const isBare = one.kind === 'number' && one.unit === null && next?.kind === 'number';
    const isEnd = isBare && between.test(text.slice(one.end, next.start));
    return isEnd && !isYear(one) ? { ...one, unit: next.unit } : one;
  });
}

/** A year of the calendar without 年, as English writes it. */
function isYear({ value }: Quantity): boolean {
  return value !== null && value >= 1900 && value < 2100 && Number.isInteger(value);
}

const known = new WeakMap<EvidenceSentence, CheckableText>();

/** The text of a sentence of evidence, made once. */
export function checkableSentence(sentence: EvidenceSentence, tables: FoldTables): CheckableText {
  let source = known.get(sentence);
  if (!source) known.set(sentence, (source = makeCheckable(sentence.shown, tables)));
  return source;
}
