/** Managing releases: what an administrator may do to the corpus from a chat. The knowledge folder stays the truth. */
import type { Release } from './corpus.js';

/** A file that somebody sent. */
export interface Upload {
  /** As the sender named it: any text. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Why nothing of an upload can be used: an ending that is not read, bytes that are not UTF-8, or no release in it. */
export type UploadFault = 'ending' | 'encoding' | 'empty';

/** One release of an upload, before it is added. */
export interface PreviewedRelease {
  readonly release: Release;
  readonly sentenceCount: number;
  /** The release of the corpus that has most of its sentences, when one has many. */
  readonly alike: Alike | null;
  /** A release of another file that has the same id, so that this one would be skipped. */
  readonly taken: Release | null;
}

export interface Alike {
  readonly release: Release;
  /** How much of the text stands in it sentence by sentence, above 0 to 1. */
  readonly share: number;
}

/** What adding an upload would do. Nothing is written yet. */
export interface UploadPreview {
  /** The name that the file would get: new in the folder, without any part of a path. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly releases: readonly PreviewedRelease[];
  /** A sentence for each line or field that could not be used. */
  readonly problems: readonly string[];
}

/** A file and the releases that go with it. */
export interface RemovalPlan {
  readonly file: string;
  readonly releases: readonly Release[];
}

/** How many files of the folder were in which state after reading it, and what is wrong with which. */
export interface ReindexOutcome {
  readonly ingested: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Files that are wholly or partly unusable. */
  readonly faulty: readonly FaultyFile[];
}

export interface FaultyFile {
  readonly file: string;
  /** What was not used and what to do about it. */
  readonly reason: string;
}

export interface CorpusStats {
  readonly releases: number;
  readonly sentences: number;
  /** Of the saved index. */
  readonly indexBytes: number;
  readonly uptimeMs: number;
  /** Since midnight UTC, those before a restart included as far as the counts are kept. */
  readonly answersToday: number;
}

export interface ReleaseManager {
  readonly preview: (upload: Upload) => Promise<UploadPreview | UploadFault>;
  /**
   * Writes the file, whole or not at all, and ingests it; a question asked meanwhile sees the corpus before or after.
   * @returns its releases as they are in the corpus now
   */
  readonly add: (preview: UploadPreview) => Promise<readonly Release[]>;
  /** What removing a release takes; null when there is none with this id. */
  readonly planRemoval: (releaseId: string) => RemovalPlan | null;
  /** Deletes a file of the corpus and what it held. */
  readonly remove: (file: string) => Promise<void>;
  /** Reads the knowledge folder again. */
  readonly reindex: () => Promise<ReindexOutcome>;
  readonly stats: () => Promise<CorpusStats>;
}
