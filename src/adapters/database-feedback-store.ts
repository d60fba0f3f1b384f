/** Votes in the bot's database. */
import type { FeedbackStore } from '../core/stores/feedback.js';
import type { BotDatabase } from './bot-database.js';

export function createDatabaseFeedbackStore(database: BotDatabase): FeedbackStore {
  return {
    record: async ({ chatId, messageId, personId, isHelpful }) =>
      void database.run(
        'INSERT OR REPLACE INTO votes (chat_id, message_id, person_id, helpful) VALUES (?, ?, ?, ?)',
        chatId,
        messageId,
        personId,
        isHelpful ? 1 : 0,
      ),
    withdraw: async ({ chatId, messageId, personId, isHelpful }) =>
      database.run(
        'DELETE FROM votes WHERE chat_id = ? AND message_id = ? AND person_id = ? AND helpful = ?',
        chatId,
        messageId,
        personId,
        isHelpful ? 1 : 0,
      ) > 0,
    count: async () =>
      database.all<{ helpful: number; unhelpful: number }>(
        'SELECT count(*) FILTER (WHERE helpful) AS helpful, count(*) FILTER (WHERE NOT helpful) AS unhelpful FROM votes',
      )[0]!,
    forget: async (chatId) => void database.run('DELETE FROM votes WHERE chat_id = ?', chatId),
  };
}
