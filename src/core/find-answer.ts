/** Finding the answer of one part of a question: its sentence, the stretch that answers, and how sure that is. */
import { findAnswerSpan } from './answer-span.js';
import { foldedSentence } from './corpus.js';
import type { Span } from './fold.js';
import { analyzeQuestion } from './question.js';
import type { RetrievedRelease } from './retrieve.js';
import {
  rankSentences,
  type RankedSentence,
  type RankerWeights,
  type Statistics,
} from './sentence-ranker.js';
import type { SpanWeights } from './span-model.js';

/** The learned parts. */
export interface AnswerModels {
  readonly ranker: RankerWeights;
  readonly span: SpanWeights;
}

/** A sentence that was found, with the probability, 0 to 1, that it answers. */
export interface FoundSentence {
  readonly found: RetrievedRelease;
  /** Counted from 0 within the release. */
  readonly sentence: number;
  readonly score: number;
}

export interface FoundAnswer {
  /** Best first, without repetitions: a sentence that says the same as a better one is left out. */
  readonly sentences: readonly FoundSentence[];
  /** The probability, 0 to 1, that the first sentence answers. */
  readonly probability: number;
  /** Where in the first folded sentence the answer stands; null when there is no sentence. */
  readonly span: Span | null;
  /** Further sentences that state the same answer, best first. */
  readonly alsoIn: readonly FoundSentence[];
}

/** How many sentences are kept. */
const mostSentences = 30;

/** Where else the answer stands is only looked for among the first few, at no less than half the best one's odds. */
const alsoIn = { among: 5, leastShare: 0.5, most: 2 };

/**
 * Finds the answer to one folded question among the sentences of the retrieved releases.
 * Whether it is good enough to be given is the caller's decision, by its probability.
 */
export function findAnswer(
  question: string,
  releases: readonly RetrievedRelease[],
  statistics: Statistics,
  models: AnswerModels,
): FoundAnswer {
  const analyzed = analyzeQuestion(question);
  const ranking = rankSentences(analyzed, releases, statistics, models.ranker);
  const ranked = ranking.sentences.slice(0, mostSentences);
  const sentences = ranked.map(({ candidate, sentence, score }) => ({
    found: releases[candidate]!,
    sentence,
    score: ranking.answerProbability * oddsShare(score, ranked),
  }));
  const distinct = withoutRepetitions(sentences);
  const [best] = distinct;
  if (!best) return { sentences: [], probability: 0, span: null, alsoIn: [] };
  const text = textOf(best);
  const span = findAnswerSpan(question, text, models.span);
  return {
    sentences: distinct,
    probability: ranking.answerProbability,
    span,
    alsoIn: sentences
      .slice(1, alsoIn.among)
      .filter((other) => other.score >= alsoIn.leastShare * best.score)
      .filter((other) => textOf(other).includes(text.slice(span.start, span.end)))
      .filter((other) => other.found !== best.found)
      .slice(0, alsoIn.most),
  };
}

/** The odds of a ranked sentence beside those of the first, above 0, at most 1. */
function oddsShare(score: number, ranked: readonly RankedSentence[]): number {
  return Math.exp(score - ranked[0]!.score);
}

function withoutRepetitions(sentences: readonly FoundSentence[]): FoundSentence[] {
  const seen = new Set<string>();
  return sentences.filter((sentence) => {
    const words = textOf(sentence).replace(/[^\p{L}\p{N}]/gu, '');
    if (seen.has(words)) return false;
    seen.add(words);
    return true;
  });
}

function textOf({ found, sentence }: FoundSentence): string {
  return foldedSentence(found.prepared, sentence);
}
