/** Calendar expressions: 2023年, 12月27日, 第三季度, 2024-03-08, March 8, 2024. */

/** A part of a year; `Q1-3` is 前三季度. */
export type Period = 'Q1' | 'Q2' | 'Q3' | 'Q4' | 'Q1-3' | 'H1' | 'H2';

/** A date as far as it is stated; null where it is not. A year before the common era is negative. */
export interface CalendarDate {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly period: Period | null;
}

const cnDigits = '零〇一二三四五六七八九';
const small = `\\d{1,2}|[${cnDigits}十]{1,3}`;
const era = '(公元前?)?\\s?';
const periodWords = '第?[一二三四1-4]个?季度|上半年|下半年|前三个?季度';

// 5000年, 10年 and 90年代 are no years of the calendar; 98年3月 and 公元618年 are.
const written = new RegExp(
  `(?:${era}([12]\\d{3}|[一二][${cnDigits}]{3}|(?<=公元前?)\\d{1,3}|\\d{2,3}(?=\\s?年\\s?\\d{1,2}\\s?月))\\s?年(?!代|级)度?\\s?)?` +
    `(?:(${periodWords})|(?:(${small})\\s?月(?:份)?\\s?)?(?:(${small})\\s?(?:日(?!元|圆)|号(?![楼线院房店])))?)`,
  'y',
);
const iso = /([12]\d{3})([-/.])(\d{1,2})\2(\d{1,2})(?![\d])/y;

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthWord = `(${monthNames.join('|')})(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\.?`;
const monthFirst = new RegExp(
  `\\b${monthWord} (?:(\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? ([12]\\d{3})\\b)?|([12]\\d{3})\\b)`,
  'y',
);
const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${monthWord}(?:,? ([12]\\d{3})\\b)?(?![a-z])`, 'y');

/** Where a calendar expression can start, for a scan; a superset. */
export const calendarStart = `公元|[\\d${cnDigits}十第]|前三|[上下]半年|\\b(?:${monthNames.join('|')})`;

/**
 * Reads the longest calendar expression at `from` of a folded text.
 * @returns null when there is none, or when it names no possible month or day
 */
export function readDate(text: string, from: number): { readonly date: CalendarDate; readonly end: number } | null {
  return readNumeric(text, from) ?? readWritten(text, from) ?? readEnglish(text, from);
}

function readNumeric(text: string, from: number) {
  iso.lastIndex = from;
  const match = iso.exec(text);
  return match && dated(iso.lastIndex, match[1], match[3], match[4]);
}

function readWritten(text: string, from: number) {
  written.lastIndex = from;
  const match = written.exec(text);
  if (!match || match[0].trim() === '' || /^[\d\D]?号/.test(match[0])) return null;
  const [whole, before, year, period, month, day] = match;
  if (!month && day && whole.endsWith('号')) return null; // 5号 is a number of something
  if (!year && !period && !month && !/^\d/.test(day ?? '')) return null; // 一日 in 一日三餐
  const end = from + whole.trimEnd().length;
  const found = dated(end, year, month, day, period ? periodOf(period) : null);
  if (!found || !before?.includes('前') || found.date.year === null) return found;
  return { ...found, date: { ...found.date, year: -found.date.year } };
}

function readEnglish(text: string, from: number) {
  monthFirst.lastIndex = from;
  const first = monthFirst.exec(text);
  if (first) {
    const month = String(monthNames.indexOf(first[1]!) + 1);
    return dated(monthFirst.lastIndex, first[3] ?? first[4], month, first[2]);
  }
  dayFirst.lastIndex = from;
  const match = dayFirst.exec(text);
  if (!match) return null;
  const month = String(monthNames.indexOf(match[2]!) + 1);
  return dated(dayFirst.lastIndex, match[3], month, match[1]);
}

function dated(
  end: number,
  year?: string,
  month?: string,
  day?: string,
  period: Period | null = null,
): { date: CalendarDate; end: number } | null {
  const date = {
    year: smallNumber(year),
    month: smallNumber(month),
    day: smallNumber(day),
    period,
  };
  const possible = within(date.month, 12) && within(date.day, 31);
  return possible ? { date, end } : null;
}

function within(value: number | null, most: number): boolean {
  return value === null || (value >= 1 && value <= most);
}

/** A year, month or day in digits or in characters (二〇二三, 十二, 二十七); NaN when it is no number. */
function smallNumber(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^\d/.test(text)) return Number(text);
  const digits = [...text].map((c) => (c === '十' ? c : String(Math.max(0, cnDigits.indexOf(c) - 1)))).join('');
  if (!digits.includes('十')) return Number(digits);
  const [tens, ones] = digits.split('十');
  return Number(tens || '1') * 10 + Number(ones || '0');
}

function periodOf(words: string): Period {
  if (words.endsWith('半年')) return words.startsWith('上') ? 'H1' : 'H2';
  if (words.startsWith('前')) return 'Q1-3';
  const quarter = smallNumber(words.replace(/[第个季度]/g, ''));
  return `Q${quarter as 1 | 2 | 3 | 4}`;
}
