/**
 * Quantities: the numbers, amounts, shares, ordinals, dates and times of a folded text, normalised so that two
 * spellings of the same value compare equal: 5.9万 and 五万九千, 42.11% and 百分之四十二点一一, 第四十场 and 第40场.
 *
 * A Chinese numeral counts only where it is one: with a measure word or unit, 第, 成, 分之, or as a number of several
 * characters. 一般, 统一, 万一, 三农 and 十四五 hold none.
 */
import { rangeMark } from './bounds.js';
import { calendarStart, readDate, type CalendarDate } from './calendar.js';
import { exact, readNumeral, times, type Exact } from './numerals.js';
import { readShare } from './shares.js';
import { readUnit, unitsAgree } from './units.js';

export type { CalendarDate } from './calendar.js';

/**
 * - `number`: a count or an amount; `unit` is normalised (美金 is 美元), null when none follows
 * - `percent`: a share in hundredths (三成 and 30% are 30, 四分之三 is 75); `unit` is null
 * - `ordinal`: 第43位; `unit` is what is counted
 * - `date`: only `date` is set
 * - `time`: minutes after midnight; `unit` is null
 */
export type QuantityKind = 'number' | 'percent' | 'ordinal' | 'date' | 'time';

/** One quantity and where it stands. */
export interface Quantity {
  /** Half-open range of the folded text, unit and currency sign included. */
  readonly start: number;
  readonly end: number;
  readonly kind: QuantityKind;
  /** The exact value, so that comparing never meets a rounding error; null for a date. */
  readonly exact: Exact | null;
  /** The nearest double to `exact`; null for a date. */
  readonly value: number | null;
  readonly unit: string | null;
  readonly date: CalendarDate | null;
}

const currencySigns: Readonly<Record<string, string>> = {
  $: '美元', us$: '美元', usd: '美元', hk$: '港元', nt$: '新台币', '€': '欧元', '£': '英镑', '¥': '元', rmb: '元',
}; // prettier-ignore

const currencyPattern = '(?:us|hk|nt)?\\$|usd|rmb|[€£¥]';
const numeralStart = '[\\d零〇一二两三四五六七八九十]';
const candidate = new RegExp(
  `百分之|千分之|万分之|第|一半|半|[上下]午|凌晨|晚上|中午|${currencyPattern}|${calendarStart}|${numeralStart}`,
  'g',
);
const currency = new RegExp(`(${currencyPattern}) ?(?=\\d)`, 'y');
// 半年 and 半个月 are amounts; 上半年, 一年半 and 半年报 are none of their own.
const halfUnit =
  /(?<![上下前后大小多\d零一二两三四五六七八九十年月天时])半(?=(?:年(?![报度线])|天|个月|个?小时|个世纪))/y;
const percentSign = / ?(?:%|percent\b|per cent\b)/y;
const permilleSign = / ?‰/y;
const clock = /(上午|下午|晚上|凌晨|中午)?(\d{1,2})(?::(\d{2})(?![\d:])|[时点](?:(\d{1,2})分(?!钟)|(半)|(整|许|钟)?))/y;
// Characters that make a word with a following 一: 统一部署 deploys nothing of one part.
const wordBeforeOne = /[统唯专万之划单归同逐合惟][一]$/;
// Names and set phrases that look like a numeral with its measure word.
const lookalike = /^(?:十分(?![钟之])|一部[分署]|五台山|七台河|五家渠|一次性|一家[子人]|十字)/;
// 七八个, 十四五, 十百千: a run that is no number holds none either, and is read once, however long.
const run = /\d[\d.,]*|[零〇一二两三四五六七八九十](?:[零〇一二两三四五六七八九十]|[百千万亿](?!分之))+/y;
const partOfName = /[a-z]-?\d$/; // covid-19, h1n1
const listMark = /^\s?、\s?$/;

/**
 * Finds the quantities of a folded text.
 *
 * Guarantee: the results are disjoint and in ascending order. A range (2017年至2023年, 10-20%) gives its two ends;
 * an end without a unit takes that of the other (3至5个).
 *
 * @param text folded, see `fold`
 */
export function findQuantities(text: string): Quantity[] {
  const found: Quantity[] = [];
  candidate.lastIndex = 0;
  for (let match = candidate.exec(text); match; match = candidate.exec(text)) {
    const next = quantityAt(text, match.index);
    if (next) found.push(next);
    candidate.lastIndex = next?.end ?? skipped(text, match.index);
  }
  return shareUnits(text, found);
}

/** Where to look on when nothing starts at `at`: behind the run, so that no number is read from its middle. */
function skipped(text: string, at: number): number {
  return at + Math.max(1, matchAt(run, text, at)?.[0].length ?? 0);
}

function quantityAt(text: string, at: number): Quantity | null {
  if (partOfName.test(text.slice(Math.max(0, at - 2), at + 1))) return null;
  return (
    clockAt(text, at) ??
    dateAt(text, at) ??
    ordinalAt(text, at) ??
    shareAt(text, at) ??
    halfAt(text, at) ??
    amountAt(text, at)
  );
}

function dateAt(text: string, start: number): Quantity | null {
  const found = readDate(text, start);
  if (!found) return null;
  return {
    start,
    end: found.end,
    kind: 'date',
    exact: null,
    value: null,
    unit: null,
    date: found.date,
  };
}

function clockAt(text: string, start: number): Quantity | null {
  const match = matchAt(clock, text, start);
  if (!match) return null;
  const [whole, part, hourText, colonMinutes, minutes, half, mark] = match;
  // 9点 may be nine points; 9时, 上午9点 and 9点钟 are times.
  const certain = part ?? colonMinutes ?? minutes ?? half ?? mark;
  if (certain === undefined && !whole.endsWith('时')) return null;
  const hour = Number(hourText);
  const minute = half ? 30 : Number(colonMinutes ?? minutes ?? 0);
  if (hour > 24 || minute > 59) return null;
  const afternoon = (part === '下午' || part === '晚上') && hour < 12;
  const value = exact(BigInt((afternoon ? hour + 12 : hour) * 60 + minute));
  return quantity(start, start + whole.length, 'time', value, null);
}

function ordinalAt(text: string, start: number): Quantity | null {
  if (text[start] !== '第') return null;
  const numeral = readNumeral(text, start + 1);
  if (!numeral) return null;
  const unit = readUnit(text, numeral.end, numeral.script);
  return quantity(start, unit?.end ?? numeral.end, 'ordinal', numeral.value, unit?.unit ?? null);
}

function shareAt(text: string, start: number): Quantity | null {
  const share = readShare(text, start);
  return share && quantity(start, share.end, 'percent', share.percent, null);
}

function halfAt(text: string, start: number): Quantity | null {
  if (!matchAt(halfUnit, text, start)) return null;
  const unit = readUnit(text, start + 1, 'arabic');
  return unit && quantity(start, unit.end, 'number', exact(1n, 2n), unit.unit);
}

/** Numbers in digits or characters with their unit, percent or currency sign. */
function amountAt(text: string, start: number): Quantity | null {
  const sign = matchAt(currency, text, start);
  const at = start + (sign?.[0].length ?? 0);
  const numeral = readNumeral(text, at);
  if (!numeral) return null;
  if (sign) return quantity(start, numeral.end, 'number', numeral.value, currencySigns[sign[1]!]!);
  if (lookalike.test(text.slice(start, start + 3)) || wordBeforeOne.test(text.slice(0, start + 1))) return null;
  for (const [pattern, base] of [
    [percentSign, 100n],
    [permilleSign, 1000n],
  ] as const) {
    const mark = matchAt(pattern, text, numeral.end);
    if (mark) return percent(start, numeral.end + mark[0].length, numeral.value, base);
  }
  const unit = readUnit(text, numeral.end, numeral.script);
  if (unit) return quantity(start, unit.end, 'number', numeral.value, unit.unit);
  const alone = numeral.script === 'arabic' ? !/[a-z]/.test(text[numeral.end] ?? '') : numeral.end > start + 1;
  return alone ? quantity(start, numeral.end, 'number', numeral.value, null) : null;
}

function percent(start: number, end: number, value: Exact, base: bigint): Quantity {
  return quantity(start, end, 'percent', times(value, exact(100n, base)), null);
}

function quantity(start: number, end: number, kind: QuantityKind, value: Exact, unit: string | null): Quantity {
  const double = Number(value.num) / Number(value.den);
  return { start, end, kind, exact: value, value: double, unit, date: null };
}

/** Gives the first end of a range the unit that only the second carries: 2017至2023年, 3、5、7条. */
function shareUnits(text: string, found: readonly Quantity[]): Quantity[] {
  const shared = [...found];
  let tail = ''; // what follows the digits of the quantity on the right: 年 of 2023年
  for (let i = found.length - 2; i >= 0; i--) {
    const bare = found[i]!;
    const next = shared[i + 1]!;
    if (next === found[i + 1]) tail = tailOf(text, next);
    if (bare.kind !== 'number' || bare.unit !== null) continue;
    const between = text.slice(bare.end, next.start);
    if (!rangeMark.test(between) && !listMark.test(between)) continue;
    const same = quantityAt(text.slice(bare.start, bare.end) + tail, 0);
    if (same) shared[i] = { ...same, start: bare.start, end: bare.end };
  }
  return shared;
}

/** What follows the digits of a quantity: 万元 of 5万元; of a date only its first field. */
function tailOf(text: string, { start, end, kind }: Quantity): string {
  const tail = text.slice(start, end).replace(/^[\d.,]+/, '');
  return kind === 'date' ? tail.slice(0, 1) : tail;
}

/**
 * Whether two quantities state the same: equal values of the same kind, agreeing units (equal, one unknown, or both
 * mere measure words such as 个 and 项), and for dates the same year, month, day and period. A year without 年
 * (`in 2023`) equals that year. Units are not converted: 1公里 is not 1000米.
 */
export function sameQuantity(a: Quantity, b: Quantity): boolean {
  return impliesQuantity(a, b) && impliesQuantity(b, a);
}

/**
 * Whether `a` states all that `b` states: the same, or for dates at least as precisely (2024年12月27日 implies
 * 12月27日 and 2024年).
 */
export function impliesQuantity(a: Quantity, b: Quantity): boolean {
  const dateA = dateOf(a);
  const dateB = dateOf(b);
  if ((a.date || b.date) && dateA && dateB) {
    const fields = ['year', 'month', 'day', 'period'] as const;
    return fields.every((field) => dateB[field] === null || dateA[field] === dateB[field]);
  }
  if (!a.exact || !b.exact || a.kind !== b.kind || !unitsAgree(a.unit, b.unit)) return false;
  return a.exact.num === b.exact.num && a.exact.den === b.exact.den;
}

function dateOf({ date, kind, unit, value }: Quantity): CalendarDate | null {
  if (date) return date;
  if (kind !== 'number' || unit !== null || value === null || value < 1000 || value >= 3000) return null;
  return { year: value, month: null, day: null, period: null };
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}
