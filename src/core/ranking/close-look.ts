/** A close look at one sentence: the stretch that would answer, and what speaks against it. */
import { findAnswerSpan, type AnswerSpan } from '../span/answer-span.js';
import { findContradictions, lacksNames } from './contradictions.js';
import { foldedRelease, foldedSentence, type PreparedRelease } from '../corpus/corpus.js';
import type { Asked } from '../span/span-asked.js';
import type { SpanWeights } from '../span/span-model.js';

export interface CloseLook {
  readonly span: AnswerSpan;
  /** Characters of the stretch. */
  readonly length: number;
  /** How many words of the question the sentence contradicts or its release does not know. */
  readonly contradictions: number;
  /** Whether the stretch cannot be an answer: of another type, another's figure, no names where names are asked for, or the question's own words. */
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
      !span.agrees || span.isAnothers || lacksNames(question, stretch) || echoes(question, stretch),
  };
}

/** How many facts speak against the sentence. */
export function countAgainst({ contradictions, isNoAnswer }: CloseLook): number {
  return contradictions + (isNoAnswer ? 1 : 0);
}

/** Whether a stretch only says what the question says itself; yes or no may well be said in its words. */
function echoes(question: string, stretch: string): boolean {
  return question.includes(stretch) && !/吗|是否|是不是|有没有|能否|会不会/u.test(question);
}
