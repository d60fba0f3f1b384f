/** The answer span: the shortest stretch of a sentence that answers the question. */
import { layOutSpans, type SpanContext } from './span-context.js';
import { featureSource } from './span-feature-source.js';
import { scoreSpans, type ScoredSpan, type SpanWeights } from './span-model.js';
import { unitsAgree } from './units.js';

/** A stretch of a folded sentence. */
export interface AnswerSpan {
  /** Half-open range of UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** The probability, 0 to 1, that just this stretch is the answer, given that the sentence holds one. */
  readonly score: number;
}

/**
 * Finds the stretch of a sentence that answers a question: an amount with its unit, a date, a name, a list, a clause.
 *
 * Guarantee: a question for a figure (多少, 第几) gets a stretch that begins and ends with one, where the sentence holds one of
 * the unit that the question names. The stretch begins and ends with a token and never cuts a quantity; it is empty only when the sentence
 * holds nothing but white space.
 *
 * @param question folded
 * @param sentence folded
 */
export function findAnswerSpan(
  question: string,
  sentence: string,
  weights: SpanWeights,
): AnswerSpan {
  const context = layOutSpans(question, sentence);
  const all = scoreSpans(featureSource(context), weights);
  const figures = all.filter((span) => framedByFigures(span, context));
  const spans = figures.length > 0 ? figures : all;
  const [first] = spans;
  if (!first) return { start: 0, end: 0, score: 0 };
  let best = first;
  for (const span of spans) if (span.logit > best.logit) best = span;
  const total = spans.reduce((sum, { logit }) => sum + Math.exp(logit - best.logit), 0);
  const { tokens } = context;
  return { start: tokens[best.from]!.start, end: tokens[best.to - 1]!.end, score: 1 / total };
}

const asksFigure = /多少|几|how (?:many|much)/u;
/** Words that belong to a figure: 约500人, 500人以上. */
const about = new Set('约 近 超 超过 逾 至少 大约 接近 不足 将近 高达 仅 每 人民币 第'.split(' '));
const orSo = new Set('左右 以上 以下 以内 多 余 不等 之间'.split(' '));

/** Whether a span begins and ends with a figure of the unit that is asked for. */
function framedByFigures(
  { from, to }: ScoredSpan,
  { question, tokens, unit }: SpanContext,
): boolean {
  if (question.kind !== 'amount' || !asksFigure.test(question.cue)) return false;
  const last = to - 1 > from && orSo.has(tokens[to - 1]!.text) ? to - 2 : to - 1;
  const first = from < last && about.has(tokens[from]!.text) ? from + 1 : from;
  return [first, last].every((i) => {
    const figure = tokens[i]!.quantity;
    // 几年 may ask for a year or for a number of years.
    if (figure === null || (figure.kind === 'date' && unit !== '年')) return false;
    return unit === null || unitsAgree(unit, figure.unit);
  });
}
