/** What goes out: an answer and its citations, as data. The terminal, JSON and Telegram format the same value. */
import type { Turn } from './conversation.js';
import type { Release } from '../corpus/corpus.js';
import type { Reader } from '../text/reader.js';
import type { Usage } from '../model/usage.js';

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
 * `answered`: every part of the question is answered. `likely`: nothing is asserted; each citation may hold the answer, the
 * likeliest first, its stretch highlighted. `partial`: some parts are answered, and `reason` says which are not.
 * `unanswerable`: none is, and nothing is cited; `nearest` says which releases are about it.
 */
export type AnswerKind = 'answered' | 'likely' | 'partial' | 'unanswerable';

export interface Answer {
  /** As it was asked. */
  readonly question: string;
  /** The question of its own that a follow-up was taken for; null when it was asked as it stands. */
  readonly understood: string | null;
  /** In whose language and script `reason` and `text` are. */
  readonly reader: Reader;
  readonly kind: AnswerKind;
  /** The calibrated probability, 0 to 1, that the likeliest stretch found, the first highlight, answers the question. */
  readonly confidence: number;
  /** Why the answer is not whole, in the reader's language; null when it is `answered`. */
  readonly reason: string | null;
  /** What the person should know of how the answer came about, such as that the model is down; one line, or null. */
  readonly note: string | null;
  /** `generated` when a model phrased it. */
  readonly mode: 'extractive' | 'generated';
  /** What a person reads, with `[1]` marks. */
  readonly text: string;
  /** `[start, end)` ranges of `text` that are the answer proper, ascending and disjoint. */
  readonly emphasis: readonly (readonly [number, number])[];
  readonly citations: readonly Citation[];
  /** The releases nearest to the question, nearest first, at most three; empty unless the answer is `unanswerable`. */
  readonly nearest: readonly Release[];
  /** The ten best sentences, best first. */
  readonly retrieved: readonly SentenceHit[];
  /** What the model took; absent when none was asked, as for an answer from the cache. */
  readonly usage?: Usage;
  readonly timingsMs: { readonly retrieve: number; readonly read: number; readonly total: number };
  /** How the answer came about, for `--why`; absent unless asked for. */
  readonly trace?: Trace;
}

/** How an answer came about, step by step: what `--why` shows and tests assert on. */
export interface Trace {
  readonly question: string;
  /** Each part of the question, as it was searched for. */
  readonly parts: readonly PartTrace[];
}

export interface PartTrace {
  readonly question: string;
  /** The releases found, best first. */
  readonly releases: readonly {
    readonly id: string;
    readonly title: string | null;
    readonly score: number;
    /** Which search put it forward. */
    readonly by: readonly ('words' | 'meaning' | 'other language')[];
  }[];
  /** The windows read, best first. */
  readonly windows: readonly {
    readonly releaseId: string;
    /** First and last sentence, counted from 1. */
    readonly sentences: readonly [number, number];
    /** Log-odds of the best stretch against «does not answer». */
    readonly score: number;
    readonly span: string;
    /** The probability of yes, of a yes-no question. */
    readonly yes: number;
  }[];
  /** What went into the probability, by name. */
  readonly features: Readonly<Record<string, number>>;
  readonly probability: number;
  readonly tier: 'answered' | 'likely' | 'unanswerable';
}

/** How a question is asked. */
export interface AskOptions {
  /** The language of the chat: in it the answer is worded where the question shows none. */
  readonly language?: Reader;
  /** Earlier turns of the conversation, oldest first: what a follow-up refers to. */
  readonly history?: readonly Turn[];
  /** The sentence, counted from 1, that the person points at: its release alone is asked. */
  readonly about?: { readonly releaseId: string; readonly sentence: number };
  /** Who asks; the daily budget counts by it. */
  readonly person?: string;
  /** Who waits, for the order in which questions are read: everybody takes turns. */
  readonly chat?: string;
  /** Whether the answer shall hold its {@link Trace}. */
  readonly why?: boolean;
  /** Given up when aborted: the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Hears a generated answer grow; `soFar` holds only claims that passed. Not called for an extractive answer. */
  readonly onProgress?: (soFar: AnswerSoFar) => void;
}

/** A generated answer while it is being written: what has passed, ready to be shown. */
export type AnswerSoFar = Pick<Answer, 'reader' | 'understood' | 'text' | 'citations'>;

/** Asks the corpus. Rejects only when aborted or on a bug: what cannot be answered is an outcome. */
export type AskQuestion = (question: string, options?: AskOptions) => Promise<Answer>;
