/** Daily counts in the bot's database. */
import type { DailyCounts } from '../core/stores/daily-counts.js';
import type { BotDatabase } from './bot-database.js';

export function createDatabaseDailyCounts(database: BotDatabase): DailyCounts {
  return {
    count: async (person, day) =>
      database.all<{ answers: number }>('SELECT answers FROM daily_counts WHERE day = ? AND person = ?', day, person)[0]
        ?.answers ?? 0,
    add: async (person, day) =>
      void database.run(
        `INSERT INTO daily_counts (day, person, answers) VALUES (?, ?, 1)
         ON CONFLICT DO UPDATE SET answers = answers + 1`,
        day,
        person,
      ),
  };
}

/** Deletes the counts of days before the one before `now`: whatever the time zone, they are over. */
export function tidyDailyCounts(database: BotDatabase, now: number): number {
  const yesterday = new Date(now - 24 * 3_600_000).toISOString().slice(0, 10);
  return database.run('DELETE FROM daily_counts WHERE day < ?', yesterday);
}
