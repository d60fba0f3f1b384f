/** The setting of a figure in its sentence: the words that say what it is of, its date, and whether it is an old or a new value. */
import { clauseEnd, lastEnd } from '../text/clause-marks.js';
import { isSubject } from './content-words.js';
import { calendarDate, dateOf, isMeasured, isSince, rolesOf, type Role } from './figure-dates.js';
import { pairLists } from './figure-lists.js';
import type { CalendarDate } from '../text/quantities.js';
import type { CheckableText, Word } from './checkable-text.js';
import { isCounter } from '../text/units.js';

export interface FigureSetting {
  /** What the figure is of: the subject words beside it, or those of the figure before it when it has none of its own. */
  readonly subject: readonly Word[];
  /** The figure is one of a list that 分别 pairs with a list of things. */
  readonly isPaired: boolean;
  /** The date that the figure belongs to. */
  readonly date: CalendarDate | null;
  /** The date is where a count begins: 2023年以来. */
  readonly isSince: boolean;
  readonly role: Role;
  /** Half-open range of what stands beside the figure. */
  readonly start: number;
  readonly end: number;
  /** Where the figure itself stands. */
  readonly at: number;
}

const joint = /[、和与及]|以及|\b(?:and|while|but)\b/u;
const preposition = /\b(?:in|across|with|from|to|for|by|of|including)\b/u;

/** What joins the words behind one figure to those before the next. */
function jointIn(between: string): RegExpExecArray | null {
  return joint.exec(between) ?? preposition.exec(between);
}

const settings = new WeakMap<CheckableText, readonly FigureSetting[]>();

/** The setting of each quantity of a text; made once. */
export function settingsOf(source: CheckableText): readonly FigureSetting[] {
  let found = settings.get(source);
  if (!found) {
    found = findSettings(source);
    settings.set(source, found);
  }
  return found;
}

function findSettings(source: CheckableText): FigureSetting[] {
  const { text, quantities, words } = source;
  const found: FigureSetting[] = [];
  const paired = pairLists(source);
  const roles = rolesOf(source);
  let inherited: readonly Word[] = [];
  let before = 0; // where the words of the figure before end
  for (const [i, quantity] of quantities.entries()) {
    const start = beforeStart(source, i);
    const end = afterEnd(source, i);
    const isOwn = (from: number) => (word: Word) =>
      isSubject(word) &&
      ((word.start >= from && word.end <= quantity.start) ||
        (word.start >= quantity.end && word.end <= end));
    const beside = words.filter(isOwn(start));
    const own = beside.length > 0 ? beside : words.filter(isOwn(before));
    const subject = own.length > 0 ? own : inherited;
    const isDate = !isMeasured(text, quantity);
    if (!isDate) {
      inherited = subject;
      before = end;
    }
    const date = isDate ? null : dateOf(source, i, roles[i]!);
    const pair = paired.get(i);
    found.push({
      subject: pair ?? subject,
      isPaired: pair !== undefined,
      date: date && calendarDate(date),
      isSince: date !== null && isSince(text, date),
      role: roles[i]!,
      start,
      end,
      at: quantity.start,
    });
  }
  return found;
}

/** Behind the figure before, the last clause mark, or a joint between the two. */
function beforeStart({ text, quantities }: CheckableText, index: number): number {
  const { start } = quantities[index]!;
  const before = quantities.findLast((one, i) => i < index && isMeasured(text, one));
  const clause = lastEnd(clauseEnd, text.slice(0, start));
  if (!before || before.end <= clause) return clause;
  const found = jointIn(text.slice(before.end, start));
  return before.end + (found ? found.index + found[0].length : 0);
}

/** As far as what is counted goes: to the clause's end, the next figure or a joint that leads to it. */
function afterEnd({ text, quantities }: CheckableText, index: number): number {
  const { end, unit, kind } = quantities[index]!;
  const rest = text.slice(end);
  const mark = rest.search(clauseEnd);
  const next = quantities.find((one, i) => i > index && isMeasured(text, one));
  const clause = mark === -1 ? text.length : end + mark;
  if (!next || next.start >= clause) return clause;
  const between = text.slice(end, next.start);
  const counts = kind === 'number' && (unit === null || isCounter(unit));
  if (!counts && !/^(?:的|\s?[a-z])/u.test(between)) return end;
  const found = jointIn(between);
  return found ? end + found.index : end;
}
