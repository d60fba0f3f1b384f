/** Dates that a release says relative to itself: 「今年1月」 of a release of 2025-03-02 is 2025-01. */

/** As much of an ISO date as is known: `2025`, `2025-01` or `2025-01-08`. */
export type PartialDate = string;

const relativeYears: Readonly<Record<string, number>> = {
  今年: 0, 本年: 0, 去年: -1, 上年: -1, 前年: -2, 明年: 1, 'this year': 0, 'last year': -1, 'next year': 1,
}; // prettier-ignore
const relativeDays: Readonly<Record<string, number>> = {
  今天: 0, 今日: 0, 今晚: 0, 今早: 0, 昨天: -1, 昨日: -1, 昨晚: -1, 明天: 1, 明日: 1, today: 0, yesterday: -1, tomorrow: 1,
}; // prettier-ignore
const monthDay = /(?<!\d)(?<month>1[0-2]|[1-9])月(?:(?<day>[12]\d|3[01]|[1-9])[日号])?/u;
/** Not the 30日 of 30日内, which is a time, not a day. */
const dayAlone = /(?<![\d月])(?<day>[12]\d|3[01]|[1-9])日(?![内前后]|[\d\p{L}]*月)/u;
/** 1-11月 and 5月1日至7日 are no one date. */
const severalDates = /\d[月日号]?\s?[-–—~至到、和]\s?\d/u;
/** A month further ahead of that of the release, or behind it, may be of another year: 12月 in a release of January. */
const mostMonths = { ahead: 6, behind: 9 } as const;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * The date of a folded stretch that says one relative to its release, or without its year.
 * @param publishedOn ISO date of the release
 * @returns null when the stretch says its year itself, says of no date or of several, or may mean two years
 */
export function resolveDate(stretch: string, publishedOn: string): PartialDate | null {
  if (/(?:19|20)\d\d(?:年|\b)/u.test(stretch) || severalDates.test(stretch)) return null;
  const published = new Date(`${publishedOn}T00:00:00Z`);
  if (Number.isNaN(published.getTime())) return null;
  const days = namedIn(stretch, relativeDays);
  if (days !== null) {
    published.setUTCDate(published.getUTCDate() + days);
    return published.toISOString().slice(0, 10);
  }
  const [year, month] = [published.getUTCFullYear(), published.getUTCMonth() + 1];
  const named = monthDay.exec(stretch)?.groups;
  const years = namedIn(stretch, relativeYears);
  if (years !== null) return dateOf(year + years, named?.['month'], named?.['day']);
  if (named) {
    const ahead = Number(named['month']) - month;
    const isFar = ahead > mostMonths.ahead || -ahead > mostMonths.behind;
    return isFar ? null : dateOf(year, named['month'], named['day']);
  }
  const day = dayAlone.exec(stretch)?.groups?.['day'];
  // A day alone that is still to come may be of the month before.
  return day === undefined || Number(day) > Number(publishedOn.slice(8)) ? null : dateOf(year, String(month), day);
}

/** What the first of some words stands for; 目前年产 holds no 前年, as none begins inside another word. */
function namedIn(stretch: string, words: Readonly<Record<string, number>>): number | null {
  for (const { index } of segmenter.segment(stretch)) {
    const word = Object.keys(words).find((one) => stretch.startsWith(one, index));
    if (word !== undefined) return words[word]!;
  }
  return null;
}

function dateOf(year: number, month?: string, day?: string): PartialDate {
  return [String(year), month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-');
}
