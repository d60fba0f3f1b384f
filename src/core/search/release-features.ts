/** What speaks for a release: how much of the question it, its best passage, its best sentence and its lead hold. */
import type { PreparedRelease } from '../corpus/corpus.js';
import type { Passage } from '../text/passages.js';

/** In the order of the rows that {@link releaseFeatures} gives; each 0 to 1 but the cosine, -1 to 1. */
export const releaseFeatureNames = [
  'coverage: share of the weight of the terms that headline and body hold',
  'passage: the same of the best passage',
  'sentence: BM25 of the best sentence or the headline',
  'lead: BM25 of the headline and the first three passages, where a press release says what is new',
  'bm25: of the whole release',
  'cosine: of question and the nearest passage',
] as const;

/** The terms of a question, each once, with what they weigh. */
export interface WeighedTerms {
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
  /** The sum of the weights, above 0. */
  readonly total: number;
}

/** Saturation and length normalisation of sentences; so low that a repeated word says little. */
const k1 = 0.9;
const b = 0.4;

/** Characters of a sentence of usual length. */
const usualSentence = 50;

/** Passages that make the lead: about 600 characters. */
const leadPassages = 3;

/**
 * Computes the features of one release.
 * @param counts of the terms by line: the headline first, then the sentences
 * @param bm25 of the whole release, not divided yet
 * @param cosine of its nearest passage
 */
export function releaseFeatures(
  prepared: PreparedRelease,
  counts: Uint16Array,
  query: WeighedTerms,
  bm25: number,
  cosine: number,
): number[] {
  const { passages } = prepared;
  const lines = 1 + prepared.sentences.length;
  const lead = passages[Math.min(leadPassages, passages.length) - 1];
  let sentence = 0;
  for (let line = 0; line < lines; line++) {
    sentence = Math.max(sentence, saturated(counts, query, line, line + 1, lengthNorm(prepared, line)));
  }
  let passage = 0;
  for (const { first, last } of passages) {
    passage = Math.max(passage, held(counts, query, first + 1, last + 2));
  }
  return [
    held(counts, query, 0, lines) / query.total,
    passage / query.total,
    sentence / query.total,
    saturated(counts, query, 0, lead ? lead.last + 2 : 1, 1) / query.total,
    bm25 / query.total / (1 + k1),
    cosine,
  ];
}

/** What speaks for one passage by its words; both 0 to about 1. `counts` as for {@link releaseFeatures}. */
export function passageFeatures(
  prepared: PreparedRelease,
  counts: Uint16Array,
  query: WeighedTerms,
  { first, last }: Passage,
): { readonly coverage: number; readonly words: number } {
  let words = 0;
  for (let line = first + 1; line <= last + 1; line++) {
    words = Math.max(words, saturated(counts, query, line, line + 1, lengthNorm(prepared, line)));
  }
  const coverage = held(counts, query, first + 1, last + 2, true) / query.total;
  return { coverage, words: words / query.total };
}

function lengthNorm({ foldedSentences, foldedTitle }: PreparedRelease, line: number): number {
  const span = foldedSentences[line - 1];
  const length = span ? span.end - span.start : foldedTitle.length;
  return 1 - b + (b * length) / usualSentence;
}

/** The weight of the terms that the lines `[from, to)` hold, or also the headline. */
function held(counts: Uint16Array, { weights }: WeighedTerms, from: number, to: number, orHeadline = false): number {
  const width = weights.length;
  let sum = 0;
  for (let t = 0; t < width; t++) {
    let isHeld = orHeadline && counts[t]! > 0;
    for (let at = from * width + t; !isHeld && at < to * width; at += width) {
      isHeld = counts[at]! > 0;
    }
    if (isHeld) sum += weights[t]!;
  }
  return sum;
}

/** BM25 of the lines `[from, to)` together, without its constant factor: each term at most its weight. */
function saturated(counts: Uint16Array, { weights }: WeighedTerms, from: number, to: number, norm: number): number {
  const width = weights.length;
  let sum = 0;
  for (let t = 0; t < width; t++) {
    let count = 0;
    for (let at = from * width + t; at < to * width; at += width) count += counts[at]!;
    sum += (weights[t]! * count) / (count + k1 * norm);
  }
  return sum;
}
