/** The learned parts that come with presscite, read from `models/`. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../core/app-error.js';
import type { AnswerModels } from '../core/ranking/find-answer.js';
import { parseRankerWeights } from '../core/ranking/sentence-ranker.js';
import { parseSpanWeights } from '../core/span/span-model.js';

/**
 * Reads the ranker and the span model.
 * @throws AppError when a file is missing, damaged or of another version
 */
export async function loadAnswerModels(folder: string): Promise<AnswerModels> {
  try {
    const read = (file: string): Promise<string> => readFile(path.join(folder, file), 'utf8');
    const [ranker, span] = await Promise.all([read('ranker.json'), read('span.json')]);
    return { ranker: parseRankerWeights(ranker), span: parseSpanWeights(JSON.parse(span)) };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AppError(`cannot read the models in ${folder} (${why}): reinstall presscite`, {
      userMessage: 'presscite is not installed completely.',
      cause,
    });
  }
}
