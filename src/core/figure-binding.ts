/** Whether the figures of a claim are of the same thing, year and direction as in the sentence that states them. */
import { isFigure, type ClaimFigure, type StatedFigure } from './claim-figures.js';
import type { CalendarDate } from './calendar.js';
import { settingsOf, type FigureSetting } from './figure-setting.js';
import { glossOf } from './gloss.js';
import type { Quantity } from './quantities.js';
import { unitsAgree } from './units.js';
import type { Statement, Word } from './statement.js';

/**
 * The first figure of a claim that the cited sentences state of something else.
 *
 * A figure fits when one of the places where it is stated agrees in date and role, and no other figure of the same kind in that sentence
 * is described by words of the claim that the stated one lacks (預計產值 where the figure is that of 簽約投資額).
 */
export function findMisbound(
  claim: Statement,
  figures: readonly ClaimFigure[],
  question: Statement,
): string | null {
  const settings = settingsOf(claim);
  for (const { index, stated } of figures) {
    const quantity = claim.quantities[index]!;
    if (quantity.kind === 'date') continue;
    const own = settings[index]!;
    const isBound = stated.some(
      (one) =>
        agrees(own, one) &&
        !isOfAnother(claim, own, one) &&
        !isOldValue(own, one, claim, figures, question),
    );
    if (!isBound) return claim.text.slice(quantity.start, quantity.end);
  }
  return null;
}

function agrees(own: FigureSetting, { statement, index }: StatedFigure): boolean {
  const other = settingsOf(statement)[index]!;
  if (own.role && other.role && own.role !== other.role) return false;
  if (!own.date || !other.date) return true;
  if (datesConflict(own.date, other.date)) return false;
  // 2023年以来 is not 2023年.
  const isSameYear = own.date.year !== null && own.date.year === other.date.year;
  return !(isSameYear && other.isSince && !own.isSince && isBareYear(own.date));
}

function isBareYear({ month, day, period }: CalendarDate): boolean {
  return month === null && day === null && period === null;
}

/** Whether two dates name different years, months or periods. */
function datesConflict(a: CalendarDate, b: CalendarDate): boolean {
  return (['year', 'month', 'period'] as const).some(
    (field) => a[field] !== null && b[field] !== null && a[field] !== b[field],
  );
}

/** Characters by which another figure must fit better. */
const betterBy = 2;

function isOfAnother(
  claim: Statement,
  own: FigureSetting,
  { statement, index }: StatedFigure,
): boolean {
  const settings = settingsOf(statement);
  const stated = statement.quantities[index]!;
  const here = settings[index]!;
  return [...statement.quantities.keys()].some((i) => {
    const other = statement.quantities[i]!;
    if (i === index || !isComparable(other, stated) || !isFigure(statement, other)) return false;
    const there = settings[i]!;
    if (!here.subject.some((word) => !isAmong(word, there.subject, statement))) return false;
    const forOther = weigh(
      own.subject.filter(
        (word) =>
          isAmong(word, there.subject, statement) && !isAmong(word, here.subject, statement),
      ),
    );
    const forHere = weigh(
      own.subject.filter(
        (word) =>
          isAmong(word, here.subject, statement) && !isAmong(word, there.subject, statement),
      ),
    );
    if (forOther >= betterBy && forHere === 0) return true;
    if (!here.isPaired || !there.isPaired) return false;
    return lackOf(here, there, own, claim) > lackOf(there, here, own, claim);
  });
}

/** Characters that tell one thing of a list from another and that the claim does not say. */
function lackOf(
  thing: FigureSetting,
  other: FigureSetting,
  own: FigureSetting,
  claim: Statement,
): number {
  return weigh(
    thing.subject.filter(
      (word) =>
        !scopes.has(word.text) &&
        !other.subject.some(({ stem }) => stem === word.stem) &&
        !isAmong(word, own.subject, claim),
    ),
  );
}

const scopes = new Set(['全', '全区', '全市', '全省', '全国', '区', '市', '省', '国']);

function weigh(words: readonly Word[]): number {
  return words.reduce((sum, { text, isHan }) => sum + (isHan ? text.length : 3), 0);
}

function isComparable(a: Quantity, b: Quantity): boolean {
  if (a.kind !== b.kind || a.kind === 'date') return false;
  return a.value !== b.value && unitsAgree(a.unit, b.unit);
}

/** Whether the subject of a figure holds a word: as whole words, so that 出口 is not in 进出口. */
function isAmong(word: Word, subject: readonly Word[], { text }: Statement): boolean {
  if (!word.isHan) {
    const said = glossOf(word.stem);
    return subject.some(
      (other) =>
        other.stem === word.stem ||
        said.includes(other.text) ||
        said.some((one) => other.text.includes(one)),
    );
  }
  return subject.some((other, i) => {
    if (!other.isHan) return glossOf(other.stem).includes(word.text);
    if (!other.text.startsWith(word.text.slice(0, other.text.length))) return false;
    // ICU may cut the same characters in several ways: 签|约 and 签约.
    let end = other.end;
    for (let k = i + 1; end - other.start < word.text.length && subject[k]?.start === end; k++)
      end = subject[k]!.end;
    return text.slice(other.start, end) === word.text;
  });
}

/** An old value (由2017年的421亿元) given as if it held still, with no date and no 由 in the claim or in the question. */
function isOldValue(
  own: FigureSetting,
  { statement, index }: StatedFigure,
  claim: Statement,
  figures: readonly ClaimFigure[],
  question: Statement,
): boolean {
  const there = settingsOf(statement)[index]!;
  if (there.role !== 'from' || own.role === 'from' || own.date) return false;
  if (
    figures.length > 1 ||
    /原|此前|曾|过去|上年|去年|previous|former|earlier|was\b/u.test(claim.text)
  )
    return false;
  return !question.quantities.some(
    (one) => one.date && there.date && !datesConflict(one.date, there.date),
  );
}
