/** The sentence pool: every sentence of the candidate releases with the question units that it holds, before any model looks. */
import type { PreparedRelease } from '../corpus/corpus.js';
import type { QuestionUnits } from '../question/question-units.js';
import {
  layOutTerms,
  releaseTerms,
  type ReleaseTerms,
  type TermSequence,
} from '../corpus/sentence-terms.js';

/** A release that retrieval found. */
export interface Candidate {
  readonly prepared: PreparedRelease;
  /** Retrieval's score, normalised so that the best candidate has 1; 0 to 1. */
  readonly releaseScore: number;
  /** Retrieval's own score, at most 1, comparable between questions. */
  readonly score: number;
  /** Per sentence the cosine, -1 to 1, of question and sentence or its passage; absent without an embedder. */
  readonly cosines?: Float32Array;
}

/** The sentences of all candidates, in order of candidate and sentence; those of candidate `c` are `[first[c], first[c + 1])`. */
export interface SentencePool {
  readonly candidates: readonly Candidate[];
  readonly terms: readonly ReleaseTerms[];
  readonly first: Uint32Array;
  readonly candidateOf: Uint16Array;
  /**
   * `counts[s * unitCount + u]`: how often sentence `s` holds unit `u`, at most 255. Behind the sentences, one row for the
   * headline of each candidate: its title, or its first sentence.
   */
  readonly counts: Uint8Array;
  readonly unitCount: number;
  /** Weighted share, 0 to 1, of the question's units that the sentence holds. */
  readonly coverage: Float32Array;
  /** BM25 of the sentence over the question's total weight, 0 to about 2. */
  readonly bm25: Float32Array;
}

/** Lucene's saturation with sentences in place of documents: a repeated word says little in 40 characters. */
const k1 = 0.9;
const b = 0.4;

const laidOut = new WeakMap<PreparedRelease, ReleaseTerms>();
const laidOutTitles = new WeakMap<PreparedRelease, TermSequence>();

/** The terms of a release, laid out once for as long as it is held. */
export function termsOfRelease(prepared: PreparedRelease): ReleaseTerms {
  let terms = laidOut.get(prepared);
  if (!terms) {
    terms = releaseTerms(prepared);
    laidOut.set(prepared, terms);
  }
  return terms;
}

/** Counts the question's units in all sentences of the candidates. */
export function poolSentences(
  candidates: readonly Candidate[],
  units: QuestionUnits,
): SentencePool {
  const terms = candidates.map(({ prepared }) => termsOfRelease(prepared));
  const first = new Uint32Array(candidates.length + 1);
  for (const [c, { first: starts }] of terms.entries())
    first[c + 1] = first[c]! + starts.length - 1;
  const size = first.at(-1)!;
  const unitCount = units.weights.length;
  const pool: SentencePool = {
    candidates,
    terms,
    first,
    candidateOf: new Uint16Array(size),
    counts: new Uint8Array((size + candidates.length) * unitCount),
    unitCount,
    coverage: new Float32Array(size),
    bm25: new Float32Array(size),
  };
  for (let c = 0; c < candidates.length; c++) {
    pool.candidateOf.fill(c, first[c], first[c + 1]);
    countUnits(pool, c, units);
  }
  scoreSentences(pool, units);
  return pool;
}

/** The row of a candidate's headline in `counts`. */
export function headlineRow({ coverage }: SentencePool, c: number): number {
  return coverage.length + c;
}

function countUnits(pool: SentencePool, c: number, units: QuestionUnits): void {
  const terms = pool.terms[c]!;
  for (let s = 0; s + 1 < terms.first.length; s++) {
    countRow(pool, pool.first[c]! + s, terms, terms.first[s]!, terms.first[s + 1]!, units);
  }
  const title = titleTerms(pool.candidates[c]!.prepared);
  const row = headlineRow(pool, c);
  if (title.terms.length > 0) countRow(pool, row, title, 0, title.terms.length, units);
  else if (terms.first.length > 1) countRow(pool, row, terms, 0, terms.first[1]!, units);
}

/** The terms of a headline, laid out once; none for a release without one. */
export function titleTerms(prepared: PreparedRelease): TermSequence {
  let terms = laidOutTitles.get(prepared);
  if (!terms) {
    terms = layOutTerms(prepared.foldedTitle);
    laidOutTitles.set(prepared, terms);
  }
  return terms;
}

function countRow(
  { counts, unitCount }: SentencePool,
  row: number,
  { terms, pairs }: TermSequence,
  from: number,
  to: number,
  { single, pair }: QuestionUnits,
): void {
  const base = row * unitCount;
  for (let i = from; i < to; i++) {
    const one = single.get(terms[i]!);
    if (one === undefined) continue;
    if (counts[base + one]! < 255) counts[base + one]!++;
    const two = pairs[i] === 0 ? undefined : pair.get(pairs[i]!);
    if (two !== undefined && counts[base + two]! < 255) counts[base + two]!++;
  }
}

function scoreSentences(pool: SentencePool, { weights, total }: QuestionUnits): void {
  const { counts, unitCount, coverage, bm25 } = pool;
  const meanLength =
    pool.terms.reduce((sum, { terms }) => sum + terms.length, 0) / Math.max(1, coverage.length);
  for (let s = 0; s < coverage.length; s++) {
    const norm = k1 * (1 - b + (b * lengthOf(pool, s)) / Math.max(1, meanLength));
    let held = 0;
    let score = 0;
    for (let u = 0; u < unitCount; u++) {
      const count = counts[s * unitCount + u]!;
      if (count === 0) continue;
      held += weights[u]!;
      score += (weights[u]! * count * (k1 + 1)) / (count + norm);
    }
    coverage[s] = held / total;
    bm25[s] = score / total;
  }
}

/** The number of terms in a sentence of the pool. */
export function lengthOf({ terms, first, candidateOf }: SentencePool, s: number): number {
  const c = candidateOf[s]!;
  const { first: starts } = terms[c]!;
  const own = s - first[c]!;
  return starts[own + 1]! - starts[own]!;
}

/** The weighted share of units that the sentences `[from, to)` and `also` hold together; 0 to 1. */
export function jointCoverage(
  { counts, unitCount }: SentencePool,
  { weights, total }: QuestionUnits,
  from: number,
  to: number,
  also = from,
): number {
  let held = 0;
  for (let u = 0; u < unitCount; u++) {
    let found = counts[also * unitCount + u]! > 0;
    for (let s = from; !found && s < to; s++) found = counts[s * unitCount + u]! > 0;
    if (found) held += weights[u]!;
  }
  return held / total;
}

/** The coverage of the units of one half of the question by the sentences `[from, to)` and `also`; 0 to 1. */
export function halfCoverage(
  { counts, unitCount }: SentencePool,
  { weights, isOpening }: QuestionUnits,
  half: 0 | 1,
  from: number,
  to: number,
  also = from,
): number {
  let held = 0;
  let total = 0;
  for (let u = 0; u < unitCount; u++) {
    if (isOpening[u] !== half) continue;
    total += weights[u]!;
    let found = counts[also * unitCount + u]! > 0;
    for (let s = from; !found && s < to; s++) found = counts[s * unitCount + u]! > 0;
    if (found) held += weights[u]!;
  }
  return total === 0 ? 0 : held / total;
}
