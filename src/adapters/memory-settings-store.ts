/** Settings in memory: gone with the process. */
import { defaultChatSettings, type ChatSettings, type SettingsStore } from '../core/stores/chat-settings.js';

export function createMemorySettingsStore(): SettingsStore {
  const byChat = new Map<number, ChatSettings>();
  return {
    read: async (chatId) => byChat.get(chatId) ?? defaultChatSettings,
    write: async (chatId, settings) => void byChat.set(chatId, settings),
    forget: async (chatId) => void byChat.delete(chatId),
  };
}
