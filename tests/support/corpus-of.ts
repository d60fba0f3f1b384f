import { createSearchSentences } from '../../src/app/search-sentences.js';
import { viewCorpus } from '../../src/app/view-corpus.js';
import { prepareRelease, type Release } from '../../src/core/corpus.js';
import type { CorpusView } from '../../src/core/corpus-view.js';
import type { SearchSentences } from '../../src/core/search-sentences.js';
import { SearchIndex } from '../../src/core/search-index.js';
import { ExactVectorIndex } from '../../src/core/vector-index.js';
import { tables } from './tables.js';

/** Releases to look around and to search in, without embeddings. */
export function corpusOf(releases: readonly Release[]): {
  readonly corpus: CorpusView;
  readonly search: SearchSentences;
} {
  const index = new SearchIndex(new ExactVectorIndex());
  index.add(
    releases.map((release) => {
      const prepared = prepareRelease(release, tables);
      return {
        prepared,
        fingerprint: '',
        embeddings: prepared.passages.map(() => new Float32Array(4)),
      };
    }),
  );
  const background = { share: () => 0.001 };
  return {
    corpus: viewCorpus(index, tables),
    search: createSearchSentences({ index, background, tables }),
  };
}
