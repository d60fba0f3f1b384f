/** `presscite ask`: one question, or a batch of them. */
import { z } from 'zod';
import { AppError } from '../core/app-error.js';
import type { Engine } from '../engine.js';
import { answerToJson, failureToJson } from './answer-json.js';
import { askAloud } from './ask-aloud.js';
import { readBatchLines } from './batch-lines.js';
import { printTrace } from './print-trace.js';
import type { Terminal } from './terminal.js';

/** @param why whether it shall be told how the answer came about */
export async function askOne(
  question: string,
  { isJson, why }: { readonly isJson: boolean; readonly why: boolean },
  engine: Pick<Engine, 'ask'>,
  terminal: Terminal,
): Promise<void> {
  if (isJson) {
    terminal.print(answerToJson(await engine.ask(question, { why }), null));
    return;
  }
  const { trace } = await askAloud(question, engine, terminal, { why });
  if (trace) printTrace(trace, terminal);
}

/** As it came: a number stays a number. */
export type BatchId = string | number;

const batchId = z.object({ id: z.union([z.string(), z.number()]) });
const batchQuestion = batchId.extend({ question: z.string() });

/** A question of a batch, or what is wrong with its line. */
type Asked = z.infer<typeof batchQuestion> | { readonly id: BatchId | null; readonly error: string };

/** Reads the questions of a batch. @throws as {@link readBatchLines} */
export async function readBatch(file: string): Promise<Asked[]> {
  return (await readBatchLines(file)).map(({ json, number }) => {
    const parsed = batchQuestion.safeParse(json);
    if (parsed.success) return parsed.data;
    const id = batchId.safeParse(json).data?.id ?? null;
    return { id, error: `line ${number}: it is not {"id": "…", "question": "…"}` };
  });
}

/**
 * Asks a batch: one JSON answer a line, in their order. What is no question, or fails, is an answer that says so in
 * `error` and never ends the batch.
 */
export async function askBatch(
  lines: readonly Asked[],
  why: boolean,
  engine: Pick<Engine, 'ask'>,
  terminal: Pick<Terminal, 'print' | 'note' | 'progress'>,
): Promise<void> {
  for (const [i, line] of lines.entries()) {
    terminal.print('error' in line ? failureToJson(line.id, '', line.error) : await answerLine(line));
    terminal.progress('asking', i + 1, lines.length);
  }

  async function answerLine({ id, question }: z.infer<typeof batchQuestion>): Promise<string> {
    try {
      return answerToJson(await engine.ask(question, { why }), id);
    } catch (error) {
      const { message, stack } = error as Error;
      terminal.note(`question ${id}: ${error instanceof AppError ? message : stack}`);
      return failureToJson(id, question, message);
    }
  }
}
