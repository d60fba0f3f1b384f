/** Finding the release that another one repeats, wholly or for the most part. */
import { bareText } from '../text/bare-text.js';
import type { PreparedRelease } from '../corpus/corpus.js';
import type { FoldTables } from '../text/fold.js';
import type { Alike } from '../corpus/manage-releases.js';
import { findQuoteCandidates, type CandidateOptions } from './quote-candidates.js';
import { bareSentence, quoteSource } from './quote-region.js';
import type { SearchIndex } from '../search/search-index.js';

export interface AlikeOptions {
  readonly candidates: CandidateOptions;
  /** Two reports of one event share less, 0 to 1. Unmeasured. */
  readonly leastShare: number;
}

const alikeDefaults: AlikeOptions = {
  candidates: { window: 96, rarest: 4, releases: 6 },
  leastShare: 0.3,
};

/** The release of the index that has most of the sentences, in whatever script and punctuation; null when none has many. */
export function findAlike(
  prepared: PreparedRelease,
  index: SearchIndex,
  tables: FoldTables,
  { candidates, leastShare }: AlikeOptions = alikeDefaults,
): Alike | null {
  const own = quoteSource(prepared, tables);
  const sentences = prepared.sentences.map((_, i) => {
    const { start, end } = bareSentence(own, i);
    return own.bare.text.slice(start, end);
  });
  const total = sentences.reduce((sum, { length }) => sum + length, 0);
  let best: Alike | null = null;
  for (const other of findQuoteCandidates(index, prepared.folded.text, candidates)) {
    const { text } = bareText(other.folded.text, tables.exchanged);
    const shared = sentences.filter((sentence) => text.includes(sentence));
    const share = shared.reduce((sum, { length }) => sum + length, 0) / Math.max(1, total);
    if (share >= leastShare && share > (best?.share ?? 0)) best = { release: other.release, share };
  }
  return best;
}
