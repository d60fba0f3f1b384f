/** The inbox in the bot's database. */
import { createHash } from 'node:crypto';
import { repeatWindowMs, type Inbox, type PendingUpdate } from '../core/stores/inbox.js';
import type { BotDatabase } from './bot-database.js';

interface Row {
  readonly update_id: number;
  readonly chat_id: number | null;
  readonly content: string;
  readonly attempts: number;
  readonly sending: number;
  readonly sent: string;
}

/** @param now milliseconds since 1970 */
export function createDatabaseInbox(database: BotDatabase, now: () => number): Inbox {
  const change = (set: string, updateId: number, ...values: (string | number)[]): boolean =>
    database.run(`UPDATE updates SET ${set} WHERE update_id = ? AND content IS NOT NULL`, ...values, updateId) > 0;
  return {
    receive: async (arrivals) =>
      database.transaction(() =>
        arrivals
          .filter(({ updateId, chatId, content }) => {
            const digest = createHash('sha256').update(content).digest('base64url');
            const [known] = database.all<{ digest: string }>(
              'SELECT digest FROM updates WHERE update_id = ?',
              updateId,
            );
            if (known?.digest === digest) return false;
            database.run(
              `INSERT OR REPLACE INTO updates (update_id, digest, arrived_at, chat_id, content)
               VALUES (?, ?, ?, ?, ?)`,
              updateId,
              digest,
              now(),
              chatId,
              content,
            );
            return true;
          })
          .map((arrival) => ({ ...arrival, attempts: 0, sent: [], unsure: false })),
      ),
    pending: async () =>
      database
        .all<Row>(
          `SELECT update_id, chat_id, content, attempts, sending, sent FROM updates
           WHERE content IS NOT NULL ORDER BY arrived_at, update_id`,
        )
        .map(toPending),
    begin: async (updateId) => change('attempts = attempts + 1', updateId),
    giveBack: async (updateId) => void change('attempts = attempts - 1', updateId),
    sending: async (updateId) => void change('sending = 1', updateId),
    sent: async (updateId, messageId) =>
      void change(`sending = 0, sent = json_insert(sent, '$[#]', ?)`, updateId, messageId),
    notSent: async (updateId) => void change('sending = 0', updateId),
    done: async (updateId) => void change(`content = NULL, chat_id = NULL, sent = '[]'`, updateId),
    size: async () =>
      database.all<{ size: number }>('SELECT count(*) AS size FROM updates WHERE content IS NOT NULL')[0]!.size,
    forget: async (chatId) =>
      void database.run('UPDATE updates SET content = NULL, chat_id = NULL WHERE chat_id = ?', chatId),
  };
}

/** Deletes the ids of updates that no repeat can come of any more. */
export function tidyInbox(database: BotDatabase, now: number): number {
  return database.run('DELETE FROM updates WHERE content IS NULL AND arrived_at < ?', now - repeatWindowMs);
}

function toPending(row: Row): PendingUpdate {
  return {
    updateId: row.update_id,
    chatId: row.chat_id,
    content: row.content,
    attempts: row.attempts,
    sent: JSON.parse(row.sent) as number[],
    unsure: row.sending === 1,
  };
}
