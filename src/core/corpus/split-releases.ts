/** Finding the releases of a text: each opens with a dateline, with its headline on the line above. */
import { firstPrintedDate, readDateline, readDateOnly, type Dateline } from './dateline.js';
import type { FoldTables, Span } from '../text/fold.js';
import { show } from '../text/show.js';

/** One release of a text: its range and what its own words state about it. */
export interface FoundRelease extends Span, Dateline {
  readonly title: string | null;
}

interface Line extends Span {
  /** Without annotations and outer white space; empty for a blank line. */
  readonly shown: string;
}

/** A headline is one line; longer ones are paragraphs. Newspapers' rule of thumb is 25 characters, stacked ones reach 80. */
const longestHeadline = 100;

/** How far a date line (`2019/09/20`) may stand from the top. */
const headLines = 3;

/**
 * Splits a text into releases.
 *
 * A new release opens at a line with a dateline, or at the headline above it. A text without datelines is one
 * release. White space around releases belongs to none.
 */
export function splitReleases(text: string, tables: FoldTables): FoundRelease[] {
  const lines = linesOf(text, tables).filter(({ shown }) => shown !== '');
  const openings: number[] = [];
  for (const [i, line] of lines.entries()) {
    if (!readDateline(line.shown)) continue;
    const above = lines[i - 1];
    openings.push(above && isHeadline(above) && !openings.includes(i - 1) ? i - 1 : i);
  }
  if (openings.length === 0 || openings[0]! > 0) openings[0] = 0;
  return openings.flatMap((first, n) => {
    const own = lines.slice(first, openings[n + 1]);
    return own.length === 0 ? [] : [describe(own)];
  });
}

/** What the lines of one release say about it. */
function describe(lines: readonly Line[]): FoundRelease {
  const opening = lines.findIndex(({ shown }) => readDateline(shown));
  const dateline = opening === -1 ? null : readDateline(lines[opening]!.shown);
  const dated = lines.slice(0, headLines).map(({ shown }) => readDateOnly(shown));
  const headline = lines.slice(0, Math.max(opening, 1)).find(isHeadline);
  const isWhole = headline !== undefined && (opening > 0 || (opening === -1 && lines.length > 1));
  return {
    start: lines[0]!.start,
    end: lines.at(-1)!.end,
    title: isWhole ? headline.shown.replace(/^#+\s*/u, '') : null,
    source: dateline?.source ?? null,
    reporters: dateline?.reporters ?? [],
    printedDate: dateline?.printedDate ?? (dateline ? firstPrintedDate(lines[opening]!.shown) : null),
    publishedOn: dateline?.publishedOn ?? dated.find((date) => date !== null) ?? null,
  };
}

function isHeadline({ shown }: Line): boolean {
  return (
    shown.length <= longestHeadline &&
    /\p{L}{2}/u.test(shown) &&
    !/[。！？!?；;，,、：:…]$/u.test(shown) &&
    !/[^.]\.$/u.test(shown) &&
    !readDateline(shown) &&
    !readDateOnly(shown)
  );
}

function linesOf(text: string, tables: FoldTables): Line[] {
  return Array.from(text.matchAll(/[^\r\n]+/gu), ({ 0: line, index }) => {
    const lead = line.length - line.trimStart().length;
    const shown = show(line, tables).text;
    return { start: index + lead, end: index + line.trimEnd().length, shown };
  });
}
