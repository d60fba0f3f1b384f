/** The view of an index. */
import { cite } from '../core/answer/cite.js';
import { contextWindow } from '../core/answer/context-window.js';
import type { CorpusView } from '../core/answer/corpus-view.js';
import { findByName } from '../core/corpus/find-by-name.js';
import { releaseName } from '../core/corpus/release-name.js';
import type { FoldTables } from '../core/text/fold.js';
import type { SearchIndex } from '../core/search/search-index.js';

/** Looks at the index as it is at each call. */
export function viewCorpus(index: SearchIndex, tables: FoldTables): CorpusView {
  const find = (releaseId: string) => index.find(releaseId)?.prepared;
  const releases = () => index.releases.map(({ prepared }) => prepared.release);
  return {
    releases,
    find: (releaseId) => find(releaseId)?.release,
    named: (name) => findByName(name, releases(), tables),
    nameOf: (release) => releaseName(release, tables),
    sentenceCount: (releaseId) => find(releaseId)?.sentences.length ?? 0,
    sentence: (releaseId, sentence) => {
      const prepared = find(releaseId);
      if (prepared?.sentences[sentence - 1] === undefined) return null;
      return cite({ prepared, sentence: sentence - 1, spans: [] }, 1, tables);
    },
    context: (releaseId, sentence, page) => {
      const prepared = find(releaseId);
      return prepared ? contextWindow(prepared, sentence - 1, page, tables) : null;
    },
  };
}
