/** The bot's stores: in the database, or in memory where there is none for the platform. */
import type { BotStores } from '../core/stores/bot-stores.js';
import { openBotDatabase } from './bot-database.js';
import { createDatabaseConversationStore, deleteExpired } from './database-conversation-store.js';
import { createDatabaseDailyCounts, tidyDailyCounts } from './database-daily-counts.js';
import { createDatabaseFeedbackStore } from './database-feedback-store.js';
import { createDatabaseInbox, tidyInbox } from './database-inbox.js';
import { createDatabaseSettingsStore } from './database-settings-store.js';
import { createMemoryConversationStore } from './memory-conversation-store.js';
import { createMemoryDailyCounts } from './memory-daily-counts.js';
import { createMemoryFeedbackStore } from './memory-feedback-store.js';
import { createMemoryInbox } from './memory-inbox.js';
import { createMemorySettingsStore } from './memory-settings-store.js';

export interface BotStoresOptions {
  readonly file: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Hears in one line what the operator should know. */
  readonly warn: (line: string) => void;
}

/** Opens the stores; see {@link openBotDatabase} for what is guaranteed and what is thrown. */
export async function openBotStores({ file, now, warn }: BotStoresOptions): Promise<BotStores> {
  const database = await openBotDatabase(file, warn);
  if (!database) {
    warn('libsql has no build for this platform: settings and conversations end with the process');
    return createMemoryStores(now);
  }
  return {
    inbox: createDatabaseInbox(database, now),
    conversations: createDatabaseConversationStore(database, now),
    settings: createDatabaseSettingsStore(database),
    feedback: createDatabaseFeedbackStore(database),
    dailyCounts: createDatabaseDailyCounts(database),
    tidy: async () => {
      deleteExpired(database, now());
      tidyInbox(database, now());
      tidyDailyCounts(database, now());
      database.compact();
    },
    close: async () => database.close(),
  };
}

/** Stores that end with the process. */
export function createMemoryStores(now: () => number): BotStores {
  return {
    inbox: createMemoryInbox(),
    conversations: createMemoryConversationStore(now),
    settings: createMemorySettingsStore(),
    feedback: createMemoryFeedbackStore(),
    dailyCounts: createMemoryDailyCounts(),
    tidy: async () => undefined,
    close: async () => undefined,
  };
}
