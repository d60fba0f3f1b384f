/** `presscite ask`: one question, or a batch of them. */
import { readFile } from 'node:fs/promises';
import { text as readStream } from 'node:stream/consumers';
import { z } from 'zod';
import { AppError } from '../core/app-error.js';
import type { Engine } from '../engine.js';
import { answerToJson } from './answer-json.js';
import { askAloud } from './ask-aloud.js';
import type { Terminal } from './terminal.js';

export async function askOne(
  question: string,
  isJson: boolean,
  engine: Engine,
  terminal: Terminal,
): Promise<void> {
  if (isJson) terminal.print(answerToJson(await engine.ask(question), null));
  else await askAloud(question, engine, terminal);
}

const batchLine = z.object({
  id: z.union([z.string(), z.number().transform(String)]),
  question: z.string(),
});

type BatchLine = z.infer<typeof batchLine>;

/**
 * Reads the questions of a batch before any is asked, so that a mistake in line 900 costs nothing.
 * @param file `-` for standard input
 * @throws AppError that names every line that is not a question
 */
export async function readBatch(file: string): Promise<BatchLine[]> {
  const lines = (await readInput(file)).replace(/^\uFEFF/u, '').split(/\r?\n/u);
  const questions: BatchLine[] = [];
  const invalid: number[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const parsed = batchLine.safeParse(parseJson(line));
    if (parsed.success) questions.push(parsed.data);
    else invalid.push(i + 1);
  }
  if (invalid.length === 0) return questions;
  throw new AppError(
    `${file}: line ${invalid.join(', ')}: not {"id": "…", "question": "…"}; correct it and ask again`,
    { userMessage: 'The file of questions cannot be read.' },
  );
}

/** Asks a batch: one JSON answer a line, in the order of the questions. */
export async function askBatch(
  questions: readonly BatchLine[],
  { ask }: Engine,
  { print, progress }: Terminal,
): Promise<void> {
  for (const [i, { id, question }] of questions.entries()) {
    print(answerToJson(await ask(question), id));
    progress('asking', i + 1, questions.length);
  }
}

async function readInput(file: string): Promise<string> {
  try {
    return file === '-' ? await readStream(process.stdin) : await readFile(file, 'utf8');
  } catch (cause) {
    throw new AppError(`cannot read the batch file ${file}`, {
      userMessage: 'The file of questions cannot be read.',
      cause,
    });
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
