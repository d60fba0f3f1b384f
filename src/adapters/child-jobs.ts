/** One process of the models, from its start to its end: jobs go in, answers come out. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { FromChild, Job, LoadedModels, ModelSources, OnDownload } from './model-messages.js';

/** The process ended, so that its job was not done. */
export class ChildEnded extends Error {
  override readonly name = 'ChildEnded';
}

interface Awaited {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

export interface ModelChild {
  /** What it loaded. @throws ChildEnded */
  readonly models: Promise<LoadedModels>;
  hasEnded(): boolean;
  /** Does a job. @throws ChildEnded */
  run(job: Job): Promise<readonly unknown[]>;
  end(): Promise<void>;
}

/**
 * Starts a process. It keeps the program from ending only while an answer is awaited, and ends with it.
 * @param program the path of a script for `node`
 */
export function startModelChild(program: string, sources: ModelSources, onDownload: OnDownload): ModelChild {
  // What it prints is no answer, so goes to stderr. Flags of this process, such as a loader's, are not for it.
  const child = fork(program, [JSON.stringify(sources)], {
    serialization: 'advanced',
    stdio: ['ignore', 2, 2, 'ipc'],
    execArgv: [],
  });
  const awaited = new Map<number, Awaited>();
  let lastId = 0;
  let ending: ChildEnded | null = null;

  child.on('message', (message: FromChild) => {
    if ('download' in message) onDownload(...message.download);
    else if ('models' in message) awaited.get(0)?.resolve(message.models);
    else if ('results' in message) awaited.get(message.id)?.resolve(message.results);
    else awaited.get(message.id)?.reject(new Error(message.error));
  });
  child.on('error', end);
  child.on('exit', (code, signal) => end(signal ?? `exit code ${code}`));

  function end(why: unknown): void {
    ending ??= new ChildEnded(`the models' process has ended: ${String(why)}`);
    for (const { reject } of awaited.values()) reject(ending);
  }

  async function answerTo<T>(id: number): Promise<T> {
    if (ending) throw ending;
    child.ref();
    child.channel?.ref();
    try {
      return await new Promise<T>((resolve, reject) =>
        awaited.set(id, { resolve: (answer) => resolve(answer as T), reject }),
      );
    } finally {
      awaited.delete(id);
      if (awaited.size === 0) {
        child.unref();
        child.channel?.unref();
      }
    }
  }

  return {
    models: answerTo(0),
    hasEnded: () => ending !== null,
    run(job) {
      const id = ++lastId;
      if (!ending) child.send({ id, job });
      return answerTo(id);
    },
    async end() {
      if (ending) return;
      child.ref();
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
