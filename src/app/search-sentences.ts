/** Searching sentences by words, without any model that answers: fast enough for every letter that a person types. */
import { cite } from '../core/answer/cite.js';
import type { SearchSentences } from '../core/answer/search-sentences.js';
import { foldedSentence } from '../core/corpus/corpus.js';
import { passageFeatures } from '../core/search/release-features.js';
import { retrieve, retrieveDefaults, weighTerms } from '../core/search/retrieve.js';
import type { SearchIndex } from '../core/search/search-index.js';
import { fold, type FoldTables } from '../core/text/fold.js';

/** How many releases are searched for sentences. */
const mostReleases = 40;
/** The weighted share of the query's words, 0 to 1, that a sentence must hold. */
const leastCoverage = 0.3;
/** What a sentence that holds the query as it stands gains: above what repetition can. */
const verbatimBonus = 2;
/** Longer queries, in UTF-16 units, are cut: so long are those of Telegram. */
const longestQuery = 256;

/** Makes the function that searches the index as it is at each call. */
export function createSearchSentences(index: SearchIndex, tables: FoldTables): SearchSentences {
  return (query, offset, count) => {
    const words = fold(query.slice(0, longestQuery), tables).text.trim();
    if (words === '' || index.size === 0) return { citations: [], hasMore: false };
    const weighed = weighTerms(index, words);
    const countLines = index.countInLines(weighed.terms);
    const seen = new Set<string>();
    const found = retrieve(index, words, null, { ...retrieveDefaults, releases: mostReleases })
      .flatMap(({ prepared }) => {
        const { number } = index.find(prepared.release.id)!;
        const counts = countLines(number, number + 1 + prepared.sentences.length);
        return prepared.foldedSentences.map((span, sentence) => {
          const line = { ...span, first: sentence, last: sentence };
          const { coverage, words: bm25 } = passageFeatures(prepared, counts, weighed, line);
          const text = coverage > 0 ? foldedSentence(prepared, sentence) : '';
          const isVerbatim = text.includes(words);
          return {
            prepared,
            sentence,
            text,
            score: bm25 + (isVerbatim ? verbatimBonus : 0),
            isFound: isVerbatim || (bm25 > 0 && coverage >= leastCoverage),
          };
        });
      })
      .filter(({ isFound }) => isFound)
      .sort((a, b) => b.score - a.score)
      .filter(({ text }) => !seen.has(text) && seen.add(text));
    return {
      citations: found
        .slice(offset, offset + count)
        .map(({ prepared, sentence }, i) => cite({ prepared, sentence, spans: [] }, i + 1, tables)),
      hasMore: found.length > offset + count,
    };
  };
}
