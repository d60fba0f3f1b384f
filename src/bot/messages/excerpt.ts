/** Choosing what is shown of a text that is too long for a message. */
import type { Span } from '../../core/text/fold.js';
import { codePointBoundary, countLinkLike } from './formatted-text.js';

export interface ExcerptLimits {
  /** In UTF-16 units. */
  readonly length: number;
  /** Links that Telegram would find in it by itself; they count among a message's 100 entities. */
  readonly links: number;
}

/**
 * One slice of a text within the limits: all of it, or the part around all highlights, or around the first when they lie
 * too far apart. It splits no surrogate pair.
 */
export function excerpt(text: string, highlights: readonly Span[], limits: ExcerptLimits): Span {
  const first = highlights[0] ?? { start: 0, end: 0 };
  const all = { start: first.start, end: highlights.at(-1)?.end ?? first.end };
  const centre = all.end - all.start <= limits.length ? all : first;
  let size = Math.max(limits.length, 1);
  let span = around(text, centre, size);
  while (countLinkLike(text.slice(span.start, span.end)) > limits.links) {
    size = Math.floor(size / 2);
    span = around(text, centre, size);
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

/** Ranges as they lie within a slice, cut to it; those outside of it are left out. */
export function within(ranges: readonly Span[], text: string, { start, end }: Span): Span[] {
  return ranges
    .map((range) => ({
      start: codePointBoundary(text, Math.max(range.start, start)) - start,
      end: codePointBoundary(text, Math.min(range.end, end)) - start,
    }))
    .filter((range) => range.start < range.end);
}
