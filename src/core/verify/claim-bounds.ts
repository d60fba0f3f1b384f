/** Bounds and certainty of figures: more than, less than, planned; and comparisons of two figures, which code can check. */
import type { ClaimFigure } from './claim-figures.js';
import type { Quantity } from '../text/quantities.js';
import type { CheckableText } from './checkable-text.js';
import { isDuration } from '../text/units.js';

type Bound = 'over' | 'under' | 'near' | null;

const overBefore =
  /(?:超过|超出|超|逾|突破|多于|大于|高于|高过|不止|不低于|不少于|至少|领先于?|more than|greater than|higher than|over|above|exceed(?:s|ed|ing)?|at least|surpass(?:es|ed|ing)?)\s*(?:了|去年|the)?\s*$/u;
const underBefore =
  /(?:不足|不到|低于|少于|小于|未达|未满|不满|不超过|不高于|不多于|至多|最多|less than|fewer than|lower than|under|below|up to|at most|no more than|as many as|as much as|maximum of)\s*(?:了|the)?\s*$/u;
const nearBefore = /(?:接近|将近|近|nearly|almost|close to)\s*$/u;
const overBehind = /^\s*(?:以上|多(?![于数]))/u;
const overInside = /[多余](?=[\p{Script=Han}]*$)/u;
const underBehind = /^\s*(?:以下|以内)/u;

function boundOf({ text }: CheckableText, { start, end, unit }: Quantity): Bound {
  const before = text.slice(Math.max(0, start - 16), start);
  if (underBefore.test(before)) return 'under';
  if (overBefore.test(before)) return 'over';
  // 近三年 are the last three years, not nearly three.
  if (nearBefore.test(before)) return isDuration(unit ?? '') ? null : 'near';
  const behind = text.slice(end, end + 3);
  if (overBehind.test(behind) || overInside.test(text.slice(start, end))) return 'over';
  return underBehind.test(behind) ? 'under' : null;
}

const vagueBefore =
  /(?:(?<![签节条制公合契特集简邀预])(?:约|大约|大概)为?|\b(?:about|around|approximately|roughly|some))\s*$/u;
const vagueBehind = /^\s*(?:左右|上下)/u;

function isVague({ text }: CheckableText, { start, end }: Quantity): boolean {
  return (
    vagueBefore.test(text.slice(Math.max(0, start - 16), start)) ||
    vagueBehind.test(text.slice(end, end + 3))
  );
}

/** 59,000 may be called about that much, 951.64亿 and 63 are exact: at most two figures and then zeros. */
function isRound({ exact }: Quantity): boolean {
  if (exact === null || exact.den !== 1n) return false;
  return /^\d{1,2}0+$/u.test(exact.num.toString().replace('-', ''));
}

/** Whether a figure is called about what its sentences state to the last digit. */
function isBlurred(
  claim: CheckableText,
  quantity: Quantity,
  stated: ClaimFigure['stated'],
): boolean {
  if (!isVague(claim, quantity) || isRound(quantity)) return false;
  return !stated.some(({ source, index }) => {
    const there = source.quantities[index]!;
    return isVague(source, there) || boundOf(source, there) !== null;
  });
}

const most =
  /(?:最[高多大](?:可?达到?|为|至|可|到)?|至多|as (?:high|many|much) as|up to|at most|maximum of)\s*$/u;
const toEnd = /[至到~\-–—]\s*$/u;

function isCalledMost({ text }: CheckableText, { start }: Quantity): boolean {
  return most.test(text.slice(Math.max(0, start - 16), start));
}

/** Whether a sentence gives a figure as the most: in such words, as the end of a range, or as the largest of several. */
function isMost(source: CheckableText, quantity: Quantity): boolean {
  if (isCalledMost(source, quantity) || boundOf(source, quantity) === 'under') return true;
  const like = source.quantities.filter(
    ({ kind, unit }) => kind === quantity.kind && unit === quantity.unit,
  );
  const others = like.filter((one) => one !== quantity);
  const isEnd = toEnd.test(source.text.slice(0, quantity.start));
  return others.length > 0 && (isEnd || others.every(({ value }) => value! < quantity.value!));
}

const plan =
  /预计|预期|预测|有望|力争|计划|拟(?=[\p{Script=Han}])|目标|规划|争取|将|会(?![议上见员长])|未来|\b(?:expect|plan|will|forecast|project(?:ed|s to)|target|aim|anticipat|estimat|would|set to|hope)/u;
const planned =
  /预计|预期|预测|有望|力争|计划|拟(?=新|建|投|于)|目标|争取|\b(?:expect(?:s|ed)?|plan(?:s)? to|will|forecasts?|projected|targets?|aims?|anticipated)\b/u;

/** A figure that a claim bounds, compares or takes for certain against its sentences; null when none. */
export function findOverstated(
  claim: CheckableText,
  figures: readonly ClaimFigure[],
  question: CheckableText,
): string | null {
  for (const [n, { index, stated }] of figures.entries()) {
    const quantity = claim.quantities[index]!;
    if (
      quantity.kind === 'date' &&
      done.test(claim.text) &&
      isPlannedAt(stated) &&
      !plan.test(claim.text)
    )
      return stretchOf(claim, quantity);
    if (quantity.kind === 'date' || quantity.kind === 'ordinal') continue;
    if (isBlurred(claim, quantity, stated)) return stretchOf(claim, quantity);
    if (isCalledMost(claim, quantity)) {
      if (stated.some(({ source, index: i }) => isMost(source, source.quantities[i]!))) continue;
      return stretchOf(claim, quantity);
    }
    const own = boundOf(claim, quantity);
    const compared = figures[n - 1];
    const bounds = stated.map(({ source, index: i }) => boundOf(source, source.quantities[i]!));
    const isStated = own !== null && bounds.includes(own);
    const relation = compared && !isStated ? comparisonOf(claim, compared.index, index) : null;
    if (relation !== null) {
      if (!isTrue(claim.quantities[compared!.index]!, relation, quantity))
        return stretchOf(claim, quantity);
    } else if (!bounds.some((bound) => allows(bound, own))) return stretchOf(claim, quantity);
    const isPlanned = isPlannedAt(stated);
    if (isPlanned && !plan.test(claim.text) && !plan.test(question.text))
      return stretchOf(claim, quantity);
  }
  return null;
}

const done = /已|\b(?:has|have|had|was|were)\b/u;

/** Whether every place states the figure as planned. */
function isPlannedAt(stated: ClaimFigure['stated']): boolean {
  return stated.every(({ source, index }) =>
    planned.test(clauseBefore(source, source.quantities[index]!)),
  );
}

/** An exact figure may be called about or over nothing; a bound may be left out only where that claims less. */
function allows(stated: Bound, own: Bound): boolean {
  if (stated === own) return true;
  return own === null ? stated === 'over' : false;
}

const comparesOver = /超过|高于|大于|多于|领先|higher|more|greater|exceed|above|surpass/u;
const comparesUnder = /低于|少于|小于|不足|不到|lower|less|fewer|below/u;

/** How a claim compares two of its figures of one unit; null when it does not. */
function comparisonOf(
  { text, quantities }: CheckableText,
  a: number,
  b: number,
): 'over' | 'under' | null {
  const one = quantities[a]!;
  const other = quantities[b]!;
  const between = text.slice(one.end, other.start);
  if (one.kind !== other.kind || one.unit !== other.unit || /[。;]/u.test(between)) return null;
  if (comparesUnder.test(between)) return 'under';
  return comparesOver.test(between) ? 'over' : null;
}

function isTrue(one: Quantity, bound: Bound, other: Quantity): boolean {
  const difference = one.exact!.num * other.exact!.den - other.exact!.num * one.exact!.den;
  return bound === 'over' ? difference > 0n : difference < 0n;
}

/** The clause up to the figure. */
function clauseBefore({ text }: CheckableText, { start }: Quantity): string {
  return text
    .slice(0, start)
    .split(/[,;。:!?]/u)
    .at(-1)!;
}

function stretchOf({ text }: CheckableText, { start, end }: Quantity): string {
  return text
    .slice(Math.max(0, start - 8), end)
    .split(/[,;。:]/u)
    .at(-1)!;
}
