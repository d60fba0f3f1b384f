/** What a release is called in lists and previews. */
import type { FoldTables } from '../text/fold.js';
import { splitSentences } from '../text/sentences.js';
import { show } from '../text/show.js';
import type { Release } from './corpus.js';

/** Its headline, or else its first sentence as a person reads it; empty when it has neither. */
export function releaseName({ title, body }: Release, tables: FoldTables): string {
  if (title !== null) return title;
  const [first] = splitSentences(body);
  return first ? show(body.slice(first.start, first.end), tables).text : '';
}
