import { describe, expect, it } from 'vitest';
import type { FeedbackStore, Vote } from '../../src/core/stores/feedback.js';

/** What every feedback store promises. */
export function feedbackStoreContract(name: string, create: () => Promise<FeedbackStore>): void {
  describe(`${name} as a feedback store`, () => {
    const vote: Vote = { chatId: 1, messageId: 2, personId: 3, isHelpful: true };

    it('counts one vote of a person on an answer, the last', async () => {
      const store = await create();
      expect(await store.count()).toEqual({ helpful: 0, unhelpful: 0 });
      await store.record(vote);
      await store.record(vote);
      await store.record({ ...vote, personId: 4 });
      await store.record({ ...vote, messageId: 5, isHelpful: false });
      expect(await store.count()).toEqual({ helpful: 2, unhelpful: 1 });
      await store.record({ ...vote, isHelpful: false });
      expect(await store.count()).toEqual({ helpful: 1, unhelpful: 2 });
    });

    it('takes back a vote that was given like that, and no other', async () => {
      const store = await create();
      expect(await store.withdraw(vote)).toBe(false);
      await store.record(vote);
      await store.record({ ...vote, personId: 4 });
      expect(await store.withdraw({ ...vote, isHelpful: false })).toBe(false);
      expect(await store.withdraw(vote)).toBe(true);
      expect(await store.count()).toEqual({ helpful: 1, unhelpful: 0 });
    });
  });
}
