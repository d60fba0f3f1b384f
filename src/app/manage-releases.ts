/** Adding and removing releases: a change of the knowledge folder, then an ingest. */
import { prepareRelease, type Release } from '../core/corpus/corpus.js';
import { findAlike } from '../core/quotes/find-alike.js';
import type { FoldTables } from '../core/text/fold.js';
import type { PreviewedRelease, ReindexOutcome, ReleaseManager, UploadFault } from '../core/corpus/manage-releases.js';
import type { SearchIndex } from '../core/search/search-index.js';
import type { FileReport } from './ingest-releases.js';

/** What managing needs of the knowledge folder and of the process. */
export interface ManageDeps {
  readonly index: SearchIndex;
  readonly tables: FoldTables;
  /** A name of the folder for any name, null when its ending is not read. */
  readonly safeName: (name: string) => string | null;
  /** The same or a similar name that no file has. */
  readonly freeName: (name: string) => Promise<string>;
  readonly parse: (
    file: string,
    bytes: Uint8Array,
  ) => { readonly releases: readonly Release[]; readonly problems: readonly string[] } | UploadFault;
  readonly write: (file: string, bytes: Uint8Array) => Promise<void>;
  readonly delete: (file: string) => Promise<void>;
  readonly ingest: () => Promise<readonly FileReport[]>;
  readonly indexBytes: () => Promise<number>;
  readonly uptimeMs: () => number;
  readonly answersToday: () => Promise<number>;
}

export function createReleaseManager(deps: ManageDeps): ReleaseManager {
  const { index, tables } = deps;
  const inTurn = oneAtATime();
  const releasesOf = (file: string): Release[] =>
    index.releases.map(({ prepared: { release } }) => release).filter((release) => release.file === file);

  return {
    preview: async ({ name, bytes }) => {
      const safe = deps.safeName(name);
      if (safe === null) return 'ending';
      const file = await deps.freeName(safe);
      const parsed = deps.parse(file, bytes);
      if (typeof parsed === 'string') return parsed;
      const releases = parsed.releases.map((release): PreviewedRelease => {
        const prepared = prepareRelease(release, tables);
        return {
          release,
          sentenceCount: prepared.sentences.length,
          alike: findAlike(prepared, index, tables),
          taken: index.find(release.id)?.prepared.release ?? null,
        };
      });
      return { file, bytes, releases, problems: parsed.problems };
    },

    add: ({ file, bytes }) =>
      inTurn(async () => {
        await deps.write(file, bytes);
        await deps.ingest();
        return releasesOf(file);
      }),

    planRemoval: (releaseId) => {
      const found = index.find(releaseId);
      if (!found) return null;
      const { file } = found.prepared.release;
      return { file, releases: releasesOf(file) };
    },

    remove: (file) =>
      inTurn(async () => {
        // What is deleted is a file of the corpus, whatever the name says.
        if (releasesOf(file).length > 0) await deps.delete(file);
        await deps.ingest();
      }),

    reindex: () => inTurn(async () => sumUp(await deps.ingest())),

    stats: async () => ({
      releases: index.size,
      sentences: index.releases.reduce((sum, { prepared }) => sum + prepared.sentences.length, 0),
      indexBytes: await deps.indexBytes(),
      uptimeMs: deps.uptimeMs(),
      answersToday: await deps.answersToday(),
    }),
  };
}

/** Two changes at once would each ingest the folder without what the other has added. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}

function sumUp(reports: readonly FileReport[]): ReindexOutcome {
  const count = (...statuses: readonly FileReport['status'][]) =>
    reports.filter(({ status }) => statuses.includes(status)).length;
  return {
    ingested: count('ingested', 'partial'),
    unchanged: count('unchanged'),
    removed: count('removed'),
    faulty: reports
      .filter(({ status }) => status === 'partial' || status === 'rejected')
      .map(({ file, reason }) => ({ file, reason: reason ?? '' })),
  };
}
