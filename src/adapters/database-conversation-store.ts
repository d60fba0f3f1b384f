/** Conversations in the bot's database. */
import { conversationLimits, type ConversationStore, type Place, type Turn } from '../core/answer/conversation.js';
import type { BotDatabase } from './bot-database.js';

/** @param now milliseconds since 1970 */
export function createDatabaseConversationStore(database: BotDatabase, now: () => number): ConversationStore {
  return {
    turns: async (place) => {
      const rows = database.all<{ at: number; content: string }>(
        'SELECT at, content FROM turns WHERE chat_id = ? AND topic_id = ? ORDER BY turn',
        ...keyOf(place),
      );
      const hasExpired = (rows.at(-1)?.at ?? 0) < now() - conversationLimits.expiryMs;
      return hasExpired ? [] : rows.map(({ content }) => JSON.parse(content) as Turn);
    },
    add: async (place, turn) => {
      const key = keyOf(place);
      database.transaction(() => {
        deleteExpired(database, now());
        database.run(
          'INSERT INTO turns (chat_id, topic_id, at, content) VALUES (?, ?, ?, ?)',
          ...key,
          now(),
          JSON.stringify(turn),
        );
        database.run(
          `DELETE FROM turns WHERE chat_id = ? AND topic_id = ? AND turn NOT IN (
             SELECT turn FROM turns WHERE chat_id = ? AND topic_id = ? ORDER BY turn DESC LIMIT ?
           )`,
          ...key,
          ...key,
          conversationLimits.turns,
        );
      });
    },
    forget: async (place) => {
      if ('topicId' in place) {
        database.run('DELETE FROM turns WHERE chat_id = ? AND topic_id = ?', ...keyOf(place));
      } else database.run('DELETE FROM turns WHERE chat_id = ?', place.chatId);
    },
  };
}

/** Deletes the conversations whose latest turn is too old. */
export function deleteExpired(database: BotDatabase, now: number): number {
  return database.run(
    `DELETE FROM turns WHERE (chat_id, topic_id) IN (
       SELECT chat_id, topic_id FROM turns GROUP BY chat_id, topic_id HAVING max(at) < ?
     )`,
    now - conversationLimits.expiryMs,
  );
}

function keyOf({ chatId, topicId }: Place): [number, number] {
  return [chatId, topicId ?? 0];
}
