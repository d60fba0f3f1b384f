/** Evidence of sentences that stand alone, each a release of which nothing else is known. */
import { bareRelease, prepareRelease } from '../../src/core/corpus/corpus.js';
import type { Evidence } from '../../src/core/draft/evidence.js';
import { show } from '../../src/core/text/show.js';
import { tables } from './tables.js';

export function evidenceOf(sentences: Readonly<Record<string, string>>): Evidence {
  return new Map(
    Object.entries(sentences).map(([id, text]) => {
      const prepared = prepareRelease(bareRelease(id, text), tables);
      return [id, { id, prepared, sentence: 0, shown: show(text, tables).text }];
    }),
  );
}
