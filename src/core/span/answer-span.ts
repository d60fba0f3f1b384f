/** The answer span: the shortest stretch of a sentence that answers the question. */
import { asksQuantity, spanAgrees } from './span-agreement.js';
import type { Asked } from './span-asked.js';
import { layOutSpans, type SpanContext } from './span-context.js';
import { featureSource } from './span-feature-source.js';
import { othersQuantities } from './span-others.js';
import { scoreSpans, type ScoredSpan, type SpanWeights } from './span-model.js';
import type { Token } from '../text/span-tokens.js';

/** A stretch of a folded sentence. */
export interface AnswerSpan {
  /** Half-open range of UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** The probability, 0 to 1, that just this stretch is the answer, given that the sentence holds one. */
  readonly score: number;
  /**
   * False when the question asks for a share, an amount of money, a measure, a count, a duration, a rank, a date, a time, an
   * e-mail address, a telephone number or a post and the stretch holds none: then the sentence does not answer, whatever the words
   * that it shares. True for any other question, where it says nothing.
   */
  readonly agrees: boolean;
  /** Whether one quantity is asked for and the sentence states all in the stretch, at least one, of another thing. */
  readonly isAnothers: boolean;
  /** Share, 0 to 1, of its tokens that the question holds too. */
  readonly sharedShare: number;
  /** Share, 0 to 1, of what sentence and question share that stands in the clause where it begins. */
  readonly clauseShare: number;
  /** Place among the quantities of the asked type by what the question shares with their surroundings, from 1; 0 for no such quantity. */
  readonly rank: number;
  /** How its date agrees with the question's, see `SpanContext.dateAgreement`. */
  readonly dateAgreement: number;
}

/**
 * Finds the stretch of a sentence that answers a question: an amount with its unit, a date, a name, a list, a clause.
 *
 * Guarantee: a question for one quantity (多少, 第几, 哪一天) gets a stretch that begins and ends with one of the asked type
 * where the sentence holds one that its words do not give to another thing or another time. The stretch begins and ends with
 * a token, never cuts a quantity, and begins or ends with no punctuation and closes its quotations and brackets where the
 * sentence allows it; it is empty only when the sentence holds nothing but white space.
 *
 * @param sentence folded
 */
export function findAnswerSpan(asked: Asked, sentence: string, weights: SpanWeights): AnswerSpan {
  const context = layOutSpans(asked, sentence);
  const isAnothers = othersQuantities(context);
  const all = scoreSpans(featureSource(context), weights);
  const framed = all.filter(
    (span) => framedByQuantities(span, context, isAnothers) || affirms(span, context),
  );
  const spans = framed.length > 0 ? framed : all;
  const [first] = spans;
  if (!first) return nothing;
  let likeliest = first;
  for (const span of spans) if (span.logit > likeliest.logit) likeliest = span;
  const total = spans.reduce((sum, { logit }) => sum + Math.exp(logit - likeliest.logit), 0);
  const best = presentValue(likeliest, spans, context);
  const { tokens, sharedBefore, clauseShare, attribution, dateAgreement } = context;
  const { from, to } = best;
  return {
    start: tokens[best.from]!.start,
    end: tokens[best.to - 1]!.end,
    score: 1 / total,
    agrees: spanAgrees(asked, sentence, tokens, from, to),
    isAnothers: holdsOnlyAnothers(best, context, isAnothers),
    sharedShare: (sharedBefore[to]! - sharedBefore[from]!) / (to - from),
    clauseShare: clauseShare[from]! / 255,
    rank: attribution.rank.subarray(from, to).find((rank) => rank > 0) ?? 0,
    dateAgreement: dateAgreement[from]!,
  };
}

const nothing: AnswerSpan = {
  start: 0,
  end: 0,
  score: 0,
  agrees: false,
  isAnothers: false,
  sharedShare: 0,
  clauseShare: 0,
  rank: 0,
  dateAgreement: 0,
};

/** Words that belong to a figure: 约500人, 500人以上. */
const about = new Set('约 近 超 超过 逾 至少 大约 接近 不足 将近 高达 仅 每 人民币 第'.split(' '));
const orSo = new Set('左右 以上 以下 以内 多 余 不等 之间'.split(' '));

/**
 * Whether a span begins and ends with a quantity that agrees best with what is asked for and is not another's. A rule and no feature, because no
 * set that the model learns from has enough questions to which an amount of another type is a wrong answer.
 */
function framedByQuantities(
  { from, to }: ScoredSpan,
  context: SpanContext,
  isAnothers: (token: number) => boolean,
): boolean {
  const { asked, several, tokens, agreement, bestAgreement } = context;
  if (bestAgreement === 0 || several === 1 || !asksQuantity(asked)) return false;
  const last = to - 1 > from && orSo.has(tokens[to - 1]!.text) ? to - 2 : to - 1;
  const first = from < last && about.has(tokens[from]!.text) ? from + 1 : from;
  const agrees = (i: number): boolean => agreement[i] === bestAgreement && !isAnothers(i);
  if (!agrees(first) || !agrees(last)) return false;
  // One quantity, or the two ends of a range; 由X增长到Y are two.
  if (asked.type === 'change' || first === last) return true;
  return tokens
    .slice(first, last)
    .every((token, i) => agrees(first + i) || rangeMarks.has(token.text));
}

function holdsOnlyAnothers(
  { from, to }: ScoredSpan,
  { asked, several, tokens }: SpanContext,
  isAnothers: (token: number) => boolean,
): boolean {
  if (several === 1 || asked.type === 'change' || !asksQuantity(asked)) return false;
  const places = [...tokens.keys()].slice(from, to).filter((i) => tokens[i]!.quantity !== null);
  return places.length > 0 && places.every(isAnothers);
}

/** The last word of 落地率提高了吗, which whoever says yes repeats. */
const affirmed = /(?<predicate>\p{Script=Han}{2})[了过]?(?:吗|没有?)[?]?$/u;

/** Whether a span is a whole clause that says what a question for yes or no asks: a figure or a verb alone says neither. */
function affirms({ from, to }: ScoredSpan, { asked, sentence, tokens }: SpanContext): boolean {
  const predicate = affirmed.exec(asked.question.text)?.groups?.['predicate'];
  return (
    predicate !== undefined &&
    !asksQuantity(asked) &&
    isClauseMark(tokens[from - 1]) &&
    isClauseMark(tokens[to]) &&
    !tokens.slice(from, to).some(isClauseMark) &&
    sentence.slice(tokens[from]!.start, tokens[to - 1]!.end).includes(predicate)
  );
}

function isClauseMark(token: Token | undefined): boolean {
  return token === undefined || token.shape === 'comma' || token.shape === 'stop';
}

/** Of 由X提高到Y the value that it is now, where the question says neither when nor how much it changed. */
function presentValue(
  span: ScoredSpan,
  spans: readonly ScoredSpan[],
  { asked, question, attribution }: SpanContext,
): ScoredSpan {
  const isFixed = asked.type === 'change' || asked.phase !== null || question.years.length > 0;
  if (isFixed || attribution.role[span.from] !== 1 || span.to !== span.from + 1) return span;
  const next = attribution.rank.findIndex((rank, i) => i > span.from && rank > 0);
  if (attribution.role[next] !== 2) return span;
  return spans.find(({ from, to }) => from === next && to === next + 1) ?? span;
}

const rangeMarks = new Set(['-', '–', '—', '~', '至', '到']);
