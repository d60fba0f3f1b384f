/** What comes with the reader beside its weights: how its numbers become a probability. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '../core/app-error.js';
import type { Calibration } from '../core/read/decide.js';

const schema = z.object({
  answer: z.object({ weights: z.record(z.string(), z.number()), bias: z.number() }),
});

/**
 * Reads the calibration of answers, `calibration.json` of the reader's folder.
 * @throws AppError when the file is missing or damaged
 */
export async function loadCalibration(folder: string): Promise<Calibration> {
  const file = path.join(folder, 'calibration.json');
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8'))).answer;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AppError(`cannot read ${file} (${why}): reinstall presscite`, {
      userMessage: 'presscite is not installed completely.',
      cause,
    });
  }
}
