import { describe, expect, it } from 'vitest';
import { conversationLimits, type ConversationStore } from '../../src/core/answer/conversation.js';

const turn = (n: number) => ({ question: `第${n}问？`, answer: `\u0000答${n} [1]` });
const place = { chatId: -1001, topicId: null };
const topic = { chatId: -1001, topicId: 7 };
const elsewhere = { chatId: 1001, topicId: null };

/**
 * What every store of conversations guarantees.
 * @param open makes a new store that reads the given clock
 */
export function conversationStoreContract(open: (now: () => number) => Promise<ConversationStore>): void {
  describe('a store of conversations', () => {
    it('keeps the latest six turns of each place apart, oldest first', async () => {
      const store = await open(() => 0);
      expect(await store.turns(place)).toEqual([]);
      for (let n = 1; n <= 8; n++) await store.add(place, turn(n));
      await store.add(topic, turn(9));
      await store.add(elsewhere, turn(10));
      expect(await store.turns(place)).toEqual([3, 4, 5, 6, 7, 8].map(turn));
      expect(await store.turns(topic)).toEqual([turn(9)]);
    });

    it('forgets one place, or a chat with all its topics', async () => {
      const store = await open(() => 0);
      const all = [place, topic, elsewhere];
      for (const where of all) await store.add(where, turn(1));
      await store.forget(place);
      expect(await Promise.all(all.map(store.turns))).toEqual([[], [turn(1)], [turn(1)]]);
      await store.add(place, turn(2));
      await store.forget({ chatId: -1001 });
      expect(await Promise.all(all.map(store.turns))).toEqual([[], [], [turn(1)]]);
    });

    it('forgets a conversation half an hour after its latest turn', async () => {
      let now = 1_000_000;
      const store = await open(() => now);
      await store.add(place, turn(1));
      now += conversationLimits.expiryMs;
      await store.add(place, turn(2));
      now += conversationLimits.expiryMs;
      expect(await store.turns(place)).toEqual([turn(1), turn(2)]);
      now += 1;
      expect(await store.turns(place)).toEqual([]);
      await store.add(place, turn(3));
      expect(await store.turns(place)).toEqual([turn(3)]);
    });
  });
}
