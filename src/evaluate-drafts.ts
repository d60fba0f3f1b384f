/** Evaluating the recorded drafts that the command line names. */
import { readRecordedDrafts } from './adapters/eval-files.js';
import { loadFoldTables } from './adapters/han-tables.js';
import { measureDrafts } from './app/measure-drafts.js';
import type { CitationMeasures } from './core/measures/citation-measures.js';

/** Reads a file of recorded drafts and measures their citations. */
export async function evaluateDrafts(file: string): Promise<CitationMeasures> {
  return measureDrafts(await readRecordedDrafts(file), loadFoldTables());
}
