/** Finding the answer of one part of a question: its sentence, the stretch that answers, and how sure that is. */
import { findAnswerSpan } from './answer-span.js';
import { foldedRelease, foldedSentence } from './corpus.js';
import { findContradictions, lacksNames } from './contradictions.js';
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

/**
 * What a contradiction, or a stretch that is not of the type asked for, takes from the log-odds. On the development sets they
 * speak against 0.1 % (cmrc2018, secnews_mrc) to 7 % (ncp_policies) of the right sentences.
 */
const logOddsAgainst = 3;

/** How many of the best sentences are weighed with the stretch that would answer; each takes about a millisecond. */
const closerLook = 5;

/**
 * Another sentence states the same when its stretch is the same and it is at least this much as probable; the ranker puts rivals that
 * agree far apart (a press conference in two releases: 0.14).
 */
const leastShare = 0.05;

/** How many other places an answer names. */
const mostAlsoIn = 2;

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
  const weighed = distinct
    .slice(0, closerLook)
    .map((sentence) => weigh(question, sentence, models.span))
    .toSorted((a, b) => b.score - a.score);
  const [best] = weighed;
  if (!best) return { sentences: [], probability: 0, span: null, alsoIn: [] };
  const least = weighed.at(-1)!.score;
  const rest = distinct
    .slice(closerLook)
    .map(({ score, ...sentence }) => ({ ...sentence, score: Math.min(score, least) }));
  const repetitions = sentences.filter((other) => wordsOf(other) === wordsOf(best));
  const alsoIn = [...repetitions, ...statingTheSame(best, weighed)]
    .filter(({ found }) => found !== best.found)
    .slice(0, mostAlsoIn);
  // Sentences that agree stand in each other's way as rivals, though each speaks for the other.
  const probability = alsoIn.length > 0 ? discount(best.score, -1) : best.score;
  return {
    sentences: [{ ...best, score: probability }, ...weighed.slice(1), ...rest],
    probability,
    span: best.span,
    alsoIn,
  };
}

interface WeighedSentence extends FoundSentence {
  readonly span: Span;
}

/** Finds the stretch of a sentence that would answer, and discounts the sentence for what speaks against it. */
function weigh(question: string, found: FoundSentence, weights: SpanWeights): WeighedSentence {
  const text = textOf(found);
  const { start, end, agrees } = findAnswerSpan(question, text, weights);
  const stretch = text.slice(start, end);
  const isNoAnswer = !agrees || lacksNames(question, stretch) || echoes(question, stretch);
  const against = contradictionsOf(question, found).length + (isNoAnswer ? 1 : 0);
  return { ...found, span: { start, end }, score: discount(found.score, against) };
}

/** Whether a stretch only says what the question says itself; yes or no may well be said in its words. */
function echoes(question: string, stretch: string): boolean {
  return question.includes(stretch) && !/吗|是否|是不是|有没有|能否|会不会/u.test(question);
}

/** Other sentences whose own stretch says the same. */
function statingTheSame(
  best: WeighedSentence,
  others: readonly WeighedSentence[],
): FoundSentence[] {
  return others.filter(
    (other) =>
      other !== best &&
      other.score >= leastShare * best.score &&
      spanText(other) === spanText(best),
  );
}

function spanText(sentence: WeighedSentence): string {
  return textOf(sentence).slice(sentence.span.start, sentence.span.end);
}

function contradictionsOf(
  question: string,
  { found: { prepared }, sentence }: FoundSentence,
): string[] {
  return findContradictions(question, {
    sentence: foldedSentence(prepared, sentence),
    before: sentence === 0 ? '' : foldedSentence(prepared, sentence - 1),
    release: foldedRelease(prepared),
  });
}

/** A probability after so many facts that speak against it (for it, when negative); each weighs the same in its log-odds. */
function discount(probability: number, against: number): number {
  const odds = (probability / (1 - probability)) * Math.exp(-against * logOddsAgainst);
  return odds / (1 + odds);
}

/** The odds of a ranked sentence beside those of the first, above 0, at most 1. */
function oddsShare(score: number, ranked: readonly RankedSentence[]): number {
  return Math.exp(score - ranked[0]!.score);
}

function withoutRepetitions(sentences: readonly FoundSentence[]): FoundSentence[] {
  const seen = new Set<string>();
  return sentences.filter((sentence) => {
    const words = wordsOf(sentence);
    if (seen.has(words)) return false;
    seen.add(words);
    return true;
  });
}

/** A sentence without what does not matter to whether it repeats another. */
function wordsOf(sentence: FoundSentence): string {
  return textOf(sentence).replace(/[^\p{L}\p{N}]/gu, '');
}

function textOf({ found, sentence }: FoundSentence): string {
  return foldedSentence(found.prepared, sentence);
}
