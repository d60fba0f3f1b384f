/** The figures and dates of a claim: each must be stated by a cited sentence, in whatever notation. */
import { impliesQuantity, type Quantity } from '../text/quantities.js';
import { isCounter, isDuration, isMeasure, unitsAnswer } from '../text/units.js';
import type { CheckableText } from './checkable-text.js';

/** What of a claim is a figure: its quantities less what is one in form only. */
export function figuresOf(claim: CheckableText): Quantity[] {
  return claim.quantities.filter((one) => isFigure(claim, one));
}

/** The first figure of a claim that no cited sentence states; null when all are stated. */
export function findUnstatedFigure(claim: CheckableText, cited: readonly CheckableText[]): string | null {
  const lost = figuresOf(claim).find((one) => !isStated(one, claim, cited));
  if (lost) return claim.text.slice(lost.start, lost.end);
  return unstatedToken(claim, cited) ?? unstatedDay(claim, cited);
}

/**
 * Whether a cited sentence states a quantity of the claim: the same value, unit and sign, or a date at least as
 * precise.
 */
export function isStated(figure: Quantity, claim: CheckableText, cited: readonly CheckableText[]): boolean {
  return cited.some((source) => source.quantities.some((stated) => states(source, stated, claim, figure)));
}

/** 这两项, 上述三家: points at what was just named. */
const deictic = /(?:[这该此]|上述)$/u;
/** 第一,…第二,…: counts the points of the claim, not things of the release. */
const pointBefore = /(?:^|[。;,:])\s*$/u;
const pointAfter = /^[,、:]/u;

function isFigure({ text }: CheckableText, { start, end, kind, value, unit }: Quantity): boolean {
  const before = text.slice(0, start);
  if (kind === 'number' && unit !== null && isCounter(unit)) {
    const isArticle = value === 1 && text[start] === '一';
    return !isArticle && !(value! <= 10 && deictic.test(before));
  }
  const isPoint = pointBefore.test(before) && pointAfter.test(text.slice(end));
  return !(kind === 'ordinal' && unit === null && isPoint);
}

function states(source: CheckableText, stated: Quantity, claim: CheckableText, figure: Quantity): boolean {
  if (figure.kind === 'date') return statesDate(source, stated, figure);
  if (isNegative(claim, figure) && !isNegative(source, stated)) return false;
  // Ranks are written with and without 第: 第43位, 排名43.
  const areRanks = stated.kind !== figure.kind && [stated, figure].every(({ kind }) => ranks.has(kind));
  if (areRanks) return stated.value === figure.value;
  // The 23rd may be a day.
  if (figure.kind === 'ordinal' && stated.date) return stated.date.day === figure.value;
  return impliesQuantity({ ...stated, unit: null }, figure) && unitsMatch(source, stated, claim, figure);
}

const ranks: ReadonlySet<string> = new Set(['ordinal', 'number']);

/** Whether a minus sign stands before a figure; that of 10-20 and 2017年-2023年 is a dash. */
function isNegative({ text, quantities }: CheckableText, { start, kind }: Quantity): boolean {
  if (kind === 'date' || !/[-−–]$/u.test(text.slice(0, start))) return false;
  const isDash = quantities.some(({ end }) => end === start - 1);
  return !isDash && !/[a-z\d\-−–—]/u.test(text[start - 2] ?? '');
}

/** Things that are counted without a measure word: 14国 is 14个国家. */
const nouns = new Set('国省市县区村镇');

/**
 * What counts persons does not count firms; a bare number is no length of time and no measure; and a unit that the
 * sentence does not write behind its figure must stand somewhere in it (612万标箱 is not 612万吨).
 */
function unitsMatch(source: CheckableText, stated: Quantity, claim: CheckableText, figure: Quantity): boolean {
  const [a, b] = [stated.unit, figure.unit];
  if (stated.kind !== 'number' || a === b || nouns.has(a ?? '') || nouns.has(b ?? '')) return true;
  if (a !== null && b !== null) return unitsAnswer(a, b);
  if (a !== null) return !(isDuration(a) || isMeasure(a) || a === '岁' || a === '百分点');
  if (isCounter(b!)) return true;
  const written = claim.text.slice(figure.start, figure.end).replace(/^[\d.,\s万亿]+/u, '');
  return written !== '' && source.text.includes(written);
}

/** A year that stands before a date without one, in the same sentence, may complete it. */
function statesDate({ quantities }: CheckableText, stated: Quantity, figure: Quantity): boolean {
  if (impliesQuantity(stated, figure)) return true;
  const date = stated.date;
  if (!date || date.year !== null || figure.date!.year === null) return false;
  const before = quantities.findLast((one) => one.end <= stated.start && one.date?.year);
  const year = before?.date?.year;
  return year != null && impliesQuantity({ ...stated, date: { ...date, year } }, figure);
}

const token = /[a-z\d]+(?:[+\-./:×_*][a-z\d]+)*/gu;
/** Telephone numbers and what is added or multiplied are read as quantities, but mean what they are written as. */
const literal = /[+×*_]|^0\d{5,}$|^\d{2,4}-\d{6,}$|^\d{3}-\d{3,4}-\d{4}$/u;
/** Digits of other scripts, which folding leaves as they are. */
const otherDigits = /(?![\d〇])\p{N}+/gu;

/** Digits that are no quantity, such as 2+1, C919 and telephone numbers, occur as they are or not at all. */
function unstatedToken(claim: CheckableText, cited: readonly CheckableText[]): string | null {
  const tokens = [...claim.text.matchAll(token)].filter(
    ({ 0: found, index }) => /\d/u.test(found) && !isRead(claim, index, index + found.length),
  );
  const all = [...tokens, ...claim.text.matchAll(otherDigits)].map(([found]) => found);
  return all.find((found) => !cited.some(({ text }) => hasToken(text, found))) ?? null;
}

/** Whether quantities account for every digit of a stretch, and no letter stands among them: 59,000 and 9:00-10:00. */
function isRead({ text, quantities }: CheckableText, start: number, end: number): boolean {
  if (literal.test(text.slice(start, end))) return false;
  for (let i = start; i < end; i++) {
    const isInside = quantities.some((one) => one.start <= i && i < one.end);
    if (!isInside && /[a-z\d]/u.test(text[i]!)) return false;
  }
  return true;
}

function hasToken(text: string, found: string): boolean {
  for (let at = text.indexOf(found); at !== -1; at = text.indexOf(found, at + 1)) {
    const around = (text[at - 1] ?? '') + (text[at + found.length] ?? '');
    if (!/[a-z\d]/u.test(around)) return true;
  }
  return false;
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** 周一, Monday. 一周一次 holds none. */
const dayWord = new RegExp(
  `(?<![一两二三四五六七八九十\\d])(?:星期|礼拜|周)([一二三四五六日天])(?![次期回场])|\\b(${weekdays.join('|')})\\b`,
  'gu',
);

function unstatedDay(claim: CheckableText, cited: readonly CheckableText[]): string | null {
  const stated = new Set(cited.flatMap(daysOf).map(({ day }) => day));
  return daysOf(claim).find(({ day }) => !stated.has(day))?.written ?? null;
}

function daysOf({ text }: CheckableText): { readonly day: number; readonly written: string }[] {
  return Array.from(text.matchAll(dayWord), ([written, han, latin]) => ({
    written,
    // 天 is another word for 日.
    day: han ? Math.max(0, '日一二三四五六'.indexOf(han)) : weekdays.indexOf(latin!),
  }));
}
