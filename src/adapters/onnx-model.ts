/** A model as ONNX with its tokenizer, of a local folder or of the hub. It blocks its thread: see model-child.ts. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { AutoModel, AutoTokenizer, env, type PreTrainedTokenizer } from '@xenova/transformers';
import onnxruntime, { type InferenceSession, type Tensor } from 'onnxruntime-node';
import type { OnDownload } from './model-messages.js';

export type { PreTrainedTokenizer, Tensor };

const weightsFile = path.join('onnx', 'model_quantized.onnx');
/** What a model of this project may bring: see {@link readBeside}. */
const besideWeights = ['calibration.json', 'centres.json'] as const;

/** One core is left to the event loop of the parent. More than four threads gain little on texts this short. */
const threads = Math.max(1, Math.min(4, availableParallelism() - 1));

export interface OnnxModel {
  /** A folder's name with the hash of its files, or the id of the hub. */
  readonly id: string;
  /** The absolute path of the model's folder; null for a model of the hub. */
  readonly folder: string | null;
  readonly tokenizer: PreTrainedTokenizer;
  /**
   * Runs the model on the ids of one text; those from `second` on are of token type 1. One text at a time: inputs are
   * quantised by the range of the whole batch, and in batches of 8 a fifth of the best spans were others.
   */
  run(ids: readonly number[], second?: number): Promise<Readonly<Record<string, Tensor>>>;
}

/**
 * Loads a model.
 * @param model a folder that holds `config.json`, or an id of the hub such as `Xenova/multilingual-e5-small`
 * @param cacheFolder where a downloaded model is kept
 * @throws Error when there is no such model, or it must be downloaded and cannot be
 */
export async function loadOnnxModel(model: string, cacheFolder: string, onDownload: OnDownload): Promise<OnnxModel> {
  const folder = localFolder(model);
  if (!folder && path.isAbsolute(model)) throw new Error('there is no config.json');
  const name = folder ? path.basename(folder) : model;
  env.allowLocalModels = folder !== null;
  env.allowRemoteModels = folder === null;
  env.localModelPath = folder ? path.dirname(folder) : '';
  env.cacheDir = cacheFolder;
  const options = {
    progress_callback: (event: { status: string; file: string; loaded: number; total: number }) => {
      if (event.status === 'progress') onDownload(event.file, event.loaded, event.total);
    },
  };
  const tokenizer = await AutoTokenizer.from_pretrained(name, options);
  // The library knows only the older name of this setting.
  const spaces = tokenizer.pre_tokenizer as { prepend_scheme?: string; addPrefixSpace?: boolean };
  if (spaces?.prepend_scheme === 'always') spaces.addPrefixSpace ??= true;

  const file = path.join(folder ?? path.join(cacheFolder, name), weightsFile);
  // Loading downloads the file. The library's own session takes all cores, so that another is made of the file.
  if (!folder && !existsSync(file)) await AutoModel.from_pretrained(name, options);
  const session = await onnxruntime.InferenceSession.create(file, {
    intraOpNumThreads: threads,
    logSeverityLevel: 3,
  });
  return {
    id: folder ? `${name}@${await folderHash(folder)}` : name,
    folder,
    tokenizer,
    run: (ids, second = ids.length) => session.run(feedsOf(session, ids, second)),
  };
}

/** What a JSON file beside a model's weights says; null without the file or for a model of the hub. */
export async function readBeside<T>({ folder }: OnnxModel, file: (typeof besideWeights)[number]): Promise<T | null> {
  if (!folder || !existsSync(path.join(folder, file))) return null;
  return JSON.parse(await readFile(path.join(folder, file), 'utf8')) as T;
}

export function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** The absolute path of a model's folder; null when `model` names none, so is an id of the hub. */
function localFolder(model: string): string | null {
  const folder = path.resolve(model);
  return existsSync(path.join(folder, 'config.json')) ? folder : null;
}

/** A retrained model is another model: the hash of what is read from its folder is part of its id. */
async function folderHash(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [weightsFile, 'tokenizer.json', 'tokenizer_config.json', ...besideWeights])
    if (existsSync(path.join(folder, file))) hash.update(await readFile(path.join(folder, file)));
  return hash.digest('hex').slice(0, 12);
}

function feedsOf({ inputNames }: InferenceSession, ids: readonly number[], second: number) {
  const inputs: Readonly<Record<string, BigInt64Array>> = {
    input_ids: BigInt64Array.from(ids, BigInt),
    attention_mask: new BigInt64Array(ids.length).fill(1n),
    token_type_ids: new BigInt64Array(ids.length).fill(1n, second),
  };
  const tensorOf = (name: string) => new onnxruntime.Tensor('int64', inputs[name]!, [1, ids.length]);
  return Object.fromEntries(inputNames.map((name) => [name, tensorOf(name)]));
}
