/** Asking in the terminal: a generated answer appears claim by claim where a person looks, and as a whole where a program reads. */
import type { Answer, AskOptions } from '../core/answer/answer.js';
import type { Engine } from '../engine.js';
import { printAnswer } from './print-answer.js';
import type { Terminal } from './terminal.js';

/** Asks a question and prints the answer. */
export async function askAloud(
  question: string,
  { ask }: Pick<Engine, 'ask'>,
  terminal: Terminal,
  options: AskOptions = {},
): Promise<Answer> {
  const growing = terminal.grow();
  const answer = await ask(question, {
    ...options,
    onProgress: ({ text, understood }) => growing.show(understood === null ? text : `→ ${understood}\n${text}`),
  });
  growing.clear();
  printAnswer(answer, terminal);
  return answer;
}
