/** The year of a question, where neither the claim nor its sentences have a date: what their release says of when it was. */
import type { ClaimFigure } from './claim-figures.js';
import type { PreparedRelease } from '../corpus/corpus.js';
import type { EvidenceSentence } from '../draft/evidence.js';
import { clauseEnd, lastEnd } from '../text/clause-marks.js';
import { findQuantities, type Quantity } from '../text/quantities.js';
import { isYear, type CheckableText } from './checkable-text.js';
import { calendarDate, isSince } from './figure-dates.js';

const toCome = /预计|预期|将|计划|力争|目标|到$|规划|\b(?:by|will|until|plan|expect|target)/u;
const yearBefore = /去年|上年|前年|\b(?:last|previous|prior) year/u;
/** How far from a year its clause is read. */
const clauseReach = 40;
/** What holds for more than the year that the release tells of. */
const overYears =
  /以来|近[一二两三四五六七八九十几\d]+年|连续|年均|每年|期间|历[年次]|\b(?:since|past|annual|per year|each year)/u;

/**
 * A figure of a claim that goes by the question's year though the release of its sentence states later years and never this one; null when
 * none. A release that states no year says nothing of it, nor do plans and what holds for several years.
 */
export function findOtherYear(
  claim: CheckableText,
  figures: readonly ClaimFigure[],
  cited: readonly EvidenceSentence[],
  question: CheckableText,
): string | null {
  const [asked, ...others] = question.quantities.filter(isDate);
  if (!asked || others.length > 0 || isSince(question.text, asked)) return null;
  const { year } = calendarDate(asked);
  if (year === null || claim.quantities.some(isDate)) return null;
  if (cited.some(({ prepared }) => mayTellOf(prepared, year))) return null;
  const other = figures.find(
    ({ index, stated }) =>
      claim.quantities[index]!.kind !== 'ordinal' &&
      !stated.some(({ source, index: i }) => isOfMoreYears(source, i)),
  );
  if (!other) return null;
  const { start, end } = claim.quantities[other.index]!;
  return claim.text.slice(start, end);
}

function isDate(quantity: Quantity): boolean {
  return quantity.kind === 'date' || isYear(quantity);
}

/** Whether a sentence says that a figure holds for several years, or names the year before. */
function isOfMoreYears({ text, quantities }: CheckableText, index: number): boolean {
  return overYears.test(text.slice(0, quantities[index]!.end)) || yearBefore.test(text);
}

/** Whether what a release tells of may be of a year: it states the year, or none that is later. */
function mayTellOf(prepared: PreparedRelease, year: number): boolean {
  const years = yearsOf(prepared);
  return years.all.has(year) || years.latest === null || years.latest < year;
}

interface Years {
  readonly all: ReadonlySet<number>;
  /** That it does not plan for. */
  readonly latest: number | null;
}

const known = new WeakMap<PreparedRelease, Years>();

function yearsOf(prepared: PreparedRelease): Years {
  let found = known.get(prepared);
  if (!found) {
    found = findYears(prepared);
    known.set(prepared, found);
  }
  return found;
}

function findYears({ release, folded, foldedTitle }: PreparedRelease): Years {
  const text = `${foldedTitle}\n${folded.text}`;
  const all = new Set<number>();
  let latest = release.publishedOn === null ? null : Number(release.publishedOn.slice(0, 4));
  if (latest !== null) all.add(latest);
  for (const one of findQuantities(text).filter(isDate)) {
    const { year } = calendarDate(one);
    if (year === null) continue;
    all.add(year);
    const before = text.slice(Math.max(0, one.start - clauseReach), one.start);
    const behind = text.slice(one.end, one.end + clauseReach).split(/[,;。]/u)[0]!;
    const clause = before.slice(lastEnd(clauseEnd, before)) + behind;
    if (!toCome.test(clause)) latest = Math.max(latest ?? year, year);
  }
  return { all, latest };
}
