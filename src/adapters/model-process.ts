/** The reader and the embedder in a process of their own: who waits for what, and what happens when it ends. */
import { fileURLToPath } from 'node:url';
import { AppError } from '../core/app-error.js';
import type { Entailment, ReadOptions, ReaderModel, Window, WindowReading } from '../core/read/reader-model.js';
import type { Embedder } from '../core/search/embedder.js';
import { ChildEnded, startModelChild, type ModelChild } from './child-jobs.js';
import type { Job, ModelSources, OnDownload } from './model-messages.js';
import { createTurns } from './turns.js';

export interface ModelsOptions extends ModelSources {
  readonly onDownload?: OnDownload;
  /** Hears, in a line, of a model that cannot be loaded and of a process that ended. */
  readonly warn: (line: string) => void;
  /** What the process runs: the built program, also for sources that are run without a build. */
  readonly program?: string;
}

export interface Models {
  /** Null when it could not be loaded. */
  readonly reader: ReaderModel | null;
  /** Null when it could not be loaded. */
  readonly embedder: Embedder | null;
  /** Ends the process; what still waits is rejected. */
  readonly close: () => Promise<void>;
}

const builtProgram = fileURLToPath(new URL('../../dist/adapters/model-child.js', import.meta.url));

const mostWaiting = 200;

/** Items of one job, some 10 to 20 ms each: a question waits for the end of another's job. */
const jobSize = 4;

const manyAsk = 'Many people are asking right now. Please try again in a moment.';
const noAnswer = 'The models stopped before there was an answer. Please try again in a moment.';

/** A call of a port: the next of its jobs, and what happens to it. */
interface Task {
  readonly isUrgent: boolean;
  readonly group: unknown;
  readonly nextJob: () => Job;
  readonly onResults: (results: readonly unknown[]) => void;
  readonly fail: (error: unknown) => void;
  isOver: boolean;
  /** The process ended under it: the second time, it fails. */
  wasInterrupted: boolean;
}

interface AskOptions<Item> extends ReadOptions {
  readonly isUrgent: boolean;
  readonly jobOf: (items: readonly Item[]) => Job;
  readonly onDone?: ((count: number) => void) | undefined;
}

/** Starts the process and loads the models; after its end it starts again when something is asked. */
export async function startModels(options: ModelsOptions): Promise<Models> {
  const { warn, onDownload = () => undefined, program = builtProgram, ...sources } = options;
  const start = (): ModelChild => startModelChild(program, sources, onDownload);
  const turns = createTurns<Task>();
  let child = start();
  let isBusy = false;
  let isClosed = false;

  const { reader, embedder, warnings } = await child.models.catch((cause: Error) => ({
    reader: null,
    embedder: null,
    warnings: [`no answer is marked and only words are searched: ${cause.message}`],
  }));
  warnings.forEach(warn);
  if (!reader && !embedder) await child.end();

  async function run(job: Job): Promise<readonly unknown[]> {
    if (isClosed) throw stopped('the models are closed');
    if (child.hasEnded()) {
      child = start();
      const models = await child.models;
      if (models.reader?.id !== reader?.id || models.embedder?.id !== embedder?.id) {
        await child.end();
        throw stopped('the files of the models have changed: start presscite again');
      }
    }
    return child.run(job);
  }

  /** Does what waits, a job at a time. */
  async function work(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    for (let task = turns.take(); task; task = turns.take()) {
      try {
        task.onResults(await run(task.nextJob()));
      } catch (error) {
        if (!(error instanceof ChildEnded)) task.fail(error);
        else if (isClosed || task.wasInterrupted) task.fail(stopped(error.message));
        else warn(`${error.message}; it starts again`);
        task.wasInterrupted = true;
      }
      if (!task.isOver) turns.putBack(task);
    }
    isBusy = false;
  }

  /** @returns a result for each item, in their order */
  async function ask<Item, Result>(
    items: readonly Item[],
    { isUrgent, jobOf, onDone, signal, chat }: AskOptions<Item>,
  ): Promise<Result[]> {
    signal?.throwIfAborted();
    if (items.length === 0) return [];
    if (isUrgent && turns.size() >= mostWaiting)
      throw new AppError(`${mostWaiting} wait for the models`, { userMessage: manyAsk });
    const results: Result[] = [];
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void): void => {
        task.isOver = true;
        signal?.removeEventListener('abort', abort);
        settle();
      };
      const abort = (): void => {
        turns.remove(task);
        finish(() => reject(signal!.reason as Error));
      };
      const task: Task = {
        isUrgent,
        group: chat ?? Symbol('nobody'),
        nextJob: () => jobOf(items.slice(results.length, results.length + jobSize)),
        onResults(found) {
          results.push(...(found as Result[]));
          onDone?.(results.length);
          if (results.length === items.length) finish(() => resolve(results));
        },
        fail: (error) => finish(() => reject(error)),
        isOver: false,
        wasInterrupted: false,
      };
      signal?.addEventListener('abort', abort);
      turns.add(task);
      void work();
    });
  }

  return {
    reader: reader && {
      id: reader.id,
      read: (question, windows, readOptions) =>
        ask<Window, WindowReading>(windows, {
          ...readOptions,
          isUrgent: true,
          jobOf: (items) => ({ kind: 'read', question, items }),
        }),
      support: (claims, readOptions) =>
        ask<Entailment, number>(claims, {
          ...readOptions,
          isUrgent: true,
          jobOf: (items) => ({ kind: 'support', items }),
        }),
    },
    embedder: embedder && {
      ...embedder,
      async embedQuery(text, readOptions) {
        const [embedding] = await ask<string, Float32Array>([text], {
          ...readOptions,
          isUrgent: true,
          jobOf: (items) => ({ kind: 'query', items }),
        });
        return embedding!;
      },
      embedPassages: (texts, onDone) =>
        ask<string, Float32Array>(texts, {
          isUrgent: false,
          jobOf: (items) => ({ kind: 'passage', items }),
          onDone,
        }),
    },
    async close() {
      isClosed = true;
      await child.end();
    },
  };
}

function stopped(why: string): AppError {
  return new AppError(why, { userMessage: noAnswer });
}
