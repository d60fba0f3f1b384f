/** Retrieval: from a question to the releases whose sentences are worth ranking. */
import type { PreparedRelease } from '../corpus/corpus.js';
import { analyzeQuestion } from '../question/question.js';
import { releaseFeatures, type WeighedTerms } from './release-features.js';
import type { IndexedRelease, SearchIndex } from '../search/search-index.js';
import { isFunctionTerm, kindOf, termsOf, type TermKind } from '../text/terms.js';
import { dot } from '../search/vector-index.js';

/** A release found for a question. */
export interface RetrievedRelease {
  readonly prepared: PreparedRelease;
  /** The score beside the best one's, 0 to 1: 1 for the best. */
  readonly releaseScore: number;
  /** For each sentence the cosine, -1 to 1, of the question and the best passage around the sentence. */
  readonly cosines: Float32Array;
  /** The weighted mean of the release's features by which releases are ordered; higher is better, at most 1. */
  readonly score: number;
}

export interface RetrieveOptions {
  /** How many releases come back. */
  readonly releases: number;
  /** How many of the best releases by BM25 are looked at closely. */
  readonly lexical: number;
  /** How many of the nearest are, beside them. */
  readonly neighbours: number;
  /** The id of the only release to look at; all unless given. */
  readonly only?: string;
  /** One weight for each of `releaseFeatureNames`; their sum is 1. */
  readonly weights: readonly number[];
  /** What a term of each kind weighs beside its idf. */
  readonly kinds: Readonly<Record<TermKind, number>>;
}

export const retrieveDefaults: RetrieveOptions = {
  releases: 12,
  lexical: 40,
  neighbours: 30,
  weights: [0.15, 0.15, 0.15, 0.15, 0.25, 0.15],
  kinds: { character: 1, hanPair: 1, word: 1, wordPair: 0.3 },
};

/**
 * Finds the releases for a question, best first.
 * @param question folded
 * @param embedding the question's; null searches lexically only
 */
export function retrieve(
  index: SearchIndex,
  question: string,
  embedding: Float32Array | null,
  options: RetrieveOptions = retrieveDefaults,
): RetrievedRelease[] {
  const found = findCandidates(index, question, embedding, options).map(
    ({ indexed, features, passageCosines }) => ({
      prepared: indexed.prepared,
      cosines: sentenceCosines(indexed.prepared, passageCosines),
      score: features.reduce((sum, value, f) => sum + value * options.weights[f]!, 0),
    }),
  );
  const best = found.sort((a, b) => b.score - a.score).slice(0, options.releases);
  const most = Math.max(best[0]?.score ?? 0, Number.EPSILON);
  return best.map((one) => ({ ...one, releaseScore: Math.max(0, one.score / most) }));
}

/** A release that is looked at closely. */
export interface RetrievalCandidate {
  readonly indexed: IndexedRelease;
  /** See `releaseFeatureNames`. */
  readonly features: readonly number[];
  readonly passageCosines: readonly number[];
}

/** The releases that BM25 or their embedding put forward, with their features, in no order. */
export function findCandidates(
  index: SearchIndex,
  question: string,
  embedding: Float32Array | null,
  { only, lexical, neighbours, kinds }: Omit<RetrieveOptions, 'releases' | 'weights'>,
): RetrievalCandidate[] {
  const query = weighTerms(index, question, kinds);
  const scores = index.scoreReleases(
    new Map(Array.from(query.terms, (term, t) => [term, query.weights[t]!])),
  );
  const onlyNumber = only === undefined ? undefined : index.find(only)?.number;
  const numbers = new Set(onlyNumber === undefined ? scores.best(lexical) : [onlyNumber]);
  if (embedding && onlyNumber === undefined) {
    for (const { id } of index.vectors.search(embedding, neighbours)) numbers.add(id);
  }
  const countLines = index.countInLines(query.terms);
  return [...numbers].flatMap((number) => {
    const indexed = index.numbered(number);
    if (!indexed) return [];
    const { prepared, embeddings } = indexed;
    const passageCosines = embeddings.map((one) => (embedding ? dot(embedding, one) : 0));
    const counts = countLines(number, number + 1 + prepared.sentences.length);
    const cosine = meanOfBest(passageCosines);
    const features = releaseFeatures(prepared, counts, query, scores.of(number), cosine);
    return [{ indexed, features, passageCosines }];
  });
}

/** The terms of the question without the words that ask; of all its words when nothing else is in it. */
function weighTerms(
  index: SearchIndex,
  question: string,
  kinds: RetrieveOptions['kinds'],
): WeighedTerms {
  const all = new Set(termsOf(contentOf(question)));
  const telling = [...all].filter((term) => !isFunctionTerm(term));
  const terms = Uint32Array.from(telling.length > 0 ? telling : all);
  const weights = Float32Array.from(terms, (term) => kinds[kindOf(term)] * index.idf(term));
  return { terms, weights, total: weights.reduce((sum, weight) => sum + weight, 0) || 1 };
}

/** The content of a question; a mark stands where something is left out, so that what it parts makes no pair. */
function contentOf(question: string): string {
  const { text, sequence, isContent } = analyzeQuestion(question);
  const { starts } = sequence;
  return Array.from(starts, (start, i) =>
    isContent[i] === 1 ? text.slice(start, starts[i + 1] ?? text.length) : ',',
  ).join('');
}

/**
 * The mean of the best eighth, at least the best: one passage of many is near by chance (English titles, MRR@10 of a long
 * release: .934 by its best passage, .939 by the mean of its best three).
 */
function meanOfBest(cosines: readonly number[]): number {
  const best = cosines
    .toSorted((a, b) => b - a)
    .slice(0, Math.max(1, Math.ceil(cosines.length / 8)));
  return best.reduce((sum, cosine) => sum + cosine, 0) / Math.max(1, best.length);
}

function sentenceCosines(
  prepared: PreparedRelease,
  passageCosines: readonly number[],
): Float32Array {
  const cosines = new Float32Array(prepared.sentences.length);
  for (const [p, { first, last }] of prepared.passages.entries()) {
    for (let s = first; s <= last; s++) cosines[s] = Math.max(cosines[s]!, passageCosines[p]!);
  }
  return cosines;
}
