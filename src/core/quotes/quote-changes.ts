/** What differs in a region: its columns grouped into words and figures, each difference with its kind. */
import type { Column } from '../text/align.js';
import { bareSpan, type BareText } from '../text/bare-text.js';
import type { Span } from '../text/fold.js';
import { findQuantities, sameQuantity, type Quantity } from '../text/quantities.js';
import type { ChangeKind } from '../answer/quote-check.js';
import type { Region } from './quote-region.js';

/** A difference, as ranges of the bare texts. `rewritten`: a figure of the same value. */
export interface Difference {
  readonly kind: ChangeKind | 'rewritten';
  readonly q: Span;
  readonly t: Span;
}

/** A quantity with the bare range that it stands in. */
export interface PlacedQuantity {
  readonly span: Span;
  readonly quantity: Quantity;
  /** As it is written, folded. */
  readonly text: string;
}

/** The quantities of a folded text, `offset` of which is where `text` starts. */
export function placeQuantities(folded: string, bare: BareText, offset = 0): PlacedQuantity[] {
  return findQuantities(folded).map((quantity) => ({
    quantity,
    span: bareSpan(bare, offset + quantity.start, offset + quantity.end),
    text: folded.slice(quantity.start, quantity.end),
  }));
}

/** Separators and what they part: a separator that differs makes other words of both. */
const joinsWords = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d. -]/u;
const inWord = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d.]/u;
/** Without the everyday words that begin alike: 不断, 未来, 非常 deny nothing. */
const negations =
  /不(?![断仅但同少过久管论如只光单])|没|未(?!来)|无(?![论疑])|非(?![常洲])|勿|莫|\b(?:not|no|never|without|cannot)\b|n['’]t/gu;
const paddedZero = /(?<![\d,.])0\d/;
const chineseDigit = /[零〇一二两三四五六七八九十百千万亿]/u;

/**
 * Finds the differences of a region, in the order of the text.
 * @param quantities of the whole bare pasted text
 */
export function findDifferences(quote: string, region: Region, quantities: readonly PlacedQuantity[]): Difference[] {
  const { source, columns, t0, t1 } = region;
  const text = source.bare.text;
  const isEqual = ({ q, t }: Column): boolean => q >= 0 && t >= 0 && quote[q] === text[t];
  if (columns.every(isEqual)) return [];
  const original = quantitiesOf(region, t0, t1);
  const ofQuote = quantities.map(({ span }) => columnRange(columns, span, 'q'));
  const ofText = original.map(({ span }) => columnRange(columns, span, 't'));
  const whole = [...ofQuote, ...ofText].filter(({ start, end }) => start < end);
  const hunks = unequalRuns(columns, isEqual).map((hunk) => wholeWords(hunk, columns, quote, text, whole));
  return mergeRuns(hunks).flatMap((hunk) => {
    const q = sideOf(columns, hunk, 'q', region.q0);
    const t = sideOf(columns, hunk, 't', region.t0);
    const words = [quote.slice(q.start, q.end), text.slice(t.start, t.end)] as const;
    if (words[0].replaceAll(' ', '') === words[1].replaceAll(' ', '') && !/\d/.test(words[0])) {
      return [];
    }
    const next = quote[q.end] ?? '';
    const sides = [
      {
        words: words[0],
        quantities: within(quantities, q),
        residue: residue(quote, q, quantities),
      },
      { words: words[1], quantities: within(original, t), residue: residue(text, t, original) },
    ] as const;
    const kind = kindOf(sides, next);
    return [{ kind, q, t }];
  });
}

function quantitiesOf({ source }: Region, t0: number, t1: number): PlacedQuantity[] {
  const { prepared, bare } = source;
  const { text } = prepared.folded;
  // A quantity may reach over the ends of the region.
  const start = Math.max(0, (bare.at[t0] ?? 0) - reach);
  const end = Math.min(text.length, (bare.at[t1 - 1] ?? 0) + 1 + reach);
  return placeQuantities(text.slice(start, end), bare, start);
}

/** Longer than any numeral with its unit. */
const reach = 24;

function within(quantities: readonly PlacedQuantity[], { start, end }: Span): PlacedQuantity[] {
  return quantities.filter(({ span }) => span.start >= start && span.end <= end);
}

/** The runs of columns that differ; a single equal column between two does not part them. */
function unequalRuns(columns: readonly Column[], isEqual: (column: Column) => boolean): Span[] {
  const runs: Span[] = [];
  for (const [i, column] of columns.entries()) {
    if (isEqual(column)) continue;
    const last = runs.at(-1);
    if (last && i - last.end <= 1) runs[runs.length - 1] = { start: last.start, end: i + 1 };
    else runs.push({ start: i, end: i + 1 });
  }
  return runs;
}

/** Widens a run to the whole figures and the whole Latin words that it touches. */
function wholeWords(
  run: Span,
  columns: readonly Column[],
  quote: string,
  text: string,
  quantities: readonly Span[],
): Span {
  let { start, end } = run;
  const charAt = (i: number): string => {
    const column = columns[i];
    if (!column) return '';
    return column.q >= 0 ? quote[column.q]! : text[column.t]!;
  };
  for (let size = 0; size !== end - start;) {
    size = end - start;
    for (const one of quantities) {
      if (one.start >= end || one.end <= start) continue;
      start = Math.min(start, one.start);
      end = Math.max(end, one.end);
    }
    while (joinsWords.test(charAt(start)) && inWord.test(charAt(start - 1))) start--;
    while (joinsWords.test(charAt(end - 1)) && inWord.test(charAt(end))) end++;
  }
  return { start, end };
}

function mergeRuns(runs: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (!last || run.start > last.end) merged.push(run);
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, run.end) };
  }
  return merged;
}

/** The columns that hold a bare range of one side; empty when none does. */
function columnRange(columns: readonly Column[], span: Span, side: 'q' | 't'): Span {
  let start = -1;
  let end = -1;
  for (const [i, column] of columns.entries()) {
    const at = column[side];
    if (at < span.start || at >= span.end) continue;
    if (start === -1) start = i;
    end = i + 1;
  }
  return { start: Math.max(0, start), end: Math.max(0, end) };
}

/** What a run of columns holds of one side; an empty range behind the column before it when it holds nothing. */
function sideOf(columns: readonly Column[], run: Span, side: 'q' | 't', first: number): Span {
  const offsets = columns
    .slice(run.start, run.end)
    .map((column) => column[side])
    .filter((offset) => offset >= 0);
  if (offsets.length > 0) return { start: offsets[0]!, end: offsets.at(-1)! + 1 };
  for (let i = run.start - 1; i >= 0; i--) {
    const at = columns[i]![side];
    if (at >= 0) return { start: at + 1, end: at + 1 };
  }
  return { start: first, end: first };
}

interface Side {
  readonly words: string;
  readonly quantities: readonly PlacedQuantity[];
  /** The words without the quantities. */
  readonly residue: string;
}

function kindOf([pasted, original]: readonly [Side, Side], next: string): Difference['kind'] {
  if (pasted.quantities.length > 0 || original.quantities.length > 0) {
    if (!pairwise(pasted, original, sameValue)) return 'figure';
    if (!pairwise(pasted, original, sameUnit)) return 'unit';
    if (pasted.residue === original.residue) return 'rewritten';
  } else {
    const isSigned = /[-+]$/.test(pasted.words || original.words) && /\d/.test(next);
    const isChinese = chineseDigit.test(pasted.words) && chineseDigit.test(original.words);
    if (isSigned || isChinese || /\d/.test(pasted.words + original.words)) return 'figure';
  }
  return count(pasted.residue) === count(original.residue) ? 'words' : 'negation';
}

function pairwise(a: Side, b: Side, agree: (a: PlacedQuantity, b: PlacedQuantity) => boolean): boolean {
  return a.quantities.length === b.quantities.length && a.quantities.every((one, i) => agree(one, b.quantities[i]!));
}

function count(text: string): number {
  return text.match(negations)?.length ?? 0;
}

/** Whether two quantities have the same value, whatever their unit; `多` and `余` are part of it, and 0560 is not 560. */
function sameValue(a: PlacedQuantity, b: PlacedQuantity): boolean {
  const isPlain = a.quantity.kind !== 'date' && a.quantity.kind !== 'time';
  if (isPlain && paddedZero.test(a.text) !== paddedZero.test(b.text)) return false;
  if (/[多余]/u.test(a.text) !== /[多余]/u.test(b.text)) return false;
  return sameQuantity({ ...a.quantity, unit: null }, { ...b.quantity, unit: null });
}

function sameUnit(a: PlacedQuantity, b: PlacedQuantity): boolean {
  return a.quantity.unit === b.quantity.unit && a.quantity.kind === b.quantity.kind;
}

function residue(text: string, range: Span, quantities: readonly PlacedQuantity[]): string {
  let rest = '';
  let at = range.start;
  for (const { span } of within(quantities, range)) {
    rest += text.slice(at, span.start);
    at = Math.max(at, span.end);
  }
  return rest + text.slice(at, range.end);
}
