/** When a figure holds: the date that it belongs to, and whether it is an old or a new value. */
import type { CalendarDate } from '../text/calendar.js';
import { clauseEnd, lastEnd } from '../text/clause-marks.js';
import type { Quantity } from '../text/quantities.js';
import { isLabel, isYear, type CheckableText } from './checkable-text.js';

/** `from`: what something was (由X); `to`: what it became (增长到Y). */
export type Role = 'from' | 'to' | null;

const comparand = /(?:比|较|相比|与|同|跟|compared (?:with|to)|than(?: in)?|vs\.?|over)\s*$/u;
const behind = /^\s*\(?(?:in|for|during|of|by|on|at the end of)?\s*(?:the )?$/u;

const betweenDates = /^\s*(?:到|至|-|–|—|~|to|and)\s*$/u;

/** 从2017年到2023年,由421亿元增至938亿元: the old value is of the first date, the new one of the second, and any other of neither. */
export function dateOf(source: CheckableText, index: number, role: Role): Quantity | null {
  const date = nearestDate(source, index);
  const { text, quantities } = source;
  const place = date ? quantities.indexOf(date) : -1;
  const first = quantities[place - 1];
  if (!date || !first || !isYearOrDate(first)) return date;
  if (!betweenDates.test(text.slice(first.end, date.start))) return date;
  return role === 'from' ? first : role === 'to' ? date : null;
}

/** English puts the date behind its figure, Chinese before it; a date that is compared with belongs to no figure. */
function nearestDate({ text, quantities }: CheckableText, index: number): Quantity | null {
  const own = quantities[index]!;
  const clause = lastEnd(clauseEnd, text.slice(0, own.start));
  const next = quantities[index + 1];
  if (
    next &&
    isYearOrDate(next) &&
    behind.test(text.slice(own.end, next.start)) &&
    next.start > own.end
  )
    return next;
  for (let i = index - 1; i >= 0; i--) {
    const one = quantities[i]!;
    if (!isYearOrDate(one)) continue;
    const isNext = i === index - 1 && /^的?$/u.test(text.slice(one.end, own.start));
    if (isNext) return one;
    if (comparand.test(text.slice(0, one.start))) continue;
    if (/^\s*(?:相比|同期|的?基础上)/u.test(text.slice(one.end))) continue;
    const before = quantities[i - 1];
    const isTaken =
      before &&
      !isYearOrDate(before) &&
      one.start > before.end &&
      behind.test(text.slice(before.end, one.start));
    if (isTaken && /[a-z]/u.test(text)) continue;
    // 2024年的79.55%,落地项目48个: a date that stands right at a figure goes no further than its clause.
    const after = quantities[i + 1];
    if (one.end < clause && after && /^的?$/u.test(text.slice(one.end, after.start))) return null;
    return one;
  }
  return null;
}

/** Neither a date nor an ordinal that names a thing. */
export function isMeasured(text: string, quantity: Quantity): boolean {
  return !isYearOrDate(quantity) && !isLabel(text, quantity);
}

function isYearOrDate(quantity: Quantity): boolean {
  const { kind, date } = quantity;
  if (kind !== 'date') return isYear(quantity);
  return date!.year !== null || date!.month !== null || date!.period !== null;
}

export function calendarDate({ date, value }: Quantity): CalendarDate {
  return date ?? { year: value, month: null, day: null, period: null };
}

export function isSince(text: string, { start, end }: Quantity): boolean {
  return (
    /^\s*(?:以来|至今|起|开始)/u.test(text.slice(end)) ||
    /(?:自|since)\s*$/u.test(text.slice(0, start))
  );
}

const fromBefore =
  /(?:由|从|自|\bfrom)(?:原来|此前|最初|去年|上年)?(?:的|约|近|about|around|\s|第)*$/u;
const toBefore =
  /(?:至|(?<!达)到|(?<!\b(?:amount(?:s|ed)?|comes?|came|total(?:s|led)?) )\bto)(?:了|的|约|近|about|around|\s|第)*$/u;

/** Something comes from one value only where it gets to another: 由第三方 is no old value. */
export function rolesOf(source: CheckableText): Role[] {
  const { quantities } = source;
  const roles = quantities.map((_, i) => roleOf(source, i));
  return roles.map((role, i) => {
    const isLeft = quantities.some(
      ({ kind }, k) => roles[k] === 'to' && kind === quantities[i]!.kind,
    );
    return role === 'from' && !isLeft ? null : role;
  });
}

function roleOf({ text, quantities }: CheckableText, index: number): Role {
  const { start, kind } = quantities[index]!;
  if (kind === 'date') return null;
  const previous = quantities.findLast((one, i) => i < index && isMeasured(text, one));
  const from = Math.max(previous?.end ?? 0, lastEnd(clauseEnd, text.slice(0, start)));
  let before = text.slice(from, start);
  for (const one of quantities) {
    if (one.start >= from && one.end <= start && isYearOrDate(one))
      before = before.replace(text.slice(one.start, one.end), '');
  }
  if (fromBefore.test(before)) return 'from';
  return toBefore.test(before) ? 'to' : null;
}
