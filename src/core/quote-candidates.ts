/** Which releases a pasted text may be from: those that hold its rarest pairs of characters and words. */
import type { PreparedRelease } from './corpus.js';
import type { SearchIndex } from './search-index.js';
import { termsOf } from './terms.js';

export interface CandidateOptions {
  /** Every so many terms of the text, the rarest of them are looked for. */
  readonly window: number;
  /** How many terms of each stretch. */
  readonly rarest: number;
  /** How many releases, by their best passage and by their whole text each. */
  readonly releases: number;
}

/** Terms below are single Han characters, which nearly every release has. */
const firstPair = 0x10000;

/** The releases that a folded text is most likely from, best first. */
export function findCandidates(
  index: SearchIndex,
  text: string,
  { window, rarest, releases }: CandidateOptions,
): PreparedRelease[] {
  const terms = new Set<number>();
  const every = termsOf(text);
  const pairs = every.filter((term) => term >= firstPair);
  const all = pairs.length > 0 ? pairs : every;
  for (let start = 0; start < all.length; start += window) {
    for (const term of rarestTerms(index, all.subarray(start, start + window), rarest)) {
      terms.add(term);
    }
  }
  if (terms.size === 0) return [];
  const scores = index.lexicalScores(Uint32Array.from(terms));
  const found = new Set<PreparedRelease>();
  for (const number of [...best(scores.passages, releases), ...best(scores.releases, releases)]) {
    const owner = index.ownerOf(number);
    if (owner) found.add(owner.prepared);
  }
  return [...found];
}

function rarestTerms(index: SearchIndex, terms: Uint32Array, count: number): number[] {
  return [...new Set(terms)]
    .map((term) => ({ term, frequency: index.documentFrequency(term) }))
    .filter(({ frequency }) => frequency > 0)
    .sort((a, b) => a.frequency - b.frequency)
    .slice(0, count)
    .map(({ term }) => term);
}

/** The positions of the highest scores above 0, best first. */
function best(scores: Float32Array, count: number): number[] {
  const kept: number[] = [];
  let least = 0;
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]!;
    if (score <= least) continue;
    let at = kept.length;
    while (at > 0 && scores[kept[at - 1]!]! < score) at--;
    kept.splice(at, 0, i);
    if (kept.length > count) kept.pop();
    if (kept.length === count) least = scores[kept.at(-1)!]!;
  }
  return kept;
}
