/** The language of a corpus, by the script of what its releases open with. */
import type { Release } from '../corpus/corpus.js';
import type { Reader } from '../text/reader.js';
import type { SearchIndex } from './search-index.js';

/** `mixed` also for a corpus without letters. */
export type CorpusLanguage = 'zh' | 'en' | 'mixed';

/** How much of it is looked at: enough to tell, and a millisecond. */
const limits = { releases: 200, length: 200 } as const;

/** A corpus with a larger share of one language's releases than this, 0 to 1, is of that language. Unmeasured. */
const leastShare = 0.9;

function corpusLanguage(releases: Iterable<Release>): CorpusLanguage {
  let chinese = 0;
  let english = 0;
  for (const { body } of releases) {
    if (chinese + english >= limits.releases) break;
    const opening = body.slice(0, limits.length);
    const han = opening.match(/\p{Script=Han}/gu)?.length ?? 0;
    const words = opening.match(/[a-z]{2,}/giu)?.length ?? 0;
    if (han > words) chinese++;
    else if (words > 0) english++;
  }
  const total = chinese + english;
  if (chinese > leastShare * total) return 'zh';
  return english > leastShare * total ? 'en' : 'mixed';
}

/** Tells the language of an index whenever it is asked, and looks again only when the index has changed. */
export function languageOfIndex(index: SearchIndex): () => CorpusLanguage {
  let version = Number.NaN;
  let language: CorpusLanguage = 'mixed';
  return () => {
    if (version !== index.version) {
      version = index.version;
      language = corpusLanguage(index.releases.map(({ prepared }) => prepared.release));
    }
    return language;
  };
}

/** Whether a question is in another language than the whole corpus. */
export function isOtherLanguage(reader: Reader, language: CorpusLanguage): boolean {
  return reader === 'en' ? language === 'zh' : language === 'en';
}
