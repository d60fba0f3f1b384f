/** What of a claim tells a figure though it is no quantity: such things occur in a cited sentence or not at all. */
import type { CheckableText } from './checkable-text.js';

/** The first that no cited sentence holds; null when all are held. */
export function findUnreadFigure(
  claim: CheckableText,
  cited: readonly CheckableText[],
): string | null {
  return (
    unstatedToken(claim, cited) ??
    unstatedMagnitude(claim, cited) ??
    unstatedMultiple(claim, cited) ??
    unstatedDay(claim, cited) ??
    unknownDigit(claim, cited)
  );
}

const token = /[a-z\d]+(?:[+\-./:×_*][a-z\d]+)*/gu;
const isTelephone = /^\d{2,4}-\d{6,}$|^\d{3}-\d{3,4}-\d{4}$|^0\d{5,}$/u;

/** Digits that are no quantity, such as 2+1, C919 and telephone numbers, occur as they are or not at all. */
function unstatedToken(claim: CheckableText, cited: readonly CheckableText[]): string | null {
  for (const match of claim.text.matchAll(token)) {
    const [found] = match;
    if (!/\d/.test(found)) continue;
    const start = match.index;
    const end = start + found.length;
    const isRead = claim.quantities.some((one) => one.start <= start && end <= one.end);
    const isRange = /^\d[\d.]*-\d[\d.]*$/u.test(found) && !isTelephone.test(found);
    if (
      (isRead || isRange || isPieces(claim, start, end)) &&
      !/[+×*_]/u.test(found) &&
      !isTelephone.test(found)
    )
      continue;
    if (!cited.some(({ text }) => hasToken(text, found))) return found;
  }
  return null;
}

/** Whether every digit of a range belongs to a quantity and no letter stands among them: 59,000 and 9:00-10:00. */
function isPieces({ text, quantities }: CheckableText, start: number, end: number): boolean {
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

const magnitude =
  /(?<![\d.一二三四五六七八九])[十百千万亿]{1,3}(?=级|余|多)|[数几上成近约超达过破逾][十百千万亿]{1,3}/gu;

/** 千亿级, 数百亿, 上千, 近千亿: magnitudes without a figure. */
function unstatedMagnitude(claim: CheckableText, cited: readonly CheckableText[]): string | null {
  const all = Array.from(claim.text.matchAll(magnitude), ([found]) => found);
  return (
    all.find(
      (one) =>
        !cited.some(({ text }) => [...text.matchAll(magnitude)].some(([other]) => other === one)),
    ) ?? null
  );
}

/** Changes told without a figure, with what a sentence may say instead. */
const multiples: readonly (readonly [claimed: RegExp, stated: RegExp])[] = [
  [
    /翻了?[一两二三四]?番|倍增|\b(?:doubl|tripl|quadrupl)(?:ed|es|ing)\b/u,
    /番|倍|100%|doubl|tripl|quadrupl|twice|fold/u,
  ],
  [/减半|腰斩|\bhalv(?:ed|es|ing)\b/u, /半|腰斩|50%|hal[fv]/u],
];

function unstatedMultiple(claim: CheckableText, cited: readonly CheckableText[]): string | null {
  for (const [claimed, stated] of multiples) {
    const found = claimed.exec(claim.text)?.[0];
    if (found !== undefined && !cited.some(({ text }) => stated.test(text))) return found;
  }
  return null;
}

/** Digits of other scripts, which folding leaves as they are and nothing reads: ٩١٥. */
function unknownDigit(claim: CheckableText, cited: readonly CheckableText[]): string | null {
  const unread = claim.text.match(/(?![\d〇])\p{N}+/gu) ?? [];
  return unread.find((digits) => !cited.some(({ text }) => text.includes(digits))) ?? null;
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** 周一, Monday, yesterday: days without a date. 一周一次 holds none. */
const dayWord = new RegExp(
  `(?<![一两二三四五六七八九十\\d])(?:星期|礼拜|周)([一二三四五六日天])(?![次期回场])|(昨|明)[天日]|\\b(${weekdays.join('|')}|yesterday|tomorrow)\\b`,
  'gu',
);
const sameDays: Readonly<Record<string, string>> = { 天: '日', yesterday: '昨', tomorrow: '明' };

function unstatedDay(claim: CheckableText, cited: readonly CheckableText[]): string | null {
  const stated = new Set(cited.flatMap(daysOf));
  return daysOf(claim).find((day) => !stated.has(day)) ?? null;
}

function daysOf({ text }: CheckableText): string[] {
  return Array.from(text.matchAll(dayWord), (match) => {
    const day = match.slice(1).find(Boolean)!;
    const ofWeek = weekdays.indexOf(day);
    return ofWeek === -1 ? (sameDays[day] ?? day) : '日一二三四五六'[ofWeek]!;
  });
}
