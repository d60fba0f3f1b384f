import { describe, expect, it } from 'vitest';
import { defaultChatSettings, type SettingsStore } from '../../src/core/chat-settings.js';

/** What every store of settings guarantees. */
export function settingsStoreContract(open: () => Promise<SettingsStore>): void {
  describe('a store of settings', () => {
    it('reads what was written last, and the defaults otherwise', async () => {
      const store = await open();
      expect(await store.read(1001)).toEqual(defaultChatSettings);
      await store.write(1001, { language: 'zh-Hant', commandsOnly: false });
      await store.write(-1001234567890, { language: 'en', commandsOnly: false });
      await store.write(-1001234567890, { language: null, commandsOnly: true });
      expect(await store.read(1001)).toEqual({ language: 'zh-Hant', commandsOnly: false });
      expect(await store.read(-1001234567890)).toEqual({ language: null, commandsOnly: true });
      await store.forget(1001);
      expect(await store.read(1001)).toEqual(defaultChatSettings);
      expect((await store.read(-1001234567890)).commandsOnly).toBe(true);
    });
  });
}
