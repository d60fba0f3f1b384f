/**
 * The plain baseline that an evaluation stands beside: BM25 over releases, then BM25 over the sentences of the ten best
 * plus 0.3 times the release's score, refusing by how much of the question the best sentence covers.
 */
import { foldedRelease, foldedSentence, type PreparedRelease } from '../corpus/corpus.js';
import { LexicalIndex } from '../search/lexical-index.js';
import { plainTermsOf } from '../text/terms.js';

const releaseShare = 0.3;
const releasesLookedAt = 10;

/** A sentence by positions: of its release among those given, and within the release. */
export interface BaselineSentence {
  readonly release: number;
  readonly sentence: number;
}

export interface BaselineRanking {
  /** Positions of the ten best releases, best first. */
  readonly releases: readonly number[];
  /** Their sentences, best first. */
  readonly sentences: readonly BaselineSentence[];
  /** The share, 0 to 1, of the question's idf that the best sentence holds. */
  readonly coverage: number;
}

/** Indexes releases for the baseline and gives the function that ranks for a folded question. */
export function createBaseline(
  releases: readonly PreparedRelease[],
): (question: string) => BaselineRanking {
  const whole = new LexicalIndex();
  whole.add(releases.map((prepared, id) => ({ id, terms: plainTermsOf(foldedRelease(prepared)) })));
  const sentences = releases.flatMap((prepared, release) =>
    prepared.sentences.map((_, sentence) => ({
      release,
      sentence,
      terms: plainTermsOf(foldedSentence(prepared, sentence)),
    })),
  );
  const byRelease = releases.map((): number[] => []);
  for (const [id, { release }] of sentences.entries()) byRelease[release]!.push(id);
  const parts = new LexicalIndex();
  parts.add(sentences.map(({ terms }, id) => ({ id, terms })));

  return (question) => {
    const terms = plainTermsOf(question);
    const releaseScores = whole.scoreTerms(terms);
    const sentenceScores = parts.scoreTerms(terms);
    const found = releaseScores.best(releasesLookedAt);
    const best = [...new Set([...found, ...releases.keys()])].slice(0, releasesLookedAt);
    const scoreOf = (id: number): number =>
      sentenceScores.of(id) + releaseShare * releaseScores.of(sentences[id]!.release);
    const ranked = best
      .flatMap((release) => byRelease[release]!)
      .toSorted((a, b) => scoreOf(b) - scoreOf(a));
    const [first] = ranked;
    return {
      releases: best,
      sentences: ranked.map((id) => sentences[id]!),
      coverage: first === undefined ? 0 : coverageOf(terms, sentences[first]!.terms, whole),
    };
  };
}

function coverageOf(question: Uint32Array, sentence: Uint32Array, index: LexicalIndex): number {
  const held = new Set(sentence);
  let total = 0;
  let covered = 0;
  for (const term of new Set(question)) {
    const idf = index.idf(term);
    total += idf;
    if (held.has(term)) covered += idf;
  }
  return total === 0 ? 0 : covered / total;
}
