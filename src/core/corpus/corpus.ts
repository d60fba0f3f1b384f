/** The words of the corpus: releases, their sentences and passages, folded once and ready to be searched. */
import { fold, type Folded, type FoldTables, type Span } from '../text/fold.js';
import { clip, groupPassages, type Passage } from '../text/passages.js';
import { splitSentences } from '../text/sentences.js';
import { isHanText } from '../text/language.js';
import { lowerBound } from '../text/lower-bound.js';

/** One press release as published. An unknown is null, never a guess. */
export interface Release {
  readonly id: string;
  /** The headline, from front matter, a sidecar or the line above the dateline; without pinyin annotations. */
  readonly title: string | null;
  /** The outlet or issuer. */
  readonly source: string | null;
  readonly reporters: readonly string[];
  /** ISO date (`2024-12-27`), only when the year is known. */
  readonly publishedOn: string | null;
  /** The date as the release prints it (`12月27日`), when it prints one. */
  readonly printedDate: string | null;
  readonly url: string | null;
  /** Relative to the knowledge folder, with forward slashes. */
  readonly file: string;
  /** Never edited: `fileText.slice(offset, offset + body.length)`. */
  readonly body: string;
  /** Where the body starts in the decoded text of the file (of the record's `text` for `.jsonl`). */
  readonly offset: number;
}

/** A release of which nothing is known but its text. Its `file` is its id. */
export function bareRelease(id: string, body: string): Release {
  return {
    id,
    title: null,
    source: null,
    reporters: [],
    publishedOn: null,
    printedDate: null,
    url: null,
    file: id,
    body,
    offset: 0,
  };
}

/** A release with everything that searching needs, all of it derived from the body. */
export interface PreparedRelease {
  readonly release: Release;
  readonly folded: Folded;
  /** Offsets into the body; a partition of it. */
  readonly sentences: readonly Span[];
  /** The same sentences as offsets into `folded.text`; empty ranges where a sentence folds to nothing. */
  readonly foldedSentences: readonly Span[];
  readonly passages: readonly Passage[];
  /** Whether more of it is Han characters than Latin words. */
  readonly isHan: boolean;
  /** The folded headline; empty when there is none. */
  readonly foldedTitle: string;
}

/** Splits and folds a release. */
export function prepareRelease(release: Release, tables: FoldTables): PreparedRelease {
  const folded = fold(release.body, tables);
  const sentences = splitSentences(release.body);
  const foldedSentences = sentences.map((span) => foldedSpan(folded, span));
  return {
    release,
    folded,
    sentences,
    foldedSentences,
    passages: groupPassages(folded.text, foldedSentences),
    isHan: isHanText(folded.text),
    foldedTitle: release.title ? fold(release.title, tables).text : '',
  };
}

/** The folded text of a sentence, counted from 0. */
export function foldedSentence({ folded, foldedSentences }: PreparedRelease, index: number): string {
  const { start, end } = foldedSentences[index]!;
  return folded.text.slice(start, end);
}

/** The folded headline and body: what a search for the whole release sees. */
export function foldedRelease({ folded, foldedTitle }: PreparedRelease): string {
  return foldedTitle === '' ? folded.text : `${foldedTitle}\n${folded.text}`;
}

/** In Han characters; `training/text.py` has the same. */
const headerWeight = 44;

/** What every passage of a release stands under, folded: the title, or the first words, and the day of publication. */
export function headerOf({ foldedTitle, folded, release: { publishedOn } }: PreparedRelease): string {
  const title = clip((foldedTitle || folded.text.slice(0, 120)).trim(), headerWeight);
  return publishedOn ? `${title} ${publishedOn}` : title;
}

/** The folded text of a passage. */
export function foldedPassage({ folded }: PreparedRelease, { start, end }: Passage): string {
  return folded.text.slice(start, end);
}

/** The first sentence that holds something of `[start, end)` of the folded text, and the last, counted from 0. */
export function sentencesAt(
  { foldedSentences }: PreparedRelease,
  { start, end }: Span,
): { readonly first: number; readonly last: number } {
  const first = foldedSentences.findIndex((sentence) => sentence.end > start);
  const last = foldedSentences.findLastIndex((sentence) => sentence.start < end);
  return { first, last: Math.max(first, last) };
}

/** The folded range that came from a range of the original. */
export function foldedSpan({ starts }: Folded, { start, end }: Span): Span {
  return { start: lowerBound(starts, start), end: lowerBound(starts, end) };
}
