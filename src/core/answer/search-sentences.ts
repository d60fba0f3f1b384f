/** Searching for sentences by words, as a person types them. */
import type { Citation } from './answer.js';

export interface FoundSentences {
  /** Best first; `n` counts from 1. */
  readonly citations: readonly Citation[];
  /** Whether there are further ones. */
  readonly hasMore: boolean;
}

/**
 * Finds the sentences that hold the words of a query, in either script.
 * @param offset how many of the best to leave out
 * @param count how many to return at most
 */
export type SearchSentences = (query: string, offset: number, count: number) => FoundSentences;
