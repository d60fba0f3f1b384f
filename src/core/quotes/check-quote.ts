/** Checking a quote: where a pasted text stands in the releases, word for word or with what differences. */
import type { FoldTables } from '../text/fold.js';
import { PieceJudge, type CheckOptions } from './judge-piece.js';
import { linkPieces } from './link-pieces.js';
import { readPasted } from './pasted-text.js';
import type { QuoteCheck, QuotePart, QuoteVerdict } from '../answer/quote-check.js';
import { toParts } from './quote-parts.js';
import { splitPieces } from './quote-pieces.js';
import type { SearchIndex } from '../search/search-index.js';

/** How each was chosen: bench/README.md, "Checking quotes". */
const checkDefaults: CheckOptions = {
  candidates: { window: 24, rarest: 6, releases: 16 },
  clauseCandidates: { window: 12, rarest: 6, releases: 4 },
  leastShared: 0.55,
  jump: 7,
  skipped: 0.1,
};

/** Checks a pasted text against the releases of an index. Any text can be checked. */
export function checkQuote(
  text: string,
  index: SearchIndex,
  tables: FoldTables,
  options: CheckOptions = checkDefaults,
): QuoteCheck {
  const pasted = readPasted(text, tables);
  const judge = new PieceJudge(pasted, index, tables, options);
  const judged = splitPieces(text).flatMap((piece) => judge.judge(piece));
  const parts = toParts(linkPieces(judged, pasted.bare.text), pasted, judge.seen, tables);
  return { text, verdict: verdictOf(parts), parts };
}

function verdictOf(parts: readonly QuotePart[]): QuoteVerdict {
  const verdicts = new Set(parts.map(({ verdict }) => verdict));
  if (verdicts.size === 0) return 'absent';
  for (const verdict of ['altered', 'stitched'] as const) if (verdicts.has(verdict)) return verdict;
  if (verdicts.has('absent')) return verdicts.size === 1 ? 'absent' : 'partial';
  return verdicts.has('omission') ? 'omission' : 'verbatim';
}
