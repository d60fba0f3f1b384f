/** What a person or the administrators of a group set for a chat. */
import type { Reader } from '../text/reader.js';

export interface ChatSettings {
  /** The language of the interface; null follows the person's Telegram. */
  readonly language: Reader | null;
  /** In a group: answer commands only, not mentions and replies. */
  readonly commandsOnly: boolean;
}

export const defaultChatSettings: ChatSettings = { language: null, commandsOnly: false };

/** Keeps the settings of each chat. */
export interface SettingsStore {
  /** The defaults where nothing was set. */
  readonly read: (chatId: number) => Promise<ChatSettings>;
  readonly write: (chatId: number, settings: ChatSettings) => Promise<void>;
  /** Back to the defaults. */
  readonly forget: (chatId: number) => Promise<void>;
}
