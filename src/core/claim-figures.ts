/** The figures of a claim: each must be stated by a cited sentence, whatever its spelling. */
import { impliesQuantity, type Quantity } from './quantities.js';
import type { Statement } from './statement.js';
import { isCounter, isDuration, isMeasure, unitsAnswer } from './units.js';

/** A quantity of a cited statement. */
export interface StatedFigure {
  readonly statement: Statement;
  readonly index: number;
}

/** A figure of the claim with every place where it is stated. */
export interface ClaimFigure {
  /** Place among the claim's quantities. */
  readonly index: number;
  readonly stated: readonly StatedFigure[];
}

/** 一个, 一批: a figure in form only, unless it says that there is no more than one. */
const article = /^一/u;
const onlyBefore = /[仅只唯共每]\s?有?$|总计$|合计$/u;
/** 这两项, 上述三家: points at what was just named. */
const deictic = /(?:[这该此]|上述)$/u;
/** 第一,…第二,…: counts the points of the claim, not things of the release. */
const discourseBefore = /(?:^|[。;,:])\s*$/u;
const discourseAfter = /^[,、:]/u;

/** Whether a quantity of a claim states a figure at all. */
export function isFigure({ text }: Statement, quantity: Quantity): boolean {
  const { start, end, kind, value, unit } = quantity;
  const written = text.slice(start, end);
  const before = text.slice(0, start);
  const counts = kind === 'number' && unit !== null && isCounter(unit);
  if (counts && value === 1 && article.test(written)) return onlyBefore.test(before);
  if (counts && value! <= 10 && deictic.test(before)) return false;
  const isPoint = discourseBefore.test(before) && discourseAfter.test(text.slice(end));
  return !(kind === 'ordinal' && unit === null && isPoint);
}

/** Where a cited statement states the figure. */
export function findStated(
  claim: Statement,
  index: number,
  cited: readonly Statement[],
): StatedFigure[] {
  const quantity = claim.quantities[index]!;
  return cited.flatMap((statement) =>
    [...statement.quantities.keys()]
      .filter((i) => states(statement, i, claim, quantity))
      .map((i) => ({ statement, index: i })),
  );
}

/** Things that are counted without a measure word: 14国 is 14个国家. */
const nouns = new Set('国 省 市 县 区 村 镇'.split(' '));
const rankBefore = /(?:排名|排|位列|位居|名列|rank(?:ed)?|place[ds]?|top)\s*(?:第|at|no\.?)?\s*$/u;

function states(statement: Statement, index: number, claim: Statement, asked: Quantity): boolean {
  const stated = statement.quantities[index]!;
  if (stated.kind === 'ordinal' && asked.kind === 'number') {
    // 排名43 and 十四届 are written without 第.
    const isRank = rankBefore.test(claim.text.slice(0, asked.start));
    return stated.value === asked.value && (isRank || /^[位名届]$/u.test(asked.unit ?? ''));
  }
  if (asked.kind === 'date') return statesDate(statement, stated, asked);
  return (
    impliesQuantity(unitOf(statement, stated, asked.unit), unitOf(claim, asked, stated.unit)) &&
    unitsMatch(statement, stated, claim, asked)
  );
}

/** A figure with its unit made comparable: 新台币 before it says more than 元, and 14国 counts what 14个国家 does. */
function unitOf({ text }: Statement, quantity: Quantity, other: string | null): Quantity {
  const { unit, start, end } = quantity;
  if (unit === '元') {
    const near = text.slice(Math.max(0, start - 4), end + 4);
    const currency = /新台币|台币/u.test(near) ? '新台币' : /港元|港币/u.test(near) ? '港元' : '元';
    return { ...quantity, unit: currency };
  }
  const isCounted = other !== null && nouns.has(other) && unit !== null && isCounter(unit);
  return isCounted && text.slice(end, end + nounReach).includes(other)
    ? { ...quantity, unit: other }
    : quantity;
}

const nounReach = 6;

/**
 * Units beyond {@link impliesQuantity}, which lets an unknown unit agree with any: what counts persons does not count firms; a bare number is
 * no length of time; and a unit that the sentence does not write behind its figure must stand somewhere in it (612万标箱 is not 612万吨).
 */
function unitsMatch(
  statement: Statement,
  stated: Quantity,
  claim: Statement,
  asked: Quantity,
): boolean {
  if (stated.kind !== 'number' || stated.unit === asked.unit) return true;
  if (nouns.has(stated.unit ?? '') || nouns.has(asked.unit ?? '')) return true;
  if (stated.unit !== null && asked.unit !== null) {
    const pair = [stated.unit, asked.unit];
    return (
      pair.every((unit) => unit === '家' || unit === '户') || unitsAnswer(stated.unit, asked.unit)
    );
  }
  if (asked.unit === null)
    return !(
      isDuration(stated.unit!) ||
      isMeasure(stated.unit!) ||
      stated.unit === '岁' ||
      stated.unit === '百分点'
    );
  if (isCounter(asked.unit)) return true;
  const written = claim.text.slice(asked.start, asked.end).replace(/^[\d.,\s万亿]+/u, '');
  return written !== '' && statement.text.includes(written);
}

/** A year that stands before a date without one, in the same sentence, may complete it. */
function statesDate({ text, quantities }: Statement, stated: Quantity, asked: Quantity): boolean {
  if (impliesQuantity(stated, asked)) return true;
  const date = stated.date;
  if (!date || date.year !== null || asked.date!.year === null) return false;
  const year = quantities.findLast(
    ({ end, date: other }) => end <= stated.start && other !== null && other.year !== null,
  );
  if (!year || /^(?:以来|起|至今)/u.test(text.slice(year.end))) return false;
  return impliesQuantity({ ...stated, date: { ...date, year: year.date!.year } }, asked);
}

/** The figures of a claim with where they are stated; the text of the first that no cited statement states. */
export function checkFigures(
  claim: Statement,
  cited: readonly Statement[],
): { readonly figures: readonly ClaimFigure[]; readonly fault: string | null } {
  const figures: ClaimFigure[] = [];
  for (const [index, quantity] of claim.quantities.entries()) {
    if (!isFigure(claim, quantity)) continue;
    const stated = findStated(claim, index, cited);
    if (stated.length === 0)
      return { figures, fault: claim.text.slice(quantity.start, quantity.end) };
    figures.push({ index, stated });
  }
  return { figures, fault: unstatedToken(claim, cited) ?? unstatedMagnitude(claim, cited) };
}

const token = /[a-z\d]+(?:[+\-./:×_*][a-z\d]+)*/gu;
const isTelephone = /^\d{2,4}-\d{6,}$|^\d{3}-\d{3,4}-\d{4}$|^0\d{5,}$/u;

/** Digits that are no quantity, such as 2+1, C919 and telephone numbers, occur as they are or not at all. */
function unstatedToken(claim: Statement, cited: readonly Statement[]): string | null {
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
function isPieces({ text, quantities }: Statement, start: number, end: number): boolean {
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
  /(?<![\d.一二三四五六七八九])[十百千万亿]{1,3}(?=级|余|多)|[数几上成][十百千万亿]{1,3}/gu;

/** 千亿级, 数百亿, 上千: magnitudes without a figure. */
function unstatedMagnitude(claim: Statement, cited: readonly Statement[]): string | null {
  const all = Array.from(claim.text.matchAll(magnitude), ([found]) => found);
  return (
    all.find(
      (one) =>
        !cited.some(({ text }) => [...text.matchAll(magnitude)].some(([other]) => other === one)),
    ) ?? null
  );
}
