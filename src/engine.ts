/** The engine: the document line and the question line, wired for one knowledge folder. */
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fingerprintOf } from './adapters/release-fingerprint.js';
import { loadFoldTables } from './adapters/han-tables.js';
import { readKnowledge } from './adapters/knowledge-folder.js';
import { deleteFile, folderBytes, freeFileName, safeFileName, writeNewFile } from './adapters/knowledge-writer.js';
import { loadCalibration } from './adapters/model-files.js';
import { startModels } from './adapters/model-process.js';
import { createMemoryDailyCounts } from './adapters/memory-daily-counts.js';
import { loadOpenAiModel } from './adapters/openai-model.js';
import { loadPrompts } from './adapters/prompt-files.js';
import { openSavedIndex, saveIndex, type SavedIndexOptions } from './adapters/saved-index.js';
import { loadScriptConverter } from './adapters/script-converter.js';
import { parseUpload } from './adapters/uploaded-file.js';
import { createAskQuestion } from './app/answer-question.js';
import { createQuoteChecker } from './app/check-quote.js';
import { countAnswers } from './app/count-answers.js';
import { embedMissing } from './app/embed-missing.js';
import { ingestReleases, type FileReport } from './app/ingest-releases.js';
import { createReleaseManager } from './app/manage-releases.js';
import { createPhraser } from './app/phrase-answer.js';
import { createSearchSentences } from './app/search-sentences.js';
import { viewCorpus } from './app/view-corpus.js';
import { warmUp } from './app/warm-up.js';
import { packageFolder, type Config } from './config.js';
import type { AskQuestion } from './core/answer/answer.js';
import { languageOfIndex } from './core/search/corpus-language.js';
import type { CorpusView } from './core/answer/corpus-view.js';
import type { DailyCounts } from './core/stores/daily-counts.js';
import type { FoldTables } from './core/text/fold.js';
import type { LanguageModel } from './core/model/language-model.js';
import type { ReleaseManager } from './core/corpus/manage-releases.js';
import type { QuoteChecker } from './core/answer/quote-check.js';
import { readerOf, type Reader } from './core/text/reader.js';
import type { SearchIndex } from './core/search/search-index.js';
import type { SearchSentences } from './core/answer/search-sentences.js';
import { splitterVersion } from './core/text/sentences.js';

/** What an engine tells while it works; all of it goes to the person at the terminal or to the log. */
export interface EngineListener {
  /** Something to know, in one line. */
  readonly warn: (line: string) => void;
  /** `done` of `total` of a long piece of work: bytes of a download, passages to embed. */
  readonly progress: (work: string, done: number, total: number) => void;
  /** An event for the log; its fields hold no secret and no text of a person, a release or a model. */
  readonly log: (event: string, fields: Record<string, unknown>) => void;
}

export interface Engine {
  readonly index: SearchIndex;
  readonly ask: AskQuestion;
  /** Makes the first questions as fast as those after them; asks no language model. */
  readonly warmUp: () => Promise<void>;
  /** Finds sentences by words, without a model that answers. */
  readonly search: SearchSentences;
  readonly corpus: CorpusView;
  /** Checks quotes, without a model. */
  readonly quotes: QuoteChecker;
  /** Adds and removes releases in the knowledge folder. */
  readonly manager: ReleaseManager;
  /** The language and script of a text. */
  readonly readerOf: (text: string) => Reader;
  readonly tables: FoldTables;
  /** The id of the reader; null where it cannot run. */
  readonly readerId: string | null;
  /** The id of the embedding model. */
  readonly modelId: string;
  /** The language model; null without one. */
  readonly languageModel: LanguageModel | null;
  /** Brings the index in line with the knowledge folder. What is new is found by its words from then on. */
  readonly ingest: () => Promise<FileReport[]>;
  /**
   * Gives the releases that have none their vectors, by which they are found by meaning and in the other language.
   * @param mostMs to stop after
   * @returns how many releases are still without
   */
  readonly embed: (mostMs?: number) => Promise<number>;
  /** The same for as long as it takes, while questions are answered; a failure is logged. */
  readonly embedInBackground: () => void;
  /** Ends the models' process. */
  readonly close: () => Promise<void>;
}

/** What an engine is made of. */
export type EngineConfig = Pick<Config, 'embeddingModel' | 'languageModel' | 'knowledgeFolder' | 'indexFolder'>;

/**
 * Opens the engine on the saved index; nothing is read from the knowledge folder until {@link Engine.ingest}.
 * @param counts where the answers of each day are counted
 * @throws AppError when the calibration or the prompts cannot be read; a model that cannot run is warned of
 */
export async function openEngine(
  { embeddingModel, languageModel: modelConfig, knowledgeFolder, indexFolder }: EngineConfig,
  { warn, progress, log }: EngineListener,
  counts: DailyCounts = createMemoryDailyCounts(),
): Promise<Engine> {
  const readerFolder = path.join(packageFolder, 'models', 'reader');
  const [{ reader, embedder, close }, calibration] = await Promise.all([
    startModels({
      readerFolder,
      embeddingModel,
      cacheFolder: path.join(indexFolder, 'models'),
      onDownload: (file, loaded, total) => progress(`downloading ${file}`, loaded, total),
      warn,
    }),
    loadCalibration(readerFolder),
  ]);
  const tables = loadFoldTables();
  const saved: SavedIndexOptions = {
    folder: indexFolder,
    fingerprint: JSON.stringify({ model: embedder?.id ?? 'words only', splitterVersion }),
    dimensions: embedder?.dimensions ?? 1,
    warn,
  };
  const index = await openSavedIndex(saved);
  const language = languageOfIndex(index);
  const languageModel = modelConfig && (await loadOpenAiModel(modelConfig));
  const phraser =
    languageModel &&
    createPhraser(
      {
        model: languageModel,
        readerModel: reader,
        prompts: await loadPrompts(path.join(packageFolder, 'prompts')),
        index,
        languageOfCorpus: language,
        counts,
        now,
        today,
        log,
      },
      modelConfig,
    );
  const converter = loadScriptConverter();
  const ask = createAskQuestion({
    index,
    embedder,
    reader,
    calibration,
    tables,
    converter,
    phraser: phraser ?? undefined,
    now,
  });
  const counted = countAnswers(ask, counts, today);
  let saving = Promise.resolve();
  /** One save at a time. Without the embedder the vectors that are saved stay as they are. */
  function save(changed: SearchIndex): Promise<void> {
    const run = () => (embedder ? saveIndex(changed, saved) : Promise.resolve());
    saving = saving.then(run, run);
    return saving;
  }
  const ingest = () =>
    ingestReleases(index, {
      readKnowledge: () => readKnowledge(knowledgeFolder, tables),
      fingerprintOf,
      tables,
      save,
    });
  const embedded = (done: number, total: number): void => progress('reading releases', done, total);
  const closing = new AbortController();
  let embedding = Promise.resolve(0);
  function embed(mostMs = Infinity): Promise<number> {
    if (!embedder) return Promise.resolve(index.unembedded.length);
    const run = () =>
      embedMissing(
        index,
        {
          embedder,
          save,
          now,
          onProgress: embedded,
          onFailure: (release, error) => log('release-not-embedded', { release, error: error.message }),
          signal: closing.signal,
        },
        now() + mostMs,
      );
    embedding = embedding.then(run, run);
    return embedding;
  }
  const embedInBackground = (): void => {
    embed().catch((error: Error) => log('embedding-stopped', { error: error.message }));
  };
  return {
    index,
    tables,
    readerId: reader?.id ?? null,
    modelId: embedder?.id ?? 'none',
    languageModel,
    search: createSearchSentences(index, tables),
    corpus: viewCorpus(index, tables),
    quotes: createQuoteChecker(index, tables),
    readerOf: (text) => readerOf(text, converter),
    ask: counted.ask,
    warmUp: () => (phraser ? Promise.resolve() : warmUp(ask, index, nextTurn)),
    ingest,
    manager: createReleaseManager({
      index,
      tables,
      safeName: safeFileName,
      freeName: (name) => freeFileName(knowledgeFolder, name),
      parse: (file, bytes) => parseUpload(file, bytes, tables),
      write: (file, bytes) => writeNewFile(knowledgeFolder, file, bytes),
      delete: (file) => deleteFile(knowledgeFolder, file),
      ingest: async () => {
        const reports = await ingest();
        embedInBackground();
        return reports;
      },
      indexBytes: () => folderBytes(indexFolder),
      uptimeMs: () => process.uptime() * 1000,
      answersToday: counted.answersToday,
    }),
    embed,
    embedInBackground,
    async close() {
      closing.abort();
      await close();
      await embedding.catch(() => undefined);
    },
  };
}

function now(): number {
  return performance.now();
}

/** As an ISO date, UTC. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}
