/** Questions kept in a file, for an operator who wants to know what is asked. Off unless it is asked for. */
import { appendFile } from 'node:fs/promises';
import type { AskQuestion } from '../core/answer/answer.js';

/**
 * Asks, and appends a line `{"id","question","kind"}`, its time as `id`, for each answer to the file; nothing of who asked. The file is one for
 * `presscite ask --batch`, too. A file that cannot be written costs the line, never the answer.
 */
export function keepQuestions(ask: AskQuestion, file: string, warn: (line: string) => void): AskQuestion {
  return async (question, options) => {
    const answer = await ask(question, options);
    const at = new Date().toISOString();
    const line = JSON.stringify({ id: at, question, kind: answer.kind });
    await appendFile(file, `${line}\n`).catch((error: Error) => {
      warn(`a question could not be kept: ${error.message}`);
    });
    return answer;
  };
}
