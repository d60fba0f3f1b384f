/** Daily counts in memory: gone with the process. */
import type { DailyCounts } from '../core/stores/daily-counts.js';

export function createMemoryDailyCounts(): DailyCounts {
  let today = '';
  const counts = new Map<string, number>();
  return {
    count: async (person, day) => (day === today ? (counts.get(person) ?? 0) : 0),
    add: async (person, day) => {
      if (day !== today) counts.clear();
      today = day;
      counts.set(person, (counts.get(person) ?? 0) + 1);
    },
  };
}
