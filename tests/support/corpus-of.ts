import { createQuoteChecker } from '../../src/app/check-quote.js';
import { createSearchSentences } from '../../src/app/search-sentences.js';
import { viewCorpus } from '../../src/app/view-corpus.js';
import { prepareRelease, type Release } from '../../src/core/corpus/corpus.js';
import type { CorpusView } from '../../src/core/answer/corpus-view.js';
import type { QuoteChecker } from '../../src/core/answer/quote-check.js';
import type { SearchSentences } from '../../src/core/answer/search-sentences.js';
import { SearchIndex } from '../../src/core/search/search-index.js';
import { ExactVectorIndex } from '../../src/core/search/vector-index.js';
import { tables } from './tables.js';

/** An index of releases without embeddings. */
export function indexOf(releases: readonly Release[]): SearchIndex {
  const index = new SearchIndex(new ExactVectorIndex());
  index.add(releases.map((one) => ({ prepared: prepareRelease(one, tables), fingerprint: '' })));
  return index;
}

/** Releases to look around and to search in, without embeddings. */
export function corpusOf(releases: readonly Release[]): CorpusParts {
  return partsOf(indexOf(releases));
}

export interface CorpusParts {
  readonly corpus: CorpusView;
  readonly search: SearchSentences;
  readonly quotes: QuoteChecker;
}

/** What the bot is given of an index. */
export function partsOf(index: SearchIndex): CorpusParts {
  return {
    corpus: viewCorpus(index, tables),
    quotes: createQuoteChecker(index, tables),
    search: createSearchSentences(index, tables),
  };
}
