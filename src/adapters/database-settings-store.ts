/** Settings in the bot's database. */
import { defaultChatSettings, type SettingsStore } from '../core/stores/chat-settings.js';
import type { Reader } from '../core/text/reader.js';
import type { BotDatabase } from './bot-database.js';

export function createDatabaseSettingsStore(database: BotDatabase): SettingsStore {
  return {
    read: async (chatId) => {
      const [row] = database.all<{ language: Reader | null; commands_only: number }>(
        'SELECT language, commands_only FROM settings WHERE chat_id = ?',
        chatId,
      );
      if (!row) return defaultChatSettings;
      return { language: row.language, commandsOnly: row.commands_only === 1 };
    },
    write: async (chatId, { language, commandsOnly }) =>
      void database.run(
        'INSERT OR REPLACE INTO settings (chat_id, language, commands_only) VALUES (?, ?, ?)',
        chatId,
        language,
        commandsOnly ? 1 : 0,
      ),
    forget: async (chatId) => void database.run('DELETE FROM settings WHERE chat_id = ?', chatId),
  };
}
