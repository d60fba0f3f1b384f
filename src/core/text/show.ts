/** Showing: the original glyphs without pinyin annotations. Nothing else of the original is changed. */
import { findAnnotations, type FoldTables, type Span } from './fold.js';

/** A text as a person reads it, with the way back to the original. */
export interface Shown {
  readonly text: string;
  /** Code unit `i` of `text` stands at `offsets[i]` of the original. */
  readonly offsets: readonly number[];
}

/** Leaves the annotations and the outer white space of a text out. */
export function show(original: string, tables: FoldTables): Shown {
  const annotations = findAnnotations(original, tables);
  const offsets: number[] = [];
  let next = 0;
  for (let i = 0; i < original.length; i++) {
    if (annotations[next]?.start === i) i = annotations[next++]!.end - 1;
    else offsets.push(i);
  }
  const text = offsets.map((offset) => original[offset]).join('');
  const lead = text.length - text.trimStart().length;
  const trimmed = text.trim();
  return { text: trimmed, offsets: offsets.slice(lead, lead + trimmed.length) };
}

/** The part of the shown text that came from a range of the original; empty when all of it was left out. */
export function shownSpan({ offsets }: Shown, { start, end }: Span): Span {
  const first = offsets.findIndex((offset) => offset >= start);
  if (first === -1) return { start: offsets.length, end: offsets.length };
  const after = offsets.findIndex((offset) => offset >= end);
  return { start: first, end: after === -1 ? offsets.length : after };
}
