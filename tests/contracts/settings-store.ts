import { describe, expect, it } from 'vitest';
import { defaultChatSettings, type ChatSettings, type SettingsStore } from '../../src/core/stores/chat-settings.js';

/** What every settings store promises. */
export function settingsStoreContract(name: string, create: () => Promise<SettingsStore>): void {
  describe(`${name} as a settings store`, () => {
    const traditional: ChatSettings = { language: 'zh-Hant', commandsOnly: true };

    it('keeps what was written last, for each chat by itself', async () => {
      const store = await create();
      await store.write(1, { language: 'en', commandsOnly: false });
      await store.write(1, traditional);
      await store.write(-1001234567890, { language: null, commandsOnly: true });
      expect(await store.read(1)).toEqual(traditional);
      expect(await store.read(-1001234567890)).toEqual({ language: null, commandsOnly: true });
      expect(await store.read(2)).toEqual(defaultChatSettings);
    });
  });
}
