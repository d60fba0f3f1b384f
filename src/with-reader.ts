/** The reader without a corpus: for judging claims and for measuring recorded drafts. */
import path from 'node:path';
import { loadClaimWeights } from './adapters/claim-weights.js';
import { readRecordedDrafts } from './adapters/eval-files.js';
import { loadFoldTables } from './adapters/han-tables.js';
import { startModels } from './adapters/model-process.js';
import { measureDrafts } from './app/measure-drafts.js';
import { packageFolder, type Config } from './config.js';
import { AppError } from './core/app-error.js';
import type { CitationMeasures } from './core/measures/citation-measures.js';
import type { ReaderModel } from './core/read/reader-model.js';
import type { ClaimJudge } from './core/verify/judge-claim.js';

const readerFolder = path.join(packageFolder, 'models', 'reader');

type ReaderConfig = Pick<Config, 'embeddingModel' | 'indexFolder'>;

/** Judges claims, with the reader for as long as that takes. @throws AppError when the reader cannot be loaded */
export function withClaimJudge(
  config: ReaderConfig,
  warn: (line: string) => void,
  use: (judge: ClaimJudge) => Promise<void>,
): Promise<void> {
  return withReader(config, warn, async (reader) => {
    const weights = await loadClaimWeights(readerFolder);
    await use({ reader, weights, tables: loadFoldTables() });
  });
}

/** Measures the citations of a file of recorded drafts. @throws AppError as above, or when the file cannot be read */
export function evaluateDrafts(
  config: ReaderConfig,
  warn: (line: string) => void,
  file: string,
): Promise<CitationMeasures> {
  return withReader(config, warn, async (reader) =>
    measureDrafts(await readRecordedDrafts(file), loadFoldTables(), reader),
  );
}

async function withReader<T>(
  { embeddingModel, indexFolder }: ReaderConfig,
  warn: (line: string) => void,
  use: (reader: ReaderModel) => Promise<T>,
): Promise<T> {
  const cacheFolder = path.join(indexFolder, 'models');
  const models = await startModels({ readerFolder, embeddingModel, cacheFolder, warn });
  try {
    if (models.reader) return await use(models.reader);
    throw new AppError('no claim can be judged without the reader', {
      userMessage: 'presscite is not installed completely.',
    });
  } finally {
    await models.close();
  }
}
