/** What checking a quote gives: where a pasted text stands in the releases, and how it differs, as data. */
import type { Release } from '../corpus/corpus.js';
import type { Span } from '../text/fold.js';

/**
 * - `verbatim`: word for word; script, width, case, punctuation and white space do not count
 * - `omission`: verbatim pieces of one release in order, with the places marked where something is left out
 * - `altered`: words differ from the closest original
 * - `stitched`: verbatim pieces that do not follow each other in any release, with nothing to show it
 * - `absent`: not in these releases
 */
export type PartVerdict = 'verbatim' | 'omission' | 'altered' | 'stitched' | 'absent';

/** `partial`: some of the text is in the releases as it stands, some is not in them at all. */
export type QuoteVerdict = PartVerdict | 'partial';

/** A stretch of a release. */
export interface Stretch {
  readonly release: Release;
  /** First and last sentence that it touches, counted from 1. */
  readonly sentences: readonly [number, number];
  /** UTF-16 offsets into the decoded text of `release.file`; `original` is that slice. */
  readonly start: number;
  readonly end: number;
  readonly original: string;
  /** The original glyphs without pinyin annotations and outer white space. */
  readonly quote: string;
}

/** A stretch and the words of the pasted text that were taken for it. */
export interface QuotedStretch extends Stretch {
  /** Range of the pasted text. */
  readonly pasted: Span;
  /** The same words in other places. */
  readonly copies: readonly Stretch[];
  /** `[start, end)` ranges of `quote` that were pasted otherwise, ascending and disjoint. */
  readonly differing: readonly (readonly [number, number])[];
}

/**
 * - `figure`: another value · `unit`: the same value in another unit · `negation`: a 不 or 没 more or less
 * - `words`: other words · `order`: the words stand elsewhere in the same sentence
 */
export type ChangeKind = 'figure' | 'unit' | 'negation' | 'words' | 'order';

/** One difference. Either side may be empty: words put in, words left out. */
export interface Change {
  readonly kind: ChangeKind;
  /** Range of the pasted text; empty where words were left out. */
  readonly pasted: Span;
  readonly pastedText: string;
  /** UTF-16 offsets into the decoded text of the stretch's file; empty where words were put in. */
  readonly original: Span;
  /** As shown, without annotations. */
  readonly originalText: string;
  /** Which stretch of the part it belongs to. */
  readonly stretch: number;
}

/** A run of the pasted text with one verdict. */
export interface QuotePart {
  /** Range of the pasted text. */
  readonly pasted: Span;
  readonly verdict: PartVerdict;
  /** In the order of the pasted text; none when it is absent. */
  readonly stretches: readonly QuotedStretch[];
  /** What differs, figures first; empty unless altered. */
  readonly changes: readonly Change[];
  /** Figures of the same value that are written in another way. */
  readonly rewritten: readonly Change[];
  /** Whether its stretches do not follow each other and nothing shows it; an altered part may be stitched as well. */
  readonly stitched: boolean;
  /** The same words in the other Chinese script. */
  readonly otherScript: boolean;
  /** The nearest sentence of an absent part, when one is near enough to be shown. */
  readonly nearest: Stretch | null;
}

export interface QuoteCheck {
  /** As it was pasted. */
  readonly text: string;
  readonly verdict: QuoteVerdict;
  /** In the order of the text; what only introduces a quote, such as 「他说：」, is in none. Empty for a text without words. */
  readonly parts: readonly QuotePart[];
}

/** A text that was sent without saying what for. */
export interface SentText {
  readonly text: string;
  /** Forwarded from elsewhere: nobody forwards a question of their own. */
  readonly isForwarded: boolean;
}

/** Checks quotes against the corpus as it is at that moment. */
export interface QuoteChecker {
  readonly check: (text: string) => QuoteCheck;
  /** Checks a text when it is a quotation; null when it is a question or anything else. */
  readonly recognise: (sent: SentText) => QuoteCheck | null;
}
