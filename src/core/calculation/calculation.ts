/** Calculation: shares, differences, growth and sums of stated figures, exactly, and only of what can be compared. */
import { dividedBy, exact, minus, plus, times, type Exact } from '../text/numerals.js';
import { foldedSentence } from '../corpus/corpus.js';
import type { Operand } from './operand.js';
import { overlap } from './overlap.js';

/**
 * - `share`: the first of the second, in hundredths
 * - `difference`: the first less the second
 * - `growth`: from the first to the second, in hundredths of the first
 * - `sum`: of two or more
 */
export type Operation = 'share' | 'difference' | 'growth' | 'sum';

/** A finished calculation. */
export interface Calculation {
  readonly operation: Operation;
  readonly operands: readonly Operand[];
  /** In hundredths for `percent` and `points`, otherwise in the operands' unit without any multiplier (元, not 亿元). */
  readonly value: Exact;
  /** `points`: the difference of two shares. */
  readonly kind: 'percent' | 'points' | 'amount';
}

/**
 * Why figures cannot be calculated with:
 * - `count`: too few or too many of them
 * - `approximate`: one is given as near, above or below, or as the end of a range
 * - `unit`: they are not of one unit, or shares where amounts are needed
 * - `year`: growth from the later to the earlier or between unknown years, or the share of another year's amount
 * - `zero`: a share of nothing, or growth from nothing
 * - `larger`: the share of a part that is larger than the whole
 * - `repeated`: the same figure twice
 * - `overlap`: the sum of a whole and a part of it
 */
export type CalculationFault = 'count' | 'approximate' | 'unit' | 'year' | 'zero' | 'larger' | 'repeated' | 'overlap';

/** The most figures of a sum. Unmeasured: a longer formula is no longer read. */
const mostOperands = 6;

/** Calculates, or says why not. */
export function calculate(
  operation: Operation,
  operands: readonly Operand[],
): Calculation | { readonly fault: CalculationFault } {
  const fault = faultOf(operation, operands);
  if (fault) return { fault };
  const figures = operands.map(({ figure }) => figure.exact!);
  const ofShares = operands[0]!.figure.kind === 'percent' ? 'points' : 'amount';
  return {
    operation,
    operands,
    value: compute[operation](figures as [Exact, Exact]),
    kind: operation === 'share' || operation === 'growth' ? 'percent' : ofShares,
  };
}

const compute: Readonly<Record<Operation, (figures: [Exact, Exact, ...Exact[]]) => Exact>> = {
  share: ([a, b]) => inHundredths(dividedBy(a, b)),
  difference: ([a, b]) => minus(a, b),
  growth: ([a, b]) => inHundredths(dividedBy(minus(b, a), a)),
  sum: (figures) => figures.reduce((sum, next) => plus(sum, next)),
};

function faultOf(operation: Operation, operands: readonly Operand[]): CalculationFault | null {
  const most = operation === 'sum' ? mostOperands : 2;
  if (operands.length < 2 || operands.length > most) return 'count';
  if (operands.some(({ isApproximate }) => isApproximate)) return 'approximate';
  const [first, second] = operands as [Operand, Operand];
  const isAnyPair = (holds: (a: Operand, b: Operand) => boolean): boolean =>
    operands.some((other, i) => operands.slice(0, i).some((own) => holds(own, other)));
  if (isAnyPair(isSameFigure)) return 'repeated';
  if (operands.some((other) => !canCompare(first, other))) return 'unit';
  if (operation === 'sum' && isAnyPair(overlap)) return 'overlap';
  // The share of a share, its growth in hundredths and the sum of shares of different wholes mislead; ranks have a distance only.
  if (operation !== 'difference' && first.figure.kind !== 'number') return 'unit';
  if (operation === 'growth' && !isForward(first, second)) return 'year';
  if (operation === 'share' && !canShareYear(first, second)) return 'year';
  const base = operation === 'share' ? second : operation === 'growth' ? first : null;
  if (base?.figure.exact!.num === 0n) return 'zero';
  return operation === 'share' && isLarger(first, second) ? 'larger' : null;
}

function isLarger(a: Operand, b: Operand): boolean {
  return minus(a.figure.exact!, b.figure.exact!).num > 0n;
}

/** The same stretch, or the same words in another release. */
function isSameFigure(a: Operand, b: Operand): boolean {
  if (a.figure.start !== b.figure.start || a.figure.end !== b.figure.end) return false;
  return (
    (a.prepared === b.prepared && a.sentence === b.sentence) ||
    foldedSentence(a.prepared, a.sentence) === foldedSentence(b.prepared, b.sentence)
  );
}

/** Measure words that count the same kind of thing; 个 counts anything, but a project (个, 项) is no firm (家, 户). */
const interchangeable = [new Set(['个', '项', '宗']), new Set(['人', '名', '位'])];

/** Whether two figures are of one kind and unit. Units are never converted. */
function canCompare(a: Operand, b: Operand): boolean {
  if (a.figure.kind !== b.figure.kind) return false;
  if (a.figure.kind === 'percent') return true;
  if (a.unit === null || b.unit === null) return false;
  const [one, other] = [a.unit, b.unit];
  return one === other || interchangeable.some((group) => group.has(one) && group.has(other));
}

/** From the earlier to the later year; where a year is not stated, as one sentence leads from one to the other. */
function isForward(from: Operand, to: Operand): boolean {
  if (from.year !== null && to.year !== null) return from.year < to.year;
  return leadsTo(from, to);
}

/** All that stands between an earlier figure and a later one: 由421亿元〔增长到2023年的〕938亿元. */
const change =
  /^(?: in \d{4})?[^,，。;；\d]{0,4}(?:增长|增加|提高|提升|上升|扩大|下降|降低|降|减少|缩小)?[^,，。;；\d]{0,2}(?:[到至为]| to )(?:\d{4}年?)?[^,，。;；\d]{0,3}$/u;

/** Whether one sentence says that the first figure became the second. */
export function leadsTo(from: Operand, to: Operand): boolean {
  const isOneSentence = from.prepared === to.prepared && from.sentence === to.sentence;
  if (!isOneSentence || from.figure.kind !== to.figure.kind) return false;
  const text = foldedSentence(from.prepared, from.sentence);
  return from.figure.end <= to.figure.start && change.test(text.slice(from.figure.end, to.figure.start));
}

function canShareYear(a: Operand, b: Operand): boolean {
  return a.year === null || b.year === null || a.year === b.year;
}

function inHundredths(value: Exact): Exact {
  return times(value, exact(100n));
}
