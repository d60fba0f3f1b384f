/** The lines of a batch file, each read on its own: a bad one is no reason to give up the others. */
import { readFile } from 'node:fs/promises';
import { text as readStream } from 'node:stream/consumers';
import { AppError } from '../core/app-error.js';

export interface BatchLine {
  /** What the line holds; undefined when it is no JSON. */
  readonly json: unknown;
  /** Counted from 1. */
  readonly number: number;
}

/**
 * Reads the lines of a batch; empty ones are passed over.
 * @param file `-` for standard input
 * @throws AppError when the file cannot be read
 */
export async function readBatchLines(file: string): Promise<BatchLine[]> {
  const lines = (await readInput(file)).replace(/^\uFEFF/u, '').split(/\r?\n/u);
  return lines.flatMap((line, i) => (line.trim() === '' ? [] : [{ json: parseJson(line), number: i + 1 }]));
}

async function readInput(file: string): Promise<string> {
  try {
    return file === '-' ? await readStream(process.stdin) : await readFile(file, 'utf8');
  } catch (cause) {
    throw new AppError(`cannot read the batch file ${file}`, {
      userMessage: 'The batch file cannot be read.',
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
