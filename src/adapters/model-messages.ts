/** What the program and the process of its models tell each other. */
import type { Entailment, Window } from '../core/read/reader-model.js';

/** Which models the process loads: its one argument, as JSON. */
export interface ModelSources {
  readonly readerFolder: string;
  /** A folder that holds `config.json`, or a model id of the hub such as `Xenova/multilingual-e5-small`. */
  readonly embeddingModel: string;
  /** Where a downloaded model is kept. */
  readonly cacheFolder: string;
}

/** What is asked of a model; the answer has one result an item, in order. */
export type Job =
  | { readonly kind: 'read'; readonly question: string; readonly items: readonly Window[] }
  | { readonly kind: 'support'; readonly items: readonly Entailment[] }
  | { readonly kind: 'query' | 'passage'; readonly items: readonly string[] };

export interface NumberedJob {
  readonly id: number;
  readonly job: Job;
}

/** The models that could be loaded. */
export interface LoadedModels {
  readonly reader: { readonly id: string } | null;
  readonly embedder: { readonly id: string; readonly dimensions: number } | null;
  /** Why the others could not, and what to do. */
  readonly warnings: readonly string[];
}

/** Hears how many bytes of a file have been downloaded, and of how many. */
export type OnDownload = (file: string, loaded: number, total: number) => void;

export type FromChild =
  | { readonly download: Parameters<OnDownload> }
  /** The first message, when the models are loaded. */
  | { readonly models: LoadedModels }
  | { readonly id: number; readonly results: readonly unknown[] }
  | { readonly id: number; readonly error: string };
