/** One citation as a reader sees it: the quote, folded away until tapped, and where it comes from. */
import type { Citation } from '../core/answer.js';
import type { Span } from '../core/fold.js';
import { sourceLine } from '../core/source-line.js';
import {
  clipLine,
  codePointBoundary,
  countLinkLike,
  styled,
  wellFormed,
  type FormattedText,
} from './formatted-text.js';

/** Three quotes of this size, with their sources, leave room for an answer in one message. Lengths in UTF-16 units. */
const limits = {
  quote: 1000,
  outlet: 60,
  headline: 120,
  date: 30,
  // With the blockquote itself at most 41 of a message's 100 entities.
  highlights: 20,
  links: 20,
} as const;

/**
 * The quote with what answers in bold, then a line `[1] outlet · headline · date`, all in one expandable blockquote.
 * Unknown parts of the source are left out; when all are unknown, the file is named.
 *
 * What is shown of the quote is one slice of it (lone surrogates, which cannot be sent, as U+FFFD): all of it, or when
 * it is too long the part around the highlight with `…` where it was cut, and `shortened` said in the last line.
 */
export function quotePiece(citation: Citation, shortened: string): FormattedText {
  const quote = wellFormed(citation.quote);
  const highlights = citation.highlight.map(([start, end]) => ({ start, end }));
  const shown = excerpt(quote, highlights);
  const lead = shown.start > 0 ? '…' : '';
  const tail = shown.end < quote.length ? '…' : '';
  const cut = lead !== '' || tail !== '';
  const source = markedSource(citation) + (cut ? ` · ${shortened}` : '');
  const text = `${lead}${quote.slice(shown.start, shown.end)}${tail}\n${source}`;
  const shift = lead.length - shown.start;
  const bold = highlights
    .map(({ start, end }) => ({
      start: codePointBoundary(quote, Math.max(start, shown.start)),
      end: codePointBoundary(quote, Math.min(end, shown.end)),
    }))
    .filter(({ start, end }) => start < end)
    .slice(0, limits.highlights)
    .map(({ start, end }) => styled('bold', start + shift, end + shift));
  return { text, entities: [styled('expandable_blockquote', 0, text.length), ...bold] };
}

/** The mark and the source, which is never empty. */
function markedSource({ n, release }: Citation): string {
  const source = sourceLine({
    ...release,
    source: clipLine(release.source ?? '', limits.outlet),
    title: clipLine(release.title ?? '', limits.headline),
    printedDate: clipLine(release.printedDate ?? '', limits.date),
  });
  return `[${n}] ${source || clipLine(release.file, limits.headline)}`.trim();
}

/** The part of a quote that is shown: around all highlights, or around the first when they lie too far apart. */
function excerpt(quote: string, highlights: readonly Span[]): Span {
  const first = highlights[0] ?? { start: 0, end: 0 };
  const all = { start: first.start, end: highlights.at(-1)?.end ?? first.end };
  const centre = all.end - all.start <= limits.quote ? all : first;
  let size = Math.max(limits.quote, 1);
  let span = around(quote, centre, size);
  while (countLinkLike(quote.slice(span.start, span.end)) > limits.links) {
    size = Math.floor(size / 2);
    span = around(quote, centre, size);
  }
  return span;
}

/** A range of at most `size` units with `centre` in its middle, or with the start of a `centre` that is longer. */
function around(text: string, centre: Span, size: number): Span {
  const spare = Math.max(0, size - (centre.end - centre.start));
  const wanted = Math.max(0, centre.start - Math.floor(spare / 2));
  const end = Math.min(text.length, wanted + size);
  const start = Math.max(0, Math.min(wanted, end - size));
  return { start: codePointBoundary(text, start), end: codePointBoundary(text, end) };
}
