/** The figures of a claim: each must be stated by a cited sentence, whatever its spelling. */
import { impliesQuantity, type Quantity } from '../text/quantities.js';
import type { CheckableText } from './checkable-text.js';
import { findUnreadFigure } from './unread-figures.js';
import { isCounter, isDuration, isMeasure, unitsAnswer } from '../text/units.js';

/** A quantity of a cited sentence. */
export interface StatedFigure {
  readonly source: CheckableText;
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
export function isFigure({ text }: CheckableText, quantity: Quantity): boolean {
  const { start, end, kind, value, unit } = quantity;
  const written = text.slice(start, end);
  const before = text.slice(0, start);
  const counts = kind === 'number' && unit !== null && isCounter(unit);
  if (counts && value === 1 && article.test(written)) return onlyBefore.test(before);
  if (counts && value! <= 10 && deictic.test(before)) return false;
  // 三次产业 is a term.
  if (unit === '次' && text.startsWith('产业', end)) return false;
  const isPoint = discourseBefore.test(before) && discourseAfter.test(text.slice(end));
  return !(kind === 'ordinal' && unit === null && isPoint);
}

/** Where a cited sentence states the figure. */
export function findStated(
  claim: CheckableText,
  index: number,
  cited: readonly CheckableText[],
): StatedFigure[] {
  const quantity = claim.quantities[index]!;
  return cited.flatMap((source) =>
    [...source.quantities.keys()]
      .filter((i) => states(source, i, claim, quantity))
      .map((i) => ({ source, index: i })),
  );
}

/** Things that are counted without a measure word: 14国 is 14个国家. */
const nouns = new Set('国 省 市 县 区 村 镇'.split(' '));
const rankBefore = /(?:排名|排|位列|位居|名列|rank(?:ed)?|place[ds]?|top)\s*(?:第|at|no\.?)?\s*$/u;

function states(
  source: CheckableText,
  index: number,
  claim: CheckableText,
  asked: Quantity,
): boolean {
  const stated = source.quantities[index]!;
  if (!signsAgree(source, stated, claim, asked)) return false;
  if (stated.kind === 'ordinal' && asked.kind === 'number') {
    // 排名43 and 十四届 are written without 第.
    const isRank = rankBefore.test(claim.text.slice(0, asked.start));
    return stated.value === asked.value && (isRank || /^[位名届]$/u.test(asked.unit ?? ''));
  }
  if (asked.kind === 'date') return statesDate(source, stated, asked);
  return (
    impliesQuantity(unitOf(source, stated, asked.unit), unitOf(claim, asked, stated.unit)) &&
    unitsMatch(source, stated, claim, asked)
  );
}

const falling =
  /[降减跌亏负少低]|缩|\b(?:down|fell|fall|decline|drop|decrease|loss|minus|negative|less|lower)/u;
/** How far before a figure stands the word that says it is a fall. Unmeasured. */
const fallReach = 24;

/** Whether both are below zero or neither: -3.2% is no 3.2%, unless words say that it fell. */
function signsAgree(
  source: CheckableText,
  stated: Quantity,
  claim: CheckableText,
  asked: Quantity,
): boolean {
  const isBelow = isNegative(source, stated);
  if (isBelow === isNegative(claim, asked)) return true;
  const [{ text }, { start }] = isBelow ? [claim, asked] : [source, stated];
  return falling.test(text.slice(Math.max(0, start - fallReach), start));
}

/** Whether a minus sign stands before a figure; that of 10-20 and 2017年-2023年 is a dash. */
function isNegative({ text, quantities }: CheckableText, { start, kind }: Quantity): boolean {
  if (kind === 'date' || !/[-−–]$/u.test(text.slice(0, start))) return false;
  const isDash = quantities.some(({ end }) => end === start - 1);
  return !isDash && !/[a-z\d\-−–—]/u.test(text[start - 2] ?? '');
}

/** A figure with its unit made comparable: 新台币 before it says more than 元, and 14国 counts what 14个国家 does. */
function unitOf({ text }: CheckableText, quantity: Quantity, other: string | null): Quantity {
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
  source: CheckableText,
  stated: Quantity,
  claim: CheckableText,
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
  return written !== '' && source.text.includes(written);
}

/** A year that stands before a date without one, in the same sentence, may complete it. */
function statesDate(
  { text, quantities }: CheckableText,
  stated: Quantity,
  asked: Quantity,
): boolean {
  if (impliesQuantity(stated, asked)) return true;
  const date = stated.date;
  if (!date || date.year !== null || asked.date!.year === null) return false;
  const year = quantities.findLast(
    ({ end, date: other }) => end <= stated.start && other !== null && other.year !== null,
  );
  if (!year || /^(?:以来|起|至今)/u.test(text.slice(year.end))) return false;
  return impliesQuantity({ ...stated, date: { ...date, year: year.date!.year } }, asked);
}

/** The figures of a claim with where they are stated; the text of the first that no cited sentence states. */
export function checkFigures(
  claim: CheckableText,
  cited: readonly CheckableText[],
): { readonly figures: readonly ClaimFigure[]; readonly fault: string | null } {
  const figures: ClaimFigure[] = [];
  for (const [index, quantity] of claim.quantities.entries()) {
    if (!isFigure(claim, quantity)) continue;
    const stated = findStated(claim, index, cited);
    if (stated.length === 0)
      return { figures, fault: claim.text.slice(quantity.start, quantity.end) };
    figures.push({ index, stated });
  }
  return { figures, fault: findUnreadFigure(claim, cited) };
}
