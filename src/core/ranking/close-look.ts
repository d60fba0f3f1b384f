/** A close look at one sentence: the stretch that would answer, and what speaks against it. */
import { findAnswerSpan, type AnswerSpan } from '../span/answer-span.js';
import { asksWhen, findContradictions, lacksNames } from './contradictions.js';
import { foldedRelease, foldedSentence, type PreparedRelease } from '../corpus/corpus.js';
import type { Span } from '../text/fold.js';
import type { Asked } from '../span/span-asked.js';
import type { SpanWeights } from '../span/span-model.js';

export interface CloseLook {
  readonly span: AnswerSpan;
  /** Characters of the stretch. */
  readonly length: number;
  /** How many words of the question the sentence contradicts or its release does not know. */
  readonly contradictions: number;
  /** Whether the stretch cannot be an answer: of another type, another's figure, no names where names are asked for, the question's own words, or no reason where one is asked for. */
  readonly isNoAnswer: boolean;
}

/**
 * Looks at a sentence.
 * @param question folded
 * @param sentence counted from 0 within its release
 */
export function lookClosely(
  question: string,
  asked: Asked,
  prepared: PreparedRelease,
  sentence: number,
  weights: SpanWeights,
): CloseLook {
  const text = foldedSentence(prepared, sentence);
  const span = findAnswerSpan(asked, text, weights);
  const stretch = text.slice(span.start, span.end);
  const setting = {
    sentence: text,
    before: sentence === 0 ? '' : foldedSentence(prepared, sentence - 1),
    release: foldedRelease(prepared),
  };
  return {
    span,
    length: stretch.length,
    contradictions: findContradictions(question, setting).length,
    isNoAnswer:
      !span.agrees ||
      span.isAnothers ||
      lacksNames(question, stretch) ||
      echoes(question, stretch) ||
      lacksReason(question, setting.before + text) ||
      tellsSince(question, text, span),
  };
}

/** But not 名为什么 and 称为什么, which ask for a name. */
const asksWhy = /(?<![名称叫作又])(?:为什么|为何)(?=\p{Script=Han})/u;
const givesReason =
  /因|由于|为了|(?:^|[,。;])为(?=\p{Script=Han})|原因|所以|导致|致使|使|令|以便|以免|避免|鉴于|影响|得益|基于|旨在|通过|随着|从而|有利于|有助于|希望|(?<!项)目的/u;

/** Whether a reason is asked for and neither the sentence nor the one before gives any. */
function lacksReason(question: string, sentences: string): boolean {
  return asksWhy.test(question) && !givesReason.test(sentences);
}

/** Whether a date only says since when, 自2023年以来, and the question asks when something was. */
function tellsSince(question: string, sentence: string, { end }: Span): boolean {
  return (
    asksWhen.test(question) &&
    !/[从自起]|开始|以来|至今/u.test(question) &&
    /^(?:年|月|日)?以来/u.test(sentence.slice(end))
  );
}

/** How many facts speak against the sentence. */
export function countAgainst({ contradictions, isNoAnswer }: CloseLook): number {
  return contradictions + (isNoAnswer ? 1 : 0);
}

/** Whether a stretch only says what the question says itself; yes or no may well be said in its words. */
function echoes(question: string, stretch: string): boolean {
  return question.includes(stretch) && !/吗|是否|是不是|有没有|能否|会不会/u.test(question);
}
