/**
 * The program of the models' process: loads the reader and the embedder, then answers jobs. It is a process because the
 * runtime blocks its thread while a model runs, and a crash of its native code must not end the program.
 */
import type { FromChild, Job, ModelSources, NumberedJob } from './model-messages.js';
import { createOnnxEmbedder } from './onnx-embedder.js';
import { loadOnnxModel } from './onnx-model.js';
import { createOnnxReader } from './onnx-reader.js';

const { readerFolder, embeddingModel, cacheFolder } = JSON.parse(process.argv[2]!) as ModelSources;

process.on('disconnect', () => process.exit());
// Ctrl-C reaches both processes: the parent may still want answers, and this process ends with it.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
// The library warns of every tokenizer whose class it does not know by name, though it reads them all the same way.
console.warn = () => undefined; // oxlint-disable-line no-console

const warnings: string[] = [];
const load = (model: string) => loadOnnxModel(model, cacheFolder, (...download) => send({ download }));
const reader = await load(readerFolder)
  .then(createOnnxReader)
  .catch(warnOf(`cannot load the reader in ${readerFolder}, so no answer is marked: reinstall presscite`));
const embedder = await load(embeddingModel)
  .then(createOnnxEmbedder)
  .catch(
    warnOf(
      `cannot load the embedding model ${embeddingModel}, so only words are searched: check EMBEDDING_MODEL and, ` +
        'if it is no folder, the network; or unset it to use the built-in model',
    ),
  );

process.on('message', ({ id, job }: NumberedJob) => {
  answer(job).then(
    (results) => send({ id, results }),
    (error: unknown) => send({ id, error: String(error) }),
  );
});
send({
  models: {
    reader: reader && { id: reader.id },
    embedder: embedder && { id: embedder.id, dimensions: embedder.dimensions },
    warnings,
  },
});

async function answer(job: Job): Promise<readonly unknown[]> {
  const results: unknown[] = [];
  if (job.kind === 'read') for (const window of job.items) results.push(await reader!.read(job.question, window));
  else if (job.kind === 'support') for (const claim of job.items) results.push(await reader!.support(claim));
  else for (const text of job.items) results.push(await embedder!.embed(job.kind, text));
  return results;
}

function warnOf(line: string): (cause: unknown) => null {
  return (cause) => {
    warnings.push(`${line} (${String(cause)})`);
    return null;
  };
}

function send(message: FromChild): void {
  process.send!(message);
}
