/** Finding the answer of one part of a question: its sentence, the stretch that answers, and how sure that is. */
import { unmarked } from '../text/unmarked.js';
import { chooseSentence, leastShare, weighAgainst, type LookedAt } from './choose-sentence.js';
import { countAgainst } from './close-look.js';
import { foldedSentence } from '../corpus/corpus.js';
import type { Span } from '../text/fold.js';
import { analyzeQuestion } from '../question/question.js';
import type { RetrievedRelease } from './retrieve.js';
import { shownClause } from '../span/shown-clause.js';
import {
  answerLogOdds,
  rankSentences,
  type RankedSentence,
  type RankerWeights,
  type Statistics,
} from './sentence-ranker.js';
import type { SpanWeights } from '../span/span-model.js';

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
  /** What of the first folded sentence is shown as the answer: the span or the clause around it; null when there is no sentence. */
  readonly shown: Span | null;
  /** Further sentences that state the same answer, best first. */
  readonly alsoIn: readonly FoundSentence[];
}

/** How many sentences are kept. */
const mostSentences = 30;

/** How many other places an answer names. */
const mostAlsoIn = 2;

/** What an agreeing sentence adds to the log-odds: as rivals they stand in each other's way, though each speaks for the other. */
const logOddsFor = 3;

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
  const ranking = rankSentences(analyzeQuestion(question), releases, statistics, models.ranker);
  const looked = chooseSentence(ranking, models.span);
  const [best] = looked;
  if (!best) return { sentences: [], probability: 0, span: null, shown: null, alsoIn: [] };
  const toFound = ({ candidate, sentence, score }: RankedSentence): FoundSentence => ({
    found: releases[candidate]!,
    sentence,
    score,
  });
  const chosen = toFound(best);
  const { shown, span } = shownClause(ranking.features.asked, textOf(chosen), best.look.span);
  const ranked = ranking.sentences.slice(0, mostSentences);
  const isElsewhere = ({ candidate }: RankedSentence): boolean => candidate !== best.candidate;
  const wordings = new Map<number, string>();
  const wordingOf = (one: RankedSentence): string => {
    const wording = wordings.get(one.row) ?? unmarked(textOf(toFound(one)));
    wordings.set(one.row, wording);
    return wording;
  };
  const repetitions = ranked.filter(
    (other) => isElsewhere(other) && wordingOf(other) === wordingOf(best),
  );
  const agreeing = looked
    .slice(1)
    .filter(isElsewhere)
    .filter(({ score }) => score >= best.score + Math.log(leastShare))
    .filter((other) => stretchOf(toFound(other), other) === stretchOf(chosen, best));
  const alsoIn = [...repetitions, ...agreeing].map(toFound).slice(0, mostAlsoIn);
  const logOdds =
    answerLogOdds(ranking, best, models.ranker) + (alsoIn.length > 0 ? logOddsFor : 0);
  // The figure of something else refuses whatever the words, but the sentence stays the nearest: it names what is asked about.
  const against = countAgainst(best.look) + (best.look.span.isAnothers ? 1 : 0);
  const probability = 1 / (1 + Math.exp(-weighAgainst(logOdds, against)));
  const unlooked = ranked.filter(({ row }) => !looked.some((other) => other.row === row));
  const ordered = [...looked, ...unlooked].toSorted((a, b) => b.score - a.score);
  const sentences = firstOfEach(ordered, wordingOf)
    .map(toFound)
    .map((one) => ({ ...one, score: probability * Math.exp(Math.min(0, one.score - best.score)) }));
  return {
    sentences,
    probability,
    span,
    shown,
    alsoIn,
  };
}

/** The items without those that have the key of an earlier one. */
function firstOfEach<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    return seen.has(key) ? false : seen.add(key);
  });
}

function stretchOf(sentence: FoundSentence, { look: { span } }: LookedAt): string {
  return textOf(sentence).slice(span.start, span.end);
}

function textOf({ found, sentence }: FoundSentence): string {
  return foldedSentence(found.prepared, sentence);
}
