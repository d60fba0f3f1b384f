/** The setting of a sentence: where the release agrees with the question, before it, in it or behind it. */
import { lengthOf, type SentencePool } from './sentence-pool.js';

/** What a sentence opens with when it goes on about what the sentence before named. */
const pronouns = new Set([...'他她它该此这其两双二'].map((char) => char.charCodeAt(0)));

/** Whether a sentence of the pool opens with a pronoun. */
export function opensWithPronoun({ terms, first, candidateOf }: SentencePool, s: number): boolean {
  const c = candidateOf[s]!;
  const { terms: own, first: starts } = terms[c]!;
  const from = starts[s - first[c]!]!;
  return from < own.length && pronouns.has(own[from]!);
}

/**
 * The setting of sentence `s` of a pool, 0 to 127: how the coverage of the sentence before, of itself and of the sentence behind compare
 * with the best of the release, and whether it opens with a pronoun. The answer often stands beside the sentence that repeats the question.
 * @param best the highest coverage of the release
 */
export function settingOf(pool: SentencePool, s: number, best: number): number {
  const c = pool.candidateOf[s]!;
  const level = (i: number): number => {
    if (i < pool.first[c]! || i >= pool.first[c + 1]! || lengthOf(pool, i) === 0) return 0;
    const share = pool.coverage[i]! / (best || 1);
    return share >= 0.95 ? 3 : share >= 0.6 ? 2 : share >= 0.3 ? 1 : 0;
  };
  return (
    (level(s - 1) * 16 + level(s) * 4 + level(s + 1)) * 2 + (opensWithPronoun(pool, s) ? 1 : 0)
  );
}

/** The highest coverage of the sentences of each candidate of a pool. */
export function bestCoverages({ candidates, first, coverage }: SentencePool): Float32Array {
  return Float32Array.from(candidates, (_, c) =>
    coverage.subarray(first[c], first[c + 1]).reduce((most, own) => Math.max(most, own), 0),
  );
}
