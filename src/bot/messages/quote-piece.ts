/** One citation as a reader sees it: the quote and where it comes from. */
import type { Citation } from '../../core/answer/answer.js';
import type { Release } from '../../core/corpus/corpus.js';
import { sourceLine } from '../../core/answer/source-line.js';
import { excerpt, within } from './excerpt.js';
import { clipLine, isVisible, styled, wellFormed, type FormattedText } from './formatted-text.js';

/** Three quotes of this size, with their sources, leave room for an answer in one message. Lengths in UTF-16 units. */
const limits = {
  length: 1000,
  outlet: 60,
  headline: 120,
  date: 30,
  // With the blockquote itself at most 41 of a message's 100 entities.
  highlights: 20,
  links: 20,
} as const;

/** Open, or folded away until tapped. */
export type Blockquote = 'blockquote' | 'expandable_blockquote';

/**
 * The quote with what answers in bold, then a line `[1] outlet · headline · date`, all in one blockquote.
 *
 * What is shown of the quote is one slice of it (lone surrogates, which cannot be sent, as U+FFFD): all of it, or when
 * it is too long the part around the highlight with `…` where it was cut, and `shortened` said in the last line.
 */
export function quotePiece(
  citation: Citation,
  shortened: string,
  block: Blockquote = 'expandable_blockquote',
): FormattedText {
  const quote = wellFormed(citation.quote);
  const highlights = citation.highlight.map(([start, end]) => ({ start, end }));
  const shown = excerpt(quote, highlights, limits);
  const lead = shown.start > 0 ? '…' : '';
  const tail = shown.end < quote.length ? '…' : '';
  const cut = lead !== '' || tail !== '';
  const source = `[${citation.n}] ${clippedSource(citation.release)}`.trim();
  const text = `${lead}${quote.slice(shown.start, shown.end)}${tail}\n${source}${cut ? ` · ${shortened}` : ''}`;
  const bold = within(highlights, quote, shown)
    .slice(0, limits.highlights)
    .map(({ start, end }) => styled('bold', start + lead.length, end + lead.length));
  return { text, entities: [styled(block, 0, text.length), ...bold] };
}

/** Outlet, headline and date as far as they are known, each of a bearable length; the file when none is. */
export function clippedSource(release: Release): string {
  const source = sourceLine({
    ...release,
    source: clipLine(release.source ?? '', limits.outlet),
    title: clipLine(release.title ?? '', limits.headline),
    printedDate: clipLine(release.printedDate ?? '', limits.date),
  });
  return [source, clipLine(release.file, limits.headline)].find(isVisible) ?? '…';
}
