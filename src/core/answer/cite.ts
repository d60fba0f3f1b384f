/** Citing: a sentence of the corpus becomes a citation, copied by offsets and never retyped. */
import type { Citation } from './answer.js';
import type { PreparedRelease } from '../corpus/corpus.js';
import { sourceSpan, type FoldTables, type Span } from '../text/fold.js';
import { show, shownSpan } from '../text/show.js';

/** A sentence to cite. */
export interface SentenceToCite {
  readonly prepared: PreparedRelease;
  /** Counted from 0 within the release. */
  readonly sentence: number;
  /** Stretches of the folded sentence that answer. */
  readonly spans: readonly Span[];
}

/** The citations of one answer, numbered from 1 in the order in which they are first marked. */
export class CitationList {
  private readonly entries: (SentenceToCite & { readonly spans: Span[] })[] = [];

  /** The mark `[n]` of a sentence; a sentence that is cited again keeps its number and gains the stretches. */
  mark(prepared: PreparedRelease, sentence: number, ...spans: Span[]): string {
    let at = this.entries.findIndex((entry) => entry.prepared === prepared && entry.sentence === sentence);
    if (at === -1) at = this.entries.push({ prepared, sentence, spans: [] }) - 1;
    this.entries[at]!.spans.push(...spans);
    return `[${at + 1}]`;
  }

  toCitations(tables: FoldTables): Citation[] {
    return this.entries.map((entry, i) => cite(entry, i + 1, tables));
  }
}

/**
 * Makes the citation with mark `n`.
 *
 * Guarantee: `original` is the slice `[start, end)` of the file's text, without the white space around the sentence;
 * `quote` is `original` without its pinyin annotations.
 */
export function cite({ prepared, sentence, spans }: SentenceToCite, n: number, tables: FoldTables): Citation {
  const { release, folded, sentences, foldedSentences } = prepared;
  const bounds = trimSpan(release.body, sentences[sentence]!);
  const original = release.body.slice(bounds.start, bounds.end);
  const shown = show(original, tables);
  const { start: foldedStart } = foldedSentences[sentence]!;
  const highlight = spans.flatMap(({ start, end }): [number, number][] => {
    if (start >= end) return [];
    const source = sourceSpan(folded, foldedStart + start, foldedStart + end);
    const relative = { start: source.start - bounds.start, end: source.end - bounds.start };
    const visible = shownSpan(shown, relative);
    return visible.start < visible.end ? [[visible.start, visible.end]] : [];
  });
  return {
    n,
    release,
    sentence: sentence + 1,
    start: release.offset + bounds.start,
    end: release.offset + bounds.end,
    original,
    quote: shown.text,
    highlight: mergeRanges(highlight),
  };
}

function trimSpan(text: string, { start, end }: Span): Span {
  const slice = text.slice(start, end);
  const lead = slice.length - slice.trimStart().length;
  return { start: start + lead, end: Math.max(start + lead, start + slice.trimEnd().length) };
}

/** Ascending and disjoint ranges that cover the same. */
export function mergeRanges(ranges: readonly [number, number][]): [number, number][] {
  const merged: [number, number][] = [];
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
