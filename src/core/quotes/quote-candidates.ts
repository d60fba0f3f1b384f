/** Which releases a pasted text may be from: those that hold its rarest pairs of characters and words. */
import type { PreparedRelease } from '../corpus/corpus.js';
import type { SearchIndex } from '../search/search-index.js';
import { kindOf, termsOf } from '../text/terms.js';

export interface CandidateOptions {
  /** Every so many terms of the text, the rarest of them are looked for. */
  readonly window: number;
  /** How many terms of each stretch. */
  readonly rarest: number;
  /** How many releases, by BM25. */
  readonly releases: number;
}

/** The releases that a folded text is most likely from, best first. */
export function findQuoteCandidates(
  index: SearchIndex,
  text: string,
  { window, rarest, releases }: CandidateOptions,
): PreparedRelease[] {
  const terms = new Set<number>();
  const every = termsOf(text);
  const pairs = every.filter((term) => kindOf(term) !== 'character');
  const all = pairs.length > 0 ? pairs : every;
  for (let start = 0; start < all.length; start += window) {
    for (const term of rarestTerms(index, all.subarray(start, start + window), rarest)) {
      terms.add(term);
    }
  }
  const weights = new Map(Array.from(terms, (term) => [term, index.idf(term)]));
  const numbers = index.scoreReleases(weights).best(releases);
  return numbers.flatMap((number) => index.numbered(number)?.prepared ?? []);
}

function rarestTerms(index: SearchIndex, terms: Uint32Array, count: number): number[] {
  return [...new Set(terms)]
    .map((term) => ({ term, frequency: index.documentFrequency(term) }))
    .filter(({ frequency }) => frequency > 0)
    .sort((a, b) => a.frequency - b.frequency)
    .slice(0, count)
    .map(({ term }) => term);
}
