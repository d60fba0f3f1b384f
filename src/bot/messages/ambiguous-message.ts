/** What is said of a name that does not fit just one release. */
import type { CorpusView } from '../../core/answer/corpus-view.js';
import type { Release } from '../../core/corpus/corpus.js';
import { clipLine } from './formatted-text.js';
import type { Say } from '../texts.js';

/** Lengths in UTF-16 units, together below 4,096. */
const limits = { releases: 8, name: 100, title: 80 } as const;

/** That no release fits, or those that do, each with its number in the order of arrival. */
export function ambiguousMessage(wanted: string, found: readonly Release[], corpus: CorpusView, say: Say): string {
  const name = clipLine(wanted, limits.name);
  if (found.length === 0) return say('release-unknown', { name });
  const releases = corpus.releases();
  const lines = found.slice(0, limits.releases).map((release) => {
    const number = releases.findIndex(({ id }) => id === release.id) + 1;
    return `${number}. ${clipLine(corpus.nameOf(release), limits.title)}`;
  });
  const more = found.length - lines.length;
  const rest = more > 0 ? [say('manage-more', { count: more })] : [];
  return [say('release-several', { name }), ...lines, ...rest].join('\n');
}
