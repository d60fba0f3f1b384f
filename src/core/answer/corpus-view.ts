/** Looking around in the corpus: its releases and sentences as they are now. */
import type { Citation } from './answer.js';
import type { ContextWindow } from './context-window.js';
import type { Release } from '../corpus/corpus.js';

export interface CorpusView {
  /** In the order in which they came in. */
  readonly releases: () => readonly Release[];
  readonly find: (releaseId: string) => Release | undefined;
  /** Those that somebody may mean by a number, an id, a file or a title, see `findByName`; none when it fits none. */
  readonly named: (name: string) => readonly Release[];
  /** What a release is called, also one that is not in the corpus: its headline, or else its first sentence. */
  readonly nameOf: (release: Release) => string;
  /** How many sentences a release has; 0 when there is no such release. */
  readonly sentenceCount: (releaseId: string) => number;
  /** A sentence, counted from 1, copied by its offsets, as citation 1; null when there is none. */
  readonly sentence: (releaseId: string, sentence: number) => Citation | null;
  /** A page of a sentence's context, see {@link ContextWindow}; null when there is none. */
  readonly context: (releaseId: string, sentence: number, page: number) => ContextWindow | null;
}
