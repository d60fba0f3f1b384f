/** Whether a stretch is of the type that a question asks for. */
import type { Quantity } from '../text/quantities.js';
import type { Asked, AskedType } from './span-asked.js';
import type { Token } from '../text/span-tokens.js';
import { isCounter, isDuration, isMeasure, isMoney, unitsAnswer } from '../text/units.js';

/**
 * How a quantity agrees with what is asked for: 3 of the type and unit, 2 of the type, 1 perhaps (a bare number), 0 of
 * another type. For a question that asks for no quantity, 0.
 */
export type Agreement = 0 | 1 | 2 | 3;

type Test = (quantity: Quantity, unit: string | null) => Agreement;

const isBareYear = ({ kind, unit, value }: Quantity): boolean =>
  kind === 'number' && unit === null && value !== null && value >= 1000 && value < 3000;

/** A number whose unit is of a sort; one without a unit may be. */
const ofUnit =
  (isSort: (unit: string) => boolean): Test =>
  ({ kind, unit: own }, unit) => {
    if (kind !== 'number') return 0;
    if (own === null) return 1;
    if (own === unit) return 3;
    if (unit !== null) return unitsAnswer(own, unit) ? 2 : 0;
    return isSort(own) ? 2 : 0;
  };

const tests: Readonly<Partial<Record<AskedType, Test>>> = {
  percent: ({ kind, unit }) => (kind === 'percent' ? 3 : unit === '百分点' || unit === '倍' ? 1 : 0),
  money: ofUnit(isMoney),
  measure: ofUnit(isMeasure),
  // 多少垃圾 may be counted or weighed; only a unit behind the asking word tells.
  count: ofUnit((unit) => isCounter(unit) || isMeasure(unit)),
  duration: ofUnit(isDuration),
  ordinal: ({ kind }) => (kind === 'ordinal' ? 3 : 0),
  when: ({ kind, date }) => (date ? (date.month !== null ? 3 : 2) : kind === 'time' ? 1 : 0),
  day: ({ date }) => (date && date.month !== null ? 3 : 0),
  year: (quantity) => (quantity.date?.year ? 3 : isBareYear(quantity) ? 2 : 0),
  clock: ({ kind }) => (kind === 'time' ? 3 : 0),
  figure: ({ kind }) => (kind === 'number' || kind === 'percent' ? 2 : 0),
  change: ({ kind, unit: own }, unit) => {
    if (kind === 'date' || kind === 'time') return 0;
    return unit === null || own === unit ? 2 : 1;
  },
}; // prettier-ignore

/** Whether a type is one of quantities: those that {@link agreementOf} tells apart. */
export function asksQuantity({ type }: Asked): boolean {
  return tests[type] !== undefined;
}

/** How a quantity agrees with what is asked for; 0 for none. */
export function agreementOf({ type, unit }: Asked, quantity: Quantity | null): Agreement {
  const test = tests[type];
  return test && quantity ? test(quantity, unit) : 0;
}

const contact =
  /@|www\.|https?:|\d{3,4}-\d{7,8}|(?<!\d)(?:1\d{10}|\d{5,12})(?!\d|\.\d|\s?[万亿元%])/u;

/** What a post or a profession ends in or holds. */
const post =
  /书记|主任|主席|总[裁监统理]|经理|[长员师家手者人官工士]|委员|代表|教授|导演|秘书|顾问|理事|大使|发言/u;

/**
 * Whether tokens `[from, to)` can be what is asked for.
 *
 * Guarantee: false when the question asks for a quantity, a date, a duration, a share, a rank, an amount of money, a count or
 * an address and the stretch holds none of that type, or a post and it names none; true for every other question, whose type only a reader can tell.
 */
export function spanAgrees(
  asked: Asked,
  sentence: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): boolean {
  const first = tokens[from];
  const last = tokens[to - 1];
  if (!first || !last) return false;
  if (asked.type === 'contact') return contact.test(sentence.slice(first.start, last.end));
  if (asked.type === 'post') return post.test(sentence.slice(first.start, last.end));
  if (!asksQuantity(asked) || asked.type === 'change') return true;
  return tokens.slice(from, to).some(({ quantity }) => agreementOf(asked, quantity) > 0);
}
