/** Highlights: which stretches of a cited sentence a claim rests on. */
import type { Span } from '../text/fold.js';
import { findQuantities, sameQuantity } from '../text/quantities.js';

/** A common run that is shorter says nothing: 全市 stands everywhere. */
const shortestRun = 4;

/**
 * The figures that a claim shares with a sentence it cites; when it shares none, the longest stretch that stands in both.
 * @param claim folded
 * @param sentence folded
 * @returns ranges of `sentence`, maybe none
 */
export function highlightsOf(claim: string, sentence: string): Span[] {
  const claimed = findQuantities(claim);
  const shared = findQuantities(sentence).filter((stated) =>
    claimed.some((figure) => sameQuantity(figure, stated) || sameDigits(claim, figure, sentence, stated)),
  );
  if (shared.length > 0) return shared.map(({ start, end }) => ({ start, end }));
  const run = longestCommonRun(claim, sentence);
  return run.end - run.start >= shortestRun ? [run] : [];
}

/** 951.64 in `RMB 951.64亿` and in 951.64亿元: what an answer in another language shares with its sentence. */
function sameDigits(a: string, inA: Span, b: string, inB: Span): boolean {
  const digits = /\d[\d.,]*/u.exec(a.slice(inA.start, inA.end))?.[0];
  return digits !== undefined && digits === /\d[\d.,]*/u.exec(b.slice(inB.start, inB.end))?.[0];
}

/** Where in `b` the longest stretch stands that `a` holds, too; the first of several. */
function longestCommonRun(a: string, b: string): Span {
  let best: Span = { start: 0, end: 0 };
  let before = new Uint16Array(b.length + 1);
  for (const unit of a) {
    const lengths = new Uint16Array(b.length + 1);
    for (let j = 0; j < b.length; j++) {
      if (b[j] !== unit) continue;
      lengths[j + 1] = before[j]! + 1;
      if (lengths[j + 1]! > best.end - best.start) best = { start: j + 1 - lengths[j + 1]!, end: j + 1 };
    }
    before = lengths;
  }
  return best;
}
