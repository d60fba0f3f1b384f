/** What was read from the knowledge folder, file by file. */
import type { Release } from './corpus.js';

/** One file as it was read. `partial`: some of it could not be used; `rejected`: none of it. */
export interface KnowledgeFile {
  /** Relative to the folder, with forward slashes. */
  readonly file: string;
  readonly status: 'read' | 'partial' | 'rejected';
  /** What was not used and what to do about it; null when all was. */
  readonly reason: string | null;
  readonly releases: readonly Release[];
}
