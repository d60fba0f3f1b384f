/** Everything that the bot keeps. */
import type { SettingsStore } from './chat-settings.js';
import type { ConversationStore } from '../answer/conversation.js';
import type { DailyCounts } from './daily-counts.js';
import type { FeedbackStore } from './feedback.js';
import type { Inbox } from './inbox.js';

export interface BotStores {
  readonly inbox: Inbox;
  readonly conversations: ConversationStore;
  readonly settings: SettingsStore;
  readonly feedback: FeedbackStore;
  readonly dailyCounts: DailyCounts;
  /** Deletes what has expired; to be called every minute or so. */
  readonly tidy: () => Promise<void>;
  /** Nothing is to be asked of the stores afterwards. */
  readonly close: () => Promise<void>;
}

/** Forgets a chat: its conversations, its settings and the votes given in it. */
export async function forgetChat(stores: BotStores, chatId: number): Promise<void> {
  await stores.conversations.forget({ chatId });
  await stores.settings.forget(chatId);
  await stores.feedback.forget(chatId);
}
