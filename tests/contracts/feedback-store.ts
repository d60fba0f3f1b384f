import { describe, expect, it } from 'vitest';
import type { FeedbackStore } from '../../src/core/feedback.js';

/** What every store of votes guarantees. */
export function feedbackStoreContract(open: () => Promise<FeedbackStore>): void {
  describe('a store of votes', () => {
    it('counts the latest vote of each person on each answer', async () => {
      const store = await open();
      const vote = { chatId: 1001, messageId: 5, personId: 1, isHelpful: true };
      expect(await store.count()).toEqual({ helpful: 0, unhelpful: 0 });
      await store.record(vote);
      await store.record(vote);
      await store.record({ ...vote, personId: 2 });
      await store.record({ ...vote, messageId: 6, isHelpful: false });
      await store.record({ ...vote, chatId: -1 });
      expect(await store.count()).toEqual({ helpful: 3, unhelpful: 1 });
      await store.record({ ...vote, isHelpful: false });
      expect(await store.count()).toEqual({ helpful: 2, unhelpful: 2 });
      await store.forget(1001);
      expect(await store.count()).toEqual({ helpful: 1, unhelpful: 0 });
    });
  });
}
