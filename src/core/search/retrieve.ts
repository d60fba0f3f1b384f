/** Retrieval: from a question to the releases worth reading and the passages in them. */
import type { PreparedRelease } from '../corpus/corpus.js';
import { withoutAsking } from '../text/asking-words.js';
import { isHanText } from '../text/language.js';
import type { Passage } from '../text/passages.js';
import { isFunctionTerm, kindOf, termsOf, type TermKind } from '../text/terms.js';
import { passageFeatures, releaseFeatures, type WeighedTerms } from './release-features.js';
import type { IndexedRelease, SearchIndex } from './search-index.js';
import { dot } from './vector-index.js';

/** Which search put a release forward. */
export type FoundBy = 'words' | 'meaning' | 'other language';

/** A passage of a release that was found. */
export interface RetrievedPassage {
  readonly passage: Passage;
  /** Share of the weight of the question's terms that the passage and the headline hold, 0 to 1. */
  readonly coverage: number;
  /** BM25 of its best sentence over the weight of the question's terms. */
  readonly words: number;
  /**
   * Cosine of question and passage, -1 to 1. While the passage has no embedding, the mean of those that were found, so
   * that a release that has just come in loses nothing beside the others.
   */
  readonly cosine: number;
  readonly isEmbedded: boolean;
  /** How much it promises to answer; higher is better. See {@link passageWeights}. */
  readonly score: number;
}

/** A release found for a question. */
export interface RetrievedRelease {
  readonly prepared: PreparedRelease;
  readonly by: readonly FoundBy[];
  /** Whether it is in another language than the question. */
  readonly isOther: boolean;
  /** The weighted sum of the release's features by which releases of its language are ordered. */
  readonly score: number;
  /** All its passages, in their order. */
  readonly passages: readonly RetrievedPassage[];
}

export interface RetrieveOptions {
  /** How many releases of the question's language come back, and how many of the other. */
  readonly releases: number;
  readonly otherReleases: number;
  /** How many of the best releases by BM25 are looked at closely. */
  readonly lexical: number;
  /** How many of the nearest of each language are, beside them. */
  readonly neighbours: number;
  /** The id of the only release to look at; all unless given. */
  readonly only?: string;
}

export const retrieveDefaults: RetrieveOptions = {
  releases: 10,
  otherReleases: 10,
  lexical: 40,
  neighbours: 60,
};

/** What a term of each kind weighs beside its idf: two English words side by side are half counted already. */
const kindWeights: Readonly<Record<TermKind, number>> = {
  character: 1,
  hanPair: 1,
  word: 1,
  wordPair: 0.3,
};

/** One weight for each of `releaseFeatureNames`, for releases in the question's language. */
const releaseWeights = [0.15, 0.15, 0.15, 0.15, 0.25, 0.6] as const;

/** Of a passage in the question's language. */
const passageWeights = { coverage: 0.5, words: 0.5, cosine: 1, release: 0.7 } as const;

/**
 * Finds the releases for a question, best first; those in another language than the question's follow the others.
 * @param question folded
 * @param embedding the question's; null searches lexically only
 */
export function retrieve(
  index: SearchIndex,
  question: string,
  embedding: Float32Array | null,
  options: RetrieveOptions = retrieveDefaults,
): RetrievedRelease[] {
  const query = weighTerms(index, question);
  const isHan = isHanText(question);
  const candidates = findCandidates(index, query, embedding, isHan, options);
  const countLines = index.countInLines(query.terms);
  const cosinesOf = candidates.map(({ indexed }) =>
    embedding ? indexed.embeddings.map((one) => dot(embedding, one)) : [],
  );
  const usual = mean(cosinesOf.filter(({ length }) => length > 0).map((some) => Math.max(...some)));
  const found = candidates.map(({ indexed, by, bm25 }, c): RetrievedRelease => {
    const { prepared, number, embeddings } = indexed;
    const counts = countLines(number, number + 1 + prepared.sentences.length);
    const cosines = prepared.passages.map((_, p) => cosinesOf[c]![p] ?? usual);
    const features = releaseFeatures(prepared, counts, query, bm25, Math.max(0, ...cosines));
    const isOther = prepared.isHan !== isHan;
    // Across languages only names and figures are shared: the vectors decide alone.
    const score = isOther
      ? features.at(-1)! + 0.2 * features[0]!
      : features.reduce((sum, value, f) => sum + value * releaseWeights[f]!, 0);
    const passages = prepared.passages.map((passage, p): RetrievedPassage => {
      const { coverage, words } = passageFeatures(prepared, counts, query, passage);
      const cosine = cosines[p]!;
      const own = isOther
        ? cosine + 0.5 * coverage
        : passageWeights.coverage * coverage +
          passageWeights.words * words +
          passageWeights.cosine * cosine +
          passageWeights.release * score;
      return { passage, coverage, words, cosine, isEmbedded: embeddings[p] !== undefined, score: own };
    });
    return { prepared, by, isOther, score, passages };
  });
  const best = (isOther: boolean, count: number): RetrievedRelease[] =>
    found
      .filter((one) => one.isOther === isOther)
      .sort((a, b) => b.score - a.score)
      .slice(0, count);
  return [...best(false, options.releases), ...best(true, options.otherReleases)];
}

/** 0 of nothing. */
function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

interface Candidate {
  readonly indexed: IndexedRelease;
  readonly by: readonly FoundBy[];
  readonly bm25: number;
}

/** The releases that BM25 or their embedding put forward, in no order. */
function findCandidates(
  index: SearchIndex,
  query: WeighedTerms,
  embedding: Float32Array | null,
  isHan: boolean,
  { only, lexical, neighbours }: RetrieveOptions,
): Candidate[] {
  const scores = index.scoreReleases(new Map(Array.from(query.terms, (term, t) => [term, query.weights[t]!])));
  const by = new Map<number, FoundBy[]>();
  const add = (number: number, how: FoundBy): void => {
    by.set(number, [...(by.get(number) ?? []), how]);
  };
  const onlyNumber = only === undefined ? undefined : index.find(only)?.number;
  if (only !== undefined) {
    if (onlyNumber !== undefined) add(onlyNumber, 'words');
  } else {
    for (const number of scores.best(lexical)) add(number, 'words');
    for (const own of embedding ? [true, false] : []) {
      const near = index.nearest(embedding!, neighbours, own === isHan);
      for (const { id } of near) add(id, own ? 'meaning' : 'other language');
    }
  }
  return [...by].flatMap(([number, how]) => {
    const indexed = index.numbered(number);
    return indexed ? [{ indexed, by: how, bm25: scores.of(number) }] : [];
  });
}

/** The terms of the question without the words that ask; of all its words when nothing else is in it. */
export function weighTerms(index: SearchIndex, question: string): WeighedTerms {
  const content = new Set(termsOf(withoutAsking(question)));
  const all = content.size > 0 ? content : new Set(termsOf(question));
  const telling = [...all].filter((term) => !isFunctionTerm(term));
  const terms = Uint32Array.from(telling.length > 0 ? telling : all);
  const weights = Float32Array.from(terms, (term) => kindWeights[kindOf(term)] * index.idf(term));
  return { terms, weights, total: weights.reduce((sum, weight) => sum + weight, 0) || 1 };
}
