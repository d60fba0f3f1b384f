/** The engine: the document line and the question line, wired for one knowledge folder. */
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fingerprintOf } from './adapters/release-fingerprint.js';
import { loadFoldTables } from './adapters/han-tables.js';
import { readKnowledge } from './adapters/knowledge-folder.js';
import {
  deleteFile,
  folderBytes,
  freeFileName,
  safeFileName,
  writeNewFile,
} from './adapters/knowledge-writer.js';
import { loadAnswerModels } from './adapters/model-files.js';
import { createMemoryDailyCounts } from './adapters/memory-daily-counts.js';
import { loadOpenAiModel } from './adapters/openai-model.js';
import { loadPrompts } from './adapters/prompt-files.js';
import { openSavedIndex, saveIndex, type SavedIndexOptions } from './adapters/saved-index.js';
import { loadScriptConverter } from './adapters/script-converter.js';
import { parseUpload } from './adapters/uploaded-file.js';
import { loadTransformersEmbedder } from './adapters/transformers-embedder.js';
import { createAskQuestion } from './app/answer-question.js';
import { createQuoteChecker } from './app/check-quote.js';
import { countAnswers } from './app/count-answers.js';
import { ingestReleases, type FileReport } from './app/ingest-releases.js';
import { createReleaseManager } from './app/manage-releases.js';
import { createPhraser } from './app/phrase-answer.js';
import { evaluateSet, type SetMeasures } from './app/run-eval.js';
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
import type { EvalQuestion, EvalSet } from './core/measures/outcome-measures.js';
import type { ReleaseManager } from './core/corpus/manage-releases.js';
import type { QuoteChecker } from './core/answer/quote-check.js';
import { readerOf, type Reader } from './core/text/reader.js';
import type { SearchIndex } from './core/search/search-index.js';
import type { SearchSentences } from './core/answer/search-sentences.js';
import { splitterVersion } from './core/text/sentences.js';
import { ExactVectorIndex } from './core/search/vector-index.js';

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
  /** The id of the embedding model. */
  readonly modelId: string;
  /** The language model; null without one. */
  readonly languageModel: LanguageModel | null;
  /** Brings the index in line with the knowledge folder. */
  readonly ingest: () => Promise<FileReport[]>;
  /** Evaluates the models on a set, apart from the corpus; see {@link evaluateSet}. */
  readonly evaluate: (set: EvalSet, elsewhere: readonly EvalQuestion[]) => Promise<SetMeasures>;
}

/** What an engine is made of. */
export type EngineConfig = Pick<
  Config,
  'embeddingModel' | 'languageModel' | 'knowledgeFolder' | 'indexFolder'
>;

/**
 * Opens the engine on the saved index; nothing is read from the knowledge folder until {@link Engine.ingest}.
 * @param counts where the answers of each day are counted
 * @throws AppError when a model cannot be loaded
 */
export async function openEngine(
  { embeddingModel, languageModel: modelConfig, knowledgeFolder, indexFolder }: EngineConfig,
  { warn, progress, log }: EngineListener,
  counts: DailyCounts = createMemoryDailyCounts(),
): Promise<Engine> {
  const [models, embedder] = await Promise.all([
    loadAnswerModels(path.join(packageFolder, 'models')),
    loadTransformersEmbedder({
      model: embeddingModel,
      cacheFolder: path.join(indexFolder, 'models'),
      onDownload: (file, loaded, total) => progress(`downloading ${file}`, loaded, total),
    }),
  ]);
  const tables = loadFoldTables();
  const saved: SavedIndexOptions = {
    folder: indexFolder,
    fingerprint: JSON.stringify({ model: embedder.id, splitterVersion }),
    dimensions: embedder.dimensions,
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
    models,
    tables,
    converter,
    language,
    phraser: phraser ?? undefined,
    now,
  });
  const counted = countAnswers(ask, counts, today);
  const ingest = () =>
    ingestReleases(index, {
      readKnowledge: () => readKnowledge(knowledgeFolder, tables),
      fingerprintOf,
      tables,
      embedder,
      save: (changed) => saveIndex(changed, saved),
      onProgress: (done, total) => progress('reading releases', done, total),
    });
  return {
    index,
    tables,
    modelId: embedder.id,
    languageModel,
    search: createSearchSentences({ index, background: models.ranker.background, tables }),
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
      ingest,
      indexBytes: () => folderBytes(indexFolder),
      uptimeMs: () => process.uptime() * 1000,
      answersToday: counted.answersToday,
    }),
    evaluate: (set, elsewhere) =>
      evaluateSet(set, elsewhere, {
        embedder,
        models,
        tables,
        createVectors: () => new ExactVectorIndex(),
        now,
        onProgress: (done, total) => progress(`asking ${set.name}`, done, total),
      }),
  };
}

function now(): number {
  return performance.now();
}

/** As an ISO date, UTC. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}
