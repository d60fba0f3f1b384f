import { fingerprintOf } from '../../src/adapters/release-fingerprint.js';
import { readKnowledge } from '../../src/adapters/knowledge-folder.js';
import { deleteFile, freeFileName, safeFileName, writeNewFile } from '../../src/adapters/knowledge-writer.js';
import { parseUpload } from '../../src/adapters/uploaded-file.js';
import { ingestReleases, type FileReport } from '../../src/app/ingest-releases.js';
import { createReleaseManager } from '../../src/app/manage-releases.js';
import type { ReleaseManager } from '../../src/core/corpus/manage-releases.js';
import { SearchIndex } from '../../src/core/search/search-index.js';
import { ExactVectorIndex } from '../../src/core/search/vector-index.js';
import { tables } from './tables.js';

/** A knowledge folder with its index, managed as the engine does it. */
export async function manageFolder(
  folder: string,
): Promise<{ readonly index: SearchIndex; readonly manager: ReleaseManager }> {
  const index = new SearchIndex(new ExactVectorIndex());
  const ingest = (): Promise<FileReport[]> =>
    ingestReleases(index, {
      readKnowledge: () => readKnowledge(folder, tables),
      fingerprintOf,
      tables,
      save: async () => undefined,
    });
  await ingest();
  const manager = createReleaseManager({
    index,
    tables,
    safeName: safeFileName,
    freeName: (name) => freeFileName(folder, name),
    parse: (file, bytes) => parseUpload(file, bytes, tables),
    write: (file, bytes) => writeNewFile(folder, file, bytes),
    delete: (file) => deleteFile(folder, file),
    ingest,
    indexBytes: async () => 3 * 1024 * 1024,
    uptimeMs: () => (26 * 60 + 5) * 60_000,
    answersToday: async () => 7,
  });
  return { index, manager };
}
