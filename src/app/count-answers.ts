/** Counting the answers of a day, without keeping anything of them. */
import type { AskQuestion } from '../core/answer/answer.js';

/**
 * @param today ISO date
 * @returns the same way to ask, and how many answers it has given today since it was made
 */
export function countAnswers(
  ask: AskQuestion,
  today: () => string,
): { readonly ask: AskQuestion; readonly answersToday: () => number } {
  let day = today();
  let count = 0;
  const turnDay = (): void => {
    if (day === today()) return;
    day = today();
    count = 0;
  };
  return {
    ask: async (question, options) => {
      const answer = await ask(question, options);
      turnDay();
      count++;
      return answer;
    },
    answersToday: () => {
      turnDay();
      return count;
    },
  };
}
