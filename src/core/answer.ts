/** What goes out: an answer and its citations, as data. The terminal, JSON and Telegram format the same value. */
import type { Release } from './corpus.js';
import type { Reader } from './reader.js';

/** A pointer from the answer to one sentence, with the sentence copied from the corpus. */
export interface Citation {
  /** The mark in the answer's text: 1 for `[1]`. */
  readonly n: number;
  readonly release: Release;
  /** Counted from 1 within the release. */
  readonly sentence: number;
  /** UTF-16 offsets into the decoded text of `release.file`; `original` is that slice. */
  readonly start: number;
  readonly end: number;
  readonly original: string;
  /** The original glyphs without pinyin annotations and outer white space: what a person reads. */
  readonly quote: string;
  /** `[start, end)` ranges of `quote` that answer the question, ascending and disjoint. */
  readonly highlight: readonly (readonly [number, number])[];
}

/** A sentence that retrieval found. */
export interface SentenceHit {
  readonly release: Release;
  /** Counted from 1 within the release. */
  readonly sentence: number;
  /** The probability, 0 to 1, that the sentence answers the question. */
  readonly score: number;
}

/**
 * `answered`: every part of the question is answered. `partial`: some are, and `reason` says which are not.
 * `unanswerable`: none is; the citations are then the nearest sentences.
 */
export type AnswerKind = 'answered' | 'partial' | 'unanswerable';

export interface Answer {
  readonly question: string;
  /** In whose language and script `reason` and `text` are. */
  readonly reader: Reader;
  readonly kind: AnswerKind;
  /** Why the answer is not whole, in the reader's language; null when it is `answered`. */
  readonly reason: string | null;
  /** `generated` when a model phrased it. */
  readonly mode: 'extractive' | 'generated';
  /** What a person reads, with `[1]` marks. */
  readonly text: string;
  /** `[start, end)` ranges of `text` that are the answer proper, ascending and disjoint. */
  readonly emphasis: readonly (readonly [number, number])[];
  readonly citations: readonly Citation[];
  /** The ten best sentences, best first. */
  readonly retrieved: readonly SentenceHit[];
  readonly timingsMs: { readonly retrieve: number; readonly total: number };
}

/** Asks the corpus. Rejects only on a bug: what cannot be answered is an outcome. */
export type AskQuestion = (question: string, signal?: AbortSignal) => Promise<Answer>;
