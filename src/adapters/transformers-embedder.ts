/**
 * The embedder on transformers.js: the built-in model, a model in a local folder, or one of the hub.
 *
 * The pipeline's tokenizer and model are used, and its pooling is not: that takes 10 ms a passage, eight times all the
 * rest, and gives NaN for a text without tokens.
 */
import { createHash } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FeatureExtractionPipeline, Tensor } from '@xenova/transformers';
import { AppError } from '../core/app-error.js';
import { toUnitLength, type Embedder } from '../core/search/embedder.js';

export interface EmbedderOptions {
  /** A folder that holds `config.json`, or a model id of the hub such as `Xenova/multilingual-e5-small`. */
  readonly model: string;
  /** Where a downloaded model is kept. */
  readonly cacheFolder: string;
  /** Hears how many bytes of a file have been downloaded, and of how many. */
  readonly onDownload?: (file: string, loaded: number, total: number) => void;
}

/** How a family of models wants its input, as its model card says. */
interface ModelHabits {
  readonly name: RegExp;
  readonly queryPrefix: string;
  readonly passagePrefix: string;
  readonly pooling: 'mean' | 'cls';
}

const plain = { queryPrefix: '', passagePrefix: '' };

const habits: readonly ModelHabits[] = [
  { name: /e5/i, queryPrefix: 'query: ', passagePrefix: 'passage: ', pooling: 'mean' },
  {
    ...plain,
    name: /bge.*zh/i,
    queryPrefix: '为这个句子生成表示以用于检索相关文章：',
    pooling: 'cls',
  },
  {
    ...plain,
    name: /bge.*en/i,
    queryPrefix: 'Represent this sentence for searching relevant passages: ',
    pooling: 'cls',
  },
  { ...plain, name: /bge|labse|mxbai|arctic/i, pooling: 'cls' },
  {
    name: /nomic/i,
    queryPrefix: 'search_query: ',
    passagePrefix: 'search_document: ',
    pooling: 'mean',
  },
  { ...plain, name: /(?:)/, pooling: 'mean' },
];

interface ModelInputs {
  readonly attention_mask: Tensor;
}

interface ModelOutputs {
  readonly last_hidden_state?: Tensor;
  readonly token_embeddings?: Tensor;
}

/** What a person is told whatever is wrong with the model. */
const noModel = { userMessage: 'The embedding model could not be loaded.' };

/** Passages in one run of the model: enough to amortise a call, few enough for a large model's memory. */
const batchSize = 32;

/**
 * Loads a model.
 * @throws AppError when there is no such model, or it must be downloaded and cannot be
 */
export async function loadTransformersEmbedder(options: EmbedderOptions): Promise<Embedder> {
  const folder = await localFolder(options.model);
  const extract = await loadPipeline(options, folder);
  const name = folder ? path.basename(folder) : options.model;
  const { queryPrefix, passagePrefix, pooling } = habits.find((h) => h.name.test(name))!;

  async function embed(texts: string[]): Promise<Float32Array[]> {
    const inputs = extract.tokenizer(texts, { padding: true, truncation: true }) as ModelInputs;
    const outputs = (await extract.model(inputs)) as ModelOutputs;
    const states = outputs.last_hidden_state ?? outputs.token_embeddings;
    if (!states)
      throw new AppError(`${name} is not an embedding model: set EMBEDDING_MODEL to one`, noModel);
    return pool(states, inputs.attention_mask, pooling).map(toUnitLength);
  }

  const [probe] = await embed([queryPrefix]);
  return {
    id: folder ? `${name}@${await folderHash(folder)}` : name,
    dimensions: probe!.length,
    async embedQuery(text) {
      const [embedding] = await embed([queryPrefix + text]);
      return embedding!;
    },
    async embedPassages(texts, onDone) {
      const embeddings: Float32Array[] = [];
      for (let i = 0; i < texts.length; i += batchSize) {
        const batch = texts.slice(i, i + batchSize).map((text) => passagePrefix + text);
        embeddings.push(...(await embed(batch)));
        onDone?.(embeddings.length);
      }
      return embeddings;
    },
  };
}

async function loadPipeline(
  { model, cacheFolder, onDownload }: EmbedderOptions,
  folder: string | null,
): Promise<FeatureExtractionPipeline> {
  // Imported late: the library takes a third of a second, which `--help` need not wait for.
  const { env, pipeline } = await import('@xenova/transformers');
  env.allowLocalModels = folder !== null;
  env.allowRemoteModels = folder === null;
  env.localModelPath = folder ? path.dirname(folder) : '';
  env.cacheDir = cacheFolder;
  try {
    return await pipeline('feature-extraction', folder ? path.basename(folder) : model, {
      progress_callback: (event: {
        status: string;
        file: string;
        loaded: number;
        total: number;
      }) => {
        if (event.status === 'progress') onDownload?.(event.file, event.loaded, event.total);
      },
    });
  } catch (cause) {
    throw new AppError(
      folder
        ? `cannot load the embedding model in ${folder}: reinstall presscite or set EMBEDDING_MODEL to another folder`
        : `cannot load the embedding model ${model}: check the name in EMBEDDING_MODEL and the network, or unset it to use the built-in model`,
      { ...noModel, cause },
    );
  }
}

/** The absolute path of a model's folder; null when `model` names none, so is an id of the hub. */
async function localFolder(model: string): Promise<string | null> {
  const folder = path.resolve(model);
  const found = await stat(path.join(folder, 'config.json')).catch(() => null);
  return found ? folder : null;
}

/** A retrained model is another model: the hash of its files is part of its id. */
async function folderHash(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = files
    .filter((entry) => entry.isFile() && /\.(json|onnx)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
  for (const file of paths.sort()) hash.update(await readFile(file));
  return hash.digest('hex').slice(0, 12);
}

/** Token states `[texts, tokens, dimensions]` and the mask `[texts, tokens]` become one vector a text. */
function pool(states: Tensor, mask: Tensor, pooling: ModelHabits['pooling']): Float32Array[] {
  const [texts, tokens, dimensions] = states.dims as [number, number, number];
  const values = states.data as Float32Array;
  const isToken = Array.from(mask.data as BigInt64Array, Boolean);
  return Array.from({ length: texts }, (_, i) => {
    const row = i * tokens;
    if (pooling === 'cls') return values.slice(row * dimensions, (row + 1) * dimensions);
    // The sum points where the mean does, and only the direction counts.
    const sum = new Float32Array(dimensions);
    for (let t = row; t < row + tokens; t++) {
      if (!isToken[t]) continue;
      for (let d = 0; d < dimensions; d++) sum[d]! += values[t * dimensions + d]!;
    }
    return sum;
  });
}
