/** Regions: a run of the pasted text aligned with a run of a release, both as bare text. */
import { align, closestStart, type Column } from '../text/align.js';
import { bareSpan, bareText, type BareText } from '../text/bare-text.js';
import type { CommonStretch } from './common-stretches.js';
import type { PreparedRelease } from '../corpus/corpus.js';
import type { FoldTables } from '../text/fold.js';

/** A release as a quote is compared with it. */
export interface QuoteSource {
  readonly prepared: PreparedRelease;
  readonly bare: BareText;
}

/** `[q0, q1)` of the bare pasted text stands against `[t0, t1)` of the bare release, column by column. */
export interface Region {
  readonly source: QuoteSource;
  readonly q0: number;
  readonly q1: number;
  readonly t0: number;
  readonly t1: number;
  readonly columns: readonly Column[];
}

export function quoteSource(prepared: PreparedRelease, tables: FoldTables): QuoteSource {
  return { prepared, bare: bareText(prepared.folded.text, tables.exchanged) };
}

/** The sentence, counted from 0, that a bare position of a release stands in. */
export function sentenceAt({ prepared, bare }: QuoteSource, position: number): number {
  const folded = bare.at[Math.min(position, bare.at.length - 1)]!;
  const sentences = prepared.foldedSentences;
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sentences[middle]!.end <= folded) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The bare range of a sentence. */
export function bareSentence({ prepared, bare }: QuoteSource, sentence: number) {
  const { start, end } = prepared.foldedSentences[sentence]!;
  return bareSpan(bare, start, end);
}

/** The region of words that are the same on both sides. */
export function sameRegion(source: QuoteSource, q0: number, t0: number, length: number): Region {
  const columns = Array.from({ length }, (_, i) => ({ q: q0 + i, t: t0 + i }));
  return { source, q0, q1: q0 + length, t0, t1: t0 + length, columns };
}

/** Two regions that follow each other as one; what lies between them on either side is aligned as well. */
export function joinRegions(quote: string, first: Region, second: Region): Region {
  const between = align(
    quote.slice(first.q1, second.q0),
    first.source.bare.text.slice(first.t1, second.t0),
    first.q1,
    first.t1,
  );
  return spanBoth(first, second, between);
}

/** Two regions as one that only separators lie between, which say nothing. */
export function appendRegion(first: Region, second: Region): Region {
  return spanBoth(first, second, []);
}

function spanBoth(first: Region, second: Region, between: readonly Column[]): Region {
  const { source, q0, t0 } = first;
  const columns = [...first.columns, ...between, ...second.columns];
  return { source, q0, q1: second.q1, t0, t1: second.t1, columns };
}

/** Whether a whole sentence lies between two positions of a release, so that they are not next to each other. */
function skipsSentence(source: QuoteSource, from: number, to: number): boolean {
  return sentenceAt(source, to) - sentenceAt(source, Math.max(0, from - 1)) > 1;
}

/** How a region may go on: the second begins where the first ends or a little further on. */
export function follows(first: Region, second: Region): boolean {
  return first.source === second.source && second.t0 >= first.t1 && !skipsSentence(first.source, first.t1, second.t0);
}

/**
 * The regions of a chain of common stretches, in the order of the quote: stretches that follow each other in their
 * release are one region. What the quote has around them is aligned with what the release has there.
 */
export function regionsOf(
  quote: string,
  piece: { readonly start: number; readonly end: number },
  chain: readonly CommonStretch[],
  sources: readonly QuoteSource[],
): Region[] {
  const regions: Region[] = [];
  for (const { source, q, t, length } of chain) {
    const next = sameRegion(sources[source]!, q, t, length);
    const last = regions.at(-1);
    if (last && follows(last, next)) regions[regions.length - 1] = joinRegions(quote, last, next);
    else regions.push(next);
  }
  return regions.map((region, i) => {
    const from = i === 0 ? piece.start : region.q0;
    const to = regions[i + 1]?.q0 ?? piece.end;
    return widen(quote, region, from, to);
  });
}

/** Takes the words around a region in, up to `from` and `to` of the quote. */
function widen(quote: string, region: Region, from: number, to: number): Region {
  const { source, q0, q1, t0, t1, columns } = region;
  const text = source.bare.text;
  const before = quote.slice(from, q0);
  const after = quote.slice(q1, to);
  const { start } = bareSentence(source, sentenceAt(source, t0));
  const { end } = bareSentence(source, sentenceAt(source, t1 - 1));
  const head = edgeLength(reversed(before), reversed(text.slice(start, t0)));
  const tail = edgeLength(after, text.slice(t1, end));
  return {
    source,
    q0: from,
    q1: to,
    t0: t0 - head,
    t1: t1 + tail,
    columns: [
      ...align(before, text.slice(t0 - head, t0), from, t0 - head),
      ...columns,
      ...align(after, text.slice(t1, t1 + tail), q1, t1),
    ],
  };
}

function reversed(text: string): string {
  return [...text].toReversed().join('');
}

/** Words further than this from the next common stretch are new, not a replacement. Unmeasured. */
const longestReplaced = 12;

/**
 * How much of the rest of the release's sentence stands against the words at the edge of a region: as much as is most
 * like them; where nothing is, all of it when it is about as long.
 */
function edgeLength(words: string, rest: string): number {
  if (words === '' || rest === '') return 0;
  const window = 2 * words.length + 3;
  const { length, distance } = closestStart(words, rest.slice(0, window));
  if (distance < words.length) return length;
  if (rest.length <= window) return rest.length;
  return words.length <= longestReplaced ? words.length : 0;
}
