/** Quantities asked and stated: whether a sentence has the figure that a question wants, and the figures that it names. */
import { findQuantities, type Quantity } from '../text/quantities.js';
import type { Question } from './question.js';

/** How the quantities of a question and of a sentence agree. */
export interface QuantityAgreement {
  /** An amount or a time is asked for, and the sentence states none that the question does not name itself. */
  readonly isExpectedMissing: boolean;
  /** A unit is asked for (多少家, 百分之几), and no new quantity of the sentence has it. */
  readonly isUnitMissing: boolean;
  /** Share, 0 to 1, of the quantities that the question names (第四十一场, 30强; not dates) that the sentence lacks. */
  readonly missing: number;
  /** Of the same, the share for which the sentence has another value with the same unit. */
  readonly clashing: number;
}

/** Compares a question with a folded sentence. */
export function compareQuantities(question: Question, sentence: string): QuantityAgreement {
  const stated = findQuantities(sentence);
  const named = findQuantities(question.text).filter(({ kind }) => kind !== 'date');
  const added = stated.filter((quantity) => !named.some((own) => isSame(own, quantity)));
  const wanted = wantedKinds[question.kind] ?? null;
  const unit = question.kind === 'amount' ? askedUnit(question) : null;
  const lacking = named.filter((own) => !stated.some((quantity) => isSame(own, quantity)));
  const clashing = lacking.filter((own) => stated.some((quantity) => isAlike(own, quantity)));
  return {
    isExpectedMissing: wanted !== null && !added.some(({ kind }) => wanted.includes(kind)),
    isUnitMissing: unit !== null && !added.some((quantity) => isAlike(unit, quantity)),
    missing: lacking.length / Math.max(1, named.length),
    clashing: clashing.length / Math.max(1, named.length),
  };
}

const wantedKinds: Readonly<Partial<Record<Question['kind'], readonly Quantity['kind'][]>>> = {
  amount: ['number', 'percent', 'ordinal'],
  when: ['date', 'time'],
};

/** What kind of quantity the words around 多少 or 几 make; null when they name no unit. */
function askedUnit({ text, cueStart, cueEnd }: Question): Quantity | null {
  // A numeral in place of the asking word reads as the answer would: 百分之3, 3家, 第3位.
  const filled = `${text.slice(0, cueStart)}3${text.slice(cueEnd)}`;
  const asked = findQuantities(filled).find(
    ({ start, end }) => start <= cueStart && cueStart < end,
  );
  return asked && (asked.unit !== null || asked.kind !== 'number') ? asked : null;
}

/** Whether two quantities count the same kind of thing. */
function isAlike(a: Quantity, b: Quantity): boolean {
  return a.kind === b.kind && a.unit === b.unit;
}

function isSame(a: Quantity, b: Quantity): boolean {
  return isAlike(a, b) && a.value === b.value;
}
