/** Whether the figures of a claim are of the same thing, year and direction as in the sentence that states them. */
import { isFigure, type ClaimFigure, type StatedFigure } from './claim-figures.js';
import type { CalendarDate } from '../text/calendar.js';
import { settingsOf, type FigureSetting } from './figure-setting.js';
import { glossOf } from '../text/gloss.js';
import type { Quantity } from '../text/quantities.js';
import { unitsAgree } from '../text/units.js';
import { isLabel, isYear, type CheckableText, type Word } from './checkable-text.js';
import { calendarDate } from './figure-dates.js';

/** A figure of a cited sentence with its setting. */
interface Place {
  readonly source: CheckableText;
  readonly quantity: Quantity;
  readonly setting: FigureSetting;
}

/**
 * The first figure of a claim that the cited sentences state of something else.
 *
 * A claim without a date is of the question's, one without words of what the question asks for. A figure fits when one of the places where it
 * is stated agrees in date and role, and no other figure of the same kind in the cited sentences
 * is described by words of the claim that the stated one lacks (預計產值 where the figure is that of 簽約投資額).
 */
export function findMisbound(
  claim: CheckableText,
  figures: readonly ClaimFigure[],
  cited: readonly CheckableText[],
  question: CheckableText,
): string | null {
  const settings = settingsOf(claim);
  const places = cited.flatMap(placesOf);
  // 「79.55%。」 says of what and when only by the question that it answers.
  const isBare = claim.words.length === 0;
  const asked = claim.quantities.some(isDate) ? null : onlyDateOf(question);
  for (const { index, stated } of figures) {
    const quantity = claim.quantities[index]!;
    if (quantity.kind === 'date' || isLabel(claim.text, quantity)) continue;
    const own = isBare
      ? { ...settings[index]!, subject: question.words, at: question.text.length }
      : settings[index]!;
    const isBound = stated.map(placeOf).some((place) => {
      const others = places.filter((other) => isComparable(other.quantity, place.quantity));
      return (
        agrees(own, place, others) &&
        !(asked && isOfAnotherDate(asked, place)) &&
        !others.some((other) => isOfAnother(isBare ? question : claim, own, place, other)) &&
        !isOldValue(own, place, quantity, claim, figures, question)
      );
    });
    if (!isBound) return claim.text.slice(quantity.start, quantity.end);
  }
  return null;
}

function placeOf({ source, index }: StatedFigure): Place {
  return {
    source,
    quantity: source.quantities[index]!,
    setting: settingsOf(source)[index]!,
  };
}

/** The figures of a text, articles left out. */
function placesOf(source: CheckableText): Place[] {
  return [...source.quantities.keys()]
    .map((index) => placeOf({ source, index }))
    .filter(({ quantity }) => isFigure(source, quantity));
}

function agrees(own: FigureSetting, place: Place, others: readonly Place[]): boolean {
  const { setting, source } = place;
  if (own.role !== null && own.role !== setting.role) {
    // What only stands by itself may have been reached; not beside another that was.
    const isTaken = others.some(
      (other) => other.source === source && other.setting.role === own.role,
    );
    if (setting.role !== null || isTaken) return false;
  }
  if (!own.date || !setting.date) return true;
  if (datesConflict(own.date, setting.date)) return false;
  // 2023年以来 is not 2023年.
  const isSameYear = own.date.year !== null && own.date.year === setting.date.year;
  return !(isSameYear && setting.isSince && !own.isSince && isBareYear(own.date));
}

function isDate(quantity: Quantity): boolean {
  return quantity.kind === 'date' || isYear(quantity);
}

/** The date of a question that names one, with its year; null when it names none or several. */
function onlyDateOf({ quantities }: CheckableText): CalendarDate | null {
  const [only, ...others] = quantities.filter(isDate);
  const date = only && others.length === 0 ? calendarDate(only) : null;
  return date?.year == null ? null : date;
}

function isOfAnotherDate(asked: CalendarDate, { setting }: Place): boolean {
  return setting.date !== null && !setting.isSince && datesConflict(asked, setting.date);
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
  claim: CheckableText,
  own: FigureSetting,
  place: Place,
  other: Place,
): boolean {
  const [here, there] = [place.setting, other.setting];
  const isHere = (word: Word): boolean => isAmong(word, here.subject, place.source);
  const isThere = (word: Word): boolean => isAmong(word, there.subject, other.source);
  if (!here.subject.some((word) => !isThere(word))) return false;
  const forOther = weigh(own.subject.filter((word) => isThere(word) && !isHere(word)));
  const forHere = weigh(own.subject.filter((word) => isHere(word) && !isThere(word)));
  if (forOther >= betterBy && forHere === 0) return true;
  // 预计产值达560亿元: the word at the figure says what it is of.
  const head = headOf(own);
  const statedHead = headOf(here);
  if (
    head &&
    statedHead &&
    isThere(head) &&
    !isHere(head) &&
    !isAmong(statedHead, own.subject, claim)
  )
    return true;
  if (!here.isPaired || !there.isPaired || place.source !== other.source) return false;
  return lackOf(here, there, own, claim) > lackOf(there, here, own, claim);
}

/** The last word of two characters and more that stands before a figure. */
function headOf({ subject, at }: FigureSetting): Word | undefined {
  return subject.findLast((word) => word.end <= at && word.text.length > 1);
}

/** Characters that tell one thing of a list from another and that the claim does not say. */
function lackOf(
  thing: FigureSetting,
  other: FigureSetting,
  own: FigureSetting,
  claim: CheckableText,
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
function isAmong(word: Word, subject: readonly Word[], { text }: CheckableText): boolean {
  if (subject.some(({ stem }) => stem === word.stem)) return true;
  if (!word.isHan) {
    const said = glossOf(word.stem);
    return subject.some(
      (other) =>
        other.stem === word.stem ||
        said.some((one) => one.includes(other.text)) ||
        said.some((one) => other.text.includes(one)),
    );
  }
  return subject.some((other, i) => {
    if (!other.isHan) return glossOf(other.stem).some((said) => said.includes(word.text));
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
  { setting }: Place,
  quantity: Quantity,
  claim: CheckableText,
  figures: readonly ClaimFigure[],
  question: CheckableText,
): boolean {
  if (setting.role !== 'from' || own.role === 'from' || own.date) return false;
  if (/原|此前|最初|曾|过去|上年|去年|previous|former|earlier|was\b/u.test(claim.text))
    return false;
  if (figures.some(({ index }) => isComparable(claim.quantities[index]!, quantity))) return false;
  return !question.quantities.some(
    (one) => one.date && setting.date && !datesConflict(one.date, setting.date),
  );
}
