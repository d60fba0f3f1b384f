/**
 * Figures of a free claim that no sentence states but that follow from stated ones: 约5.3亿 from 5.28亿, 26枚 from 10枚, 7枚
 * and 9枚.
 */
import type { Exact } from '../text/numerals.js';
import type { Quantity } from '../text/quantities.js';
import { isCounter, scaleOf } from '../text/units.js';

/**
 * `rounded`: at the claim's own precision, also into another unit; `derived`: a sum, a difference, a share or a
 * multiple.
 */
export type Nearness = 'rounded' | 'derived';

/** The most that rounding may change a value, as a share: two tenths for 18 %, 近20 for 18. Unmeasured. */
const mostRounded = 0.15;
/** The same for what is calculated; a smaller share, because many pairs are tried. Unmeasured. */
const mostDerived = 0.05;
/** So many figures are calculated with; more are a table. */
const mostAdded = 12;

/**
 * How a figure follows from stated ones; null when it does not.
 * @param isInWords whether it is written without digits, as 四分之三 is: such a figure is meant loosely
 */
export function nearnessOf(figure: Quantity, isInWords: boolean, stated: readonly Quantity[]): Nearness | null {
  if (figure.exact === null) return null;
  const goal = valueOf(figure);
  const place = placeOf(figure.exact) * scaleOf(figure.unit).factor;
  const step = isInWords ? Math.max(place, goal * mostDerived) : place;
  const rounds = (value: number, most: number): boolean =>
    Math.abs(value - goal) < step * 0.9999 && Math.abs(value - goal) <= Math.abs(value) * most;
  const values = stated.filter((one) => isComparable(one, figure)).map(valueOf);
  if (values.some((value) => rounds(value, mostRounded))) return 'rounded';
  const sums = pairsOf(values).flatMap(([a, b]) => [a + b, Math.abs(a - b)]);
  const total = values.slice(0, mostAdded).reduce((sum, value) => sum + value, 0);
  return [...sums, total, ...ratiosFor(figure, stated)].some((value) => rounds(value, mostDerived)) ? 'derived' : null;
}

/** Shares and multiples of figures of one unit, where the figure is one: 三分之二 of 12名 and 18名. */
function ratiosFor({ kind, unit }: Quantity, stated: readonly Quantity[]): number[] {
  if (kind !== 'percent' && unit !== '倍') return [];
  const counted = stated.filter((one) => one.kind === 'number');
  const ratios = pairsOf(counted)
    .filter(([a, b]) => isComparable(a, b))
    .map(([a, b]) => valueOf(a) / valueOf(b))
    .flatMap((ratio) => [ratio, 1 / ratio]);
  if (unit === '倍') return ratios;
  return ratios.filter((ratio) => ratio < 1).flatMap((share) => [100 * share, 100 - 100 * share]);
}

function pairsOf<T>(values: readonly T[]): [T, T][] {
  const few = values.slice(0, mostAdded);
  return few.flatMap((a, i) => few.slice(i + 1).map((b): [T, T] => [a, b]));
}

function valueOf({ value, unit }: Quantity): number {
  return value! * scaleOf(unit).factor;
}

function isComparable(a: Quantity, b: Quantity): boolean {
  if (a.exact === null || isOrdinal(a) !== isOrdinal(b)) return false;
  if (isCount(a) && isCount(b)) return true;
  return baseOf(a) === baseOf(b);
}

function isOrdinal({ kind }: Quantity): boolean {
  return kind === 'ordinal' || kind === 'time';
}

function isCount({ kind, unit }: Quantity): boolean {
  return kind === 'number' && (unit === null || isCounter(unit));
}

/** Shares differ by percentage points. */
function baseOf({ kind, unit }: Quantity): string {
  return kind === 'percent' ? '百分点' : scaleOf(unit).base;
}

/**
 * The place of the last digit that is not a trailing zero: 100 of 5300, 0.1 of 4.5; of a third and its like a
 * twentieth.
 */
function placeOf({ num, den }: Exact): number {
  if (num === 0n) return 0;
  if (10n ** 9n % den !== 0n) return (Number(num) / Number(den)) * mostDerived;
  let [digits, place] = [num * (10n ** 9n / den), 1e-9];
  while (digits % 10n === 0n) [digits, place] = [digits / 10n, place * 10];
  return place;
}
