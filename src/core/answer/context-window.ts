/** A sentence in its context: itself with its neighbours, and the pages before and after. */
import type { PreparedRelease } from '../corpus/corpus.js';
import type { FoldTables, Span } from '../text/fold.js';
import { show, shownSpan } from '../text/show.js';

/** Consecutive sentences of a release as a person reads them. */
export interface ContextWindow {
  /** The original glyphs without pinyin annotations; line breaks stay. */
  readonly text: string;
  /** First and last sentence of the page, counted from 1. */
  readonly sentences: readonly [number, number];
  /** Where the sentence stands in `text`; null on a page that does not hold it. */
  readonly focus: Span | null;
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
}

export interface ContextOptions {
  /** Sentences on each side of the one in focus; a page holds so many twice and one more. */
  readonly neighbours: number;
  /** A page ends before the sentence that would make it longer, in UTF-16 units of the original. */
  readonly length: number;
}

/** A screenful of a telephone is about 600 Chinese characters; two leave room for long sentences. */
const contextDefaults: ContextOptions = { neighbours: 2, length: 1200 };

/** First and last sentence of a page, counted from 0. */
interface Range {
  readonly first: number;
  readonly last: number;
}

/**
 * The sentence, counted from 0, with its neighbours (page 0), or what stands right before (-1, -2, …) or after (1, 2, …).
 * The pages of one sentence partition its release; a page holds at least one sentence.
 *
 * @returns null when the release has no such sentence or no such page
 */
export function contextWindow(
  { release, sentences }: PreparedRelease,
  sentence: number,
  page: number,
  tables: FoldTables,
  options: ContextOptions = contextDefaults,
): ContextWindow | null {
  if (sentences[sentence] === undefined) return null;
  let range: Range | null = centralRange(sentences, sentence, options);
  for (let turn = 0; range && turn < Math.abs(page); turn++) {
    range = nextRange(sentences, range, page < 0 ? -1 : 1, options);
  }
  if (!range) return null;
  const { first, last } = range;
  const start = sentences[first]!.start;
  const shown = show(release.body.slice(start, sentences[last]!.end), tables);
  const hasFocus = first <= sentence && sentence <= last;
  const { start: from, end: to } = sentences[sentence];
  return {
    text: shown.text,
    sentences: [first + 1, last + 1],
    focus: hasFocus ? trimmed(shown.text, shownSpan(shown, { start: from - start, end: to - start })) : null,
    hasEarlier: first > 0,
    hasLater: last < sentences.length - 1,
  };
}

/** Grows around the sentence, a neighbour before and one after in turn. */
function centralRange(sentences: readonly Span[], sentence: number, { neighbours, length }: ContextOptions): Range {
  let first = sentence;
  let last = sentence;
  for (let distance = 1; distance <= neighbours; distance++) {
    if (first === sentence - distance + 1 && fits(sentences, first - 1, last, length)) first--;
    if (last === sentence + distance - 1 && fits(sentences, first, last + 1, length)) last++;
  }
  return { first, last };
}

function nextRange(
  sentences: readonly Span[],
  { first, last }: Range,
  direction: 1 | -1,
  { neighbours, length }: ContextOptions,
): Range | null {
  const next = direction === 1 ? last + 1 : first - 1;
  if (sentences[next] === undefined) return null;
  let end = next;
  for (let more = 0; more < 2 * neighbours; more++) {
    const low = Math.min(next, end + direction);
    if (!fits(sentences, low, Math.max(next, end + direction), length)) break;
    end += direction;
  }
  return { first: Math.min(next, end), last: Math.max(next, end) };
}

function fits(sentences: readonly Span[], first: number, last: number, length: number): boolean {
  const start = sentences[first]?.start;
  const end = sentences[last]?.end;
  return start !== undefined && end !== undefined && end - start <= length;
}

/** A range without its outer white space. */
function trimmed(text: string, { start, end }: Span): Span {
  const slice = text.slice(start, end);
  const lead = slice.length - slice.trimStart().length;
  return { start: start + lead, end: start + Math.max(lead, slice.trimEnd().length) };
}
