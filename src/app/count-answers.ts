/** Counting the answers of a day, without keeping anything of them. */
import type { AskQuestion } from '../core/answer/answer.js';
import { everybody, type DailyCounts } from '../core/stores/daily-counts.js';

/**
 * @param today ISO date
 * @returns the same way to ask, and how many answers were given today, by the counts
 */
export function countAnswers(
  ask: AskQuestion,
  counts: DailyCounts,
  today: () => string,
): { readonly ask: AskQuestion; readonly answersToday: () => Promise<number> } {
  return {
    ask: async (question, options) => {
      const answer = await ask(question, options);
      // A count that cannot be kept costs nobody an answer.
      await counts.add(everybody, today()).catch(() => undefined);
      return answer;
    },
    answersToday: () => counts.count(everybody, today()),
  };
}
