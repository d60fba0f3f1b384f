/** The parts of a checked quote: regions of bare text become stretches of releases and differences to show. */
import type { PastedText } from './pasted-text.js';
import type { FoldTables, Span } from '../text/fold.js';
import { sourceSpan, type Folded } from '../text/fold.js';
import type { Join, LinkedPieces } from './link-pieces.js';
import { findDifferences, type Difference } from './quote-changes.js';
import type { Change, ChangeKind, PartVerdict, QuotedStretch, QuotePart, Stretch } from '../answer/quote-check.js';
import { includeCutWords } from './quote-cuts.js';
import { bareSentence, sentenceAt, type QuoteSource, type Region } from './quote-region.js';
import type { BareText } from '../text/bare-text.js';
import { mergeRanges } from '../answer/cite.js';
import { show, shownSpan } from '../text/show.js';

/** A run without a place that is shorter than this only surrounds a quote, in bare characters. Unmeasured. */
const shortestAbsent = 12;
/** The same words in more places than this tell nobody more. */
const mostCopies = 10;
/** What is told first. */
const kindOrder: readonly ChangeKind[] = ['figure', 'unit', 'negation', 'order', 'words'];

/**
 * @param sources every release that was looked at; copies are found among them
 */
export function toParts(
  linked: readonly LinkedPieces[],
  pasted: PastedText,
  sources: readonly QuoteSource[],
  tables: FoldTables,
): QuotePart[] {
  const isFound = linked.some(({ regions }) => regions.length > 0);
  return linked
    .filter(({ regions, range }) => {
      const length = range.end - range.start;
      return regions.length > 0 || !isFound || length >= shortestAbsent;
    })
    .map((one) => toPart(one, pasted, sources, tables));
}

function toPart(
  { range, regions, joins, nearest }: LinkedPieces,
  pasted: PastedText,
  sources: readonly QuoteSource[],
  tables: FoldTables,
): QuotePart {
  const whole = regions.map(includeCutWords);
  const changes = whole.flatMap((region, stretch) => [
    ...orderChange(joins[stretch]!, whole, stretch, pasted, tables),
    ...findDifferences(pasted.bare.text, region, pasted.quantities).map((difference) => ({
      rewritten: difference.kind === 'rewritten',
      change: toChange(difference, region, stretch, pasted, tables),
    })),
  ]);
  const altered = changes.filter(({ rewritten }) => !rewritten).map(({ change }) => change);
  const stretches = whole.map((region, i) => {
    const own = altered.filter(({ stretch }) => stretch === i).map(({ original }) => original);
    return toStretch(region, own, pasted, sources, tables);
  });
  return {
    pasted: pastedSpan(pasted, range),
    verdict: verdictOf(stretches.length, altered.length, joins),
    stretches,
    changes: altered.sort(
      (a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || a.pasted.start - b.pasted.start,
    ),
    rewritten: changes.filter(({ rewritten }) => rewritten).map(({ change }) => change),
    stitched: joins.includes('stitched'),
    otherScript: stretches.some((stretch) => isOtherScript(pasted.text, stretch, tables)),
    nearest: nearest && nearestSentence(nearest, tables),
  };
}

function verdictOf(stretches: number, changes: number, joins: readonly Join[]): PartVerdict {
  if (stretches === 0) return 'absent';
  if (changes > 0) return 'altered';
  if (joins.includes('stitched')) return 'stitched';
  return joins.includes('omission') ? 'omission' : 'verbatim';
}

/** What stands elsewhere in the same sentence; words that the quote has had already are put in when they come again. */
function orderChange(join: Join, regions: readonly Region[], stretch: number, pasted: PastedText, tables: FoldTables) {
  if (join !== 'order') return [];
  const region = regions[stretch]!;
  const { source, q0, q1, t0, t1 } = region;
  const isRepeated =
    regions.findIndex((other) => other.source === source && other.t0 <= t0 && t1 <= other.t1) < stretch;
  const moved: Difference = {
    kind: isRepeated ? 'words' : 'order',
    q: { start: q0, end: q1 },
    t: { start: isRepeated ? t1 : t0, end: t1 },
  };
  return [{ rewritten: false, change: toChange(moved, region, stretch, pasted, tables) }];
}

function toChange(
  { kind, q, t }: Difference,
  { source: { prepared, bare } }: Pick<Region, 'source'>,
  stretch: number,
  pasted: PastedText,
  tables: FoldTables,
): Change {
  const own = originalSpan(pasted.folded, pasted.bare, q);
  const theirs = originalSpan(prepared.folded, bare, t);
  const { offset, body } = prepared.release;
  return {
    kind: kind === 'rewritten' ? 'figure' : kind,
    pasted: own,
    pastedText: show(pasted.text.slice(own.start, own.end), tables).text,
    original: { start: offset + theirs.start, end: offset + theirs.end },
    originalText: show(body.slice(theirs.start, theirs.end), tables).text,
    stretch,
  };
}

function pastedSpan({ folded, bare }: PastedText, range: Span): Span {
  return originalSpan(folded, bare, range);
}

/** The original's range of a bare range; empty, behind the word before it, when that is. */
function originalSpan(folded: Folded, { at }: BareText, { start, end }: Span): Span {
  if (start < end) return sourceSpan(folded, at[start]!, at[end - 1]! + 1);
  const behind = start === 0 ? 0 : folded.ends[at[start - 1]!]!;
  return { start: behind, end: behind };
}

/** @param differing ranges of the file's text */
function toStretch(
  region: Region,
  differing: readonly Span[],
  pasted: PastedText,
  sources: readonly QuoteSource[],
  tables: FoldTables,
): QuotedStretch {
  const { source, q0, q1, t0, t1 } = region;
  const words = source.bare.text.slice(t0, t1);
  const copies: Stretch[] = [];
  for (const other of sources) {
    let at = other.bare.text.indexOf(words);
    for (; at !== -1 && copies.length < mostCopies; at = other.bare.text.indexOf(words, at + 1)) {
      if (other === source && at === t0) continue;
      copies.push(stretchOf(other, at, at + words.length, tables));
    }
  }
  const stretch = stretchOf(source, t0, t1, tables);
  const shown = show(stretch.original, tables);
  return {
    ...stretch,
    pasted: pastedSpan(pasted, { start: q0, end: q1 }),
    copies,
    differing: mergeRanges(
      differing
        .map((range) => ({ start: range.start - stretch.start, end: range.end - stretch.start }))
        .map((range) => shownSpan(shown, range))
        .filter(({ start, end }) => start < end)
        .map(({ start, end }): [number, number] => [start, end]),
    ),
  };
}

/** The nearest sentence as a whole. */
function nearestSentence({ source, t0 }: Region, tables: FoldTables): Stretch {
  const { start, end } = bareSentence(source, sentenceAt(source, t0));
  return stretchOf(source, start, end, tables);
}

/** A stretch with the punctuation that belongs to it where it begins or ends a sentence. */
function stretchOf(source: QuoteSource, t0: number, t1: number, tables: FoldTables): Stretch {
  const { release, folded, sentences } = source.prepared;
  const first = sentenceAt(source, t0);
  const last = sentenceAt(source, t1 - 1);
  const exact = originalSpan(folded, source.bare, { start: t0, end: t1 });
  const opens = bareSentence(source, first).start === t0;
  const closes = bareSentence(source, last).end === t1;
  const start = opens ? sentences[first]!.start : exact.start;
  const end = closes ? sentences[last]!.end : exact.end;
  const slice = release.body.slice(start, end);
  const lead = slice.length - slice.trimStart().length;
  const original = slice.trim();
  return {
    release,
    sentences: [first + 1, last + 1],
    start: release.offset + start + lead,
    end: release.offset + start + lead + original.length,
    original,
    quote: show(original, tables).text,
  };
}

const notHan = /\P{Script=Han}/gu;

/** Whether the Han characters of a stretch are written in other glyphs than they were pasted in. */
function isOtherScript(text: string, { pasted, quote }: QuotedStretch, tables: FoldTables): boolean {
  const own = show(text.slice(pasted.start, pasted.end), tables).text.replace(notHan, '');
  const theirs = quote.replace(notHan, '');
  if (own === theirs) return false;
  const simplified = (word: string): string =>
    Array.from(word, (char) => {
      const unit = char.charCodeAt(0);
      return char.length === 1 ? String.fromCharCode(tables.simplified[unit]!) : char;
    }).join('');
  return differences(own, theirs) > differences(simplified(own), simplified(theirs));
}

/** At how many positions two words differ, as far as both reach. */
function differences(a: string, b: string): number {
  let count = 0;
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) count++;
  return count;
}
