/** Ingesting: brings the index in line with the knowledge folder, touching only what changed. */
import { prepareRelease, type Release } from '../core/corpus/corpus.js';
import type { FoldTables } from '../core/text/fold.js';
import type { KnowledgeFile } from '../core/corpus/knowledge.js';
import type { SearchIndex } from '../core/search/search-index.js';

export interface IngestDeps {
  readonly readKnowledge: () => Promise<readonly KnowledgeFile[]>;
  /** A hash of everything a release holds. */
  readonly fingerprintOf: (release: Release) => string;
  readonly tables: FoldTables;
  /** Keeps the index; called only when something changed, after all of it is in. */
  readonly save: (index: SearchIndex) => Promise<void>;
}

/** What became of one file of the folder, or of one that is gone. */
export interface FileReport {
  readonly file: string;
  readonly status: 'ingested' | 'partial' | 'rejected' | 'unchanged' | 'removed';
  readonly reason: string | null;
  /** Ids of the releases that the file holds, or held when it is removed. */
  readonly releases: readonly string[];
}

/**
 * Reads the folder and brings the index in line with it.
 *
 * Guarantee: a question asked meanwhile sees the index before or after, never between. A release that did not change is
 * not indexed again. What is new is found by its words at once, by its meaning after `embedMissing`.
 */
export async function ingestReleases(index: SearchIndex, deps: IngestDeps): Promise<FileReport[]> {
  const files = await deps.readKnowledge();
  const before = index.entries;
  const read = files
    .flatMap(({ releases }) => releases)
    .map((release) => ({ release, fingerprint: deps.fingerprintOf(release) }));
  const changed = read.filter(({ release, fingerprint }) => !index.holds(release.id, fingerprint));
  const added = changed.map(({ release, fingerprint }) => ({
    prepared: prepareRelease(release, deps.tables),
    fingerprint,
  }));

  // From here to the end of the update nothing waits, so no question sees half of it.
  const present = new Set(read.map(({ release }) => release.id));
  const gone = before.filter(({ id }) => !present.has(id));
  for (const { id } of gone) index.remove(id);
  for (const { release } of changed) index.remove(release.id);
  for (const { release } of read) {
    if (index.isWaiting(release.id)) index.restore(prepareRelease(release, deps.tables));
  }
  index.add(added);

  if (changed.length > 0 || gone.length > 0) await deps.save(index);
  const touched = new Set([...changed.map(({ release }) => release.id), ...gone.map(({ id }) => id)]);
  const hadBy = idsByFile(before);
  return [...files.map((file) => reportFile(file, hadBy.get(file.file) ?? [], touched)), ...reportRemoved(files, gone)];
}

function reportFile(
  { file, status, reason, releases }: KnowledgeFile,
  had: readonly string[],
  touched: ReadonlySet<string>,
): FileReport {
  const ids = releases.map(({ id }) => id);
  if (status !== 'read') return { file, status, reason, releases: ids };
  const isChanged = [...ids, ...had].some((id) => touched.has(id));
  return { file, status: isChanged ? 'ingested' : 'unchanged', reason, releases: ids };
}

/** Files that had releases in the index and are no longer in the folder. */
function reportRemoved(files: readonly KnowledgeFile[], gone: readonly { id: string; file: string }[]): FileReport[] {
  const present = new Set(files.map(({ file }) => file));
  return [...idsByFile(gone)]
    .filter(([file]) => !present.has(file))
    .map(([file, releases]) => ({ file, status: 'removed', reason: null, releases }));
}

function idsByFile(entries: readonly { id: string; file: string }[]): Map<string, string[]> {
  const byFile = new Map<string, string[]>();
  for (const { id, file } of entries) {
    const ids = byFile.get(file);
    if (ids) ids.push(id);
    else byFile.set(file, [id]);
  }
  return byFile;
}
