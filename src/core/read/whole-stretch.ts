/** What a person reads as the answer: the marked stretch, made whole, and the clause that says whose it is. */
import { boundBefore, boundBehind, rangeMark } from '../text/bounds.js';
import type { Span } from '../text/fold.js';
import { findQuantities, type Quantity } from '../text/quantities.js';

const pairs: Readonly<Record<string, string>> = {
  '《': '》',
  '“': '”',
  '「': '」',
  '『': '』',
  '(': ')',
};
/** A title or a quotation of more than this is not closed. */
const longestQuotation = 60;

/**
 * Widens a stretch of a folded sentence so that it cuts no quantity (with sign, bounds and unit), no range, no word of
 * another script, no title and no quotation.
 */
export function wholeStretch(sentence: string, span: Span): Span {
  const figures = wholeFigures(sentence);
  let { start, end } = span;
  for (const figure of figures) {
    if (figure.start >= end || figure.end <= start) continue;
    start = Math.min(start, figure.start);
    end = Math.max(end, figure.end);
  }
  if (isInWord(sentence, start)) {
    start -= /[\p{Script=Latin}\d]*$/u.exec(sentence.slice(0, start))![0].length;
  }
  if (isInWord(sentence, end)) {
    end += /^[\p{Script=Latin}\d]*/u.exec(sentence.slice(end))![0].length;
  }
  return closed(sentence, start, end);
}

/** The quantities of a sentence with their signs and bounds, both ends of a range as one. */
function wholeFigures(sentence: string): Span[] {
  const figures: { start: number; end: number; kind: string }[] = [];
  for (const { start, end, kind } of findQuantities(sentence)) {
    const last = figures.at(-1);
    if (last?.kind === kind && rangeMark.test(sentence.slice(last.end, start))) last.end = end;
    else figures.push({ start, end, kind });
  }
  return figures.map(({ start, end }) => ({
    start: start - bounds(sentence.slice(0, start)),
    end: end + (boundBehind.exec(sentence.slice(end))?.[0].length ?? 0),
  }));
}

/** The length of all signs and bounds at the end of a text: 约-2.3亿. */
function bounds(before: string): number {
  let length = 0;
  for (;;) {
    const bound = boundBefore.exec(before.slice(0, before.length - length));
    if (!bound) return length;
    length += bound[0].length;
  }
}

/** Whether a word or number goes on over a position. */
function isInWord(text: string, at: number): boolean {
  return /[\p{Script=Latin}\d]{2}/u.test(text.slice(Math.max(0, at - 1), at + 1));
}

function closed(sentence: string, start: number, end: number): Span {
  const inside = sentence.slice(start, end);
  for (const [open, close] of Object.entries(pairs)) {
    const opened = inside.split(open).length - inside.split(close).length;
    if (opened > 0) {
      const at = sentence.indexOf(close, end);
      if (at !== -1 && at - end <= longestQuotation) return { start, end: at + 1 };
    } else if (opened < 0) {
      const at = sentence.lastIndexOf(open, start);
      if (at !== -1 && start - at <= longestQuotation) return { start: at, end };
    }
  }
  return { start, end };
}

/** Ends of clauses, but not the commas of 1,234. A stop ends one only where it ends the sentence: Hart Corp. lost. */
const clauseEnd = /[;。!?\n]|(?<!\d),|,(?!\d)|\.\s*$/gu;

/** The clauses of a folded sentence that `[start, end)` touches, without the marks and the white space around them. */
export function clauseAround(sentence: string, { start, end }: Span): Span {
  let from = 0;
  let to = sentence.length;
  for (const { index, 0: mark } of sentence.matchAll(clauseEnd)) {
    if (isBracketed(sentence.slice(from, index))) continue;
    if (index < start) from = index + mark.length;
    else if (index >= end) {
      to = index;
      break;
    }
  }
  const clause = sentence.slice(from, to);
  const lead = clause.length - clause.trimStart().length;
  return {
    start: Math.min(start, from + lead),
    end: Math.max(end, from + clause.trimEnd().length),
  };
}

function isBracketed(before: string): boolean {
  return before.split('(').length > before.split(')').length;
}

/** Whether a stretch is a mere figure of a sentence that has others like it, so that it alone could be another's. */
export function isAmbiguousFigure(sentence: string, span: Span): boolean {
  const quantities = findQuantities(sentence);
  const isInside = ({ start, end }: Quantity): boolean => start >= span.start && end <= span.end;
  const own = quantities.find(isInside);
  if (!own || own.kind === 'date' || span.end - span.start > own.end - own.start + 6) return false;
  return quantities.some((one) => !isInside(one) && one.kind === own.kind && one.unit === own.unit);
}
