/** Releases as a search finds them, without a search. */
import type { PreparedRelease } from '../../src/core/corpus/corpus.js';
import type { RetrievedRelease } from '../../src/core/search/retrieve.js';

/**
 * @param scores of the passages, in their order; 0 unless given
 * @param cosine in the other language than the question, with passages as near as that
 */
export function retrieved(
  prepared: PreparedRelease,
  scores: readonly number[] = [],
  cosine?: number,
): RetrievedRelease {
  const passages = prepared.passages.map((passage, p) => ({
    passage,
    coverage: 0,
    words: 0,
    isEmbedded: true,
    cosine: cosine ?? 0,
    score: scores[p] ?? 0,
  }));
  return { prepared, by: ['words'], isOther: cosine !== undefined, score: 0, passages };
}
