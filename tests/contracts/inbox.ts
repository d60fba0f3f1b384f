import { describe, expect, it } from 'vitest';
import type { Inbox } from '../../src/core/stores/inbox.js';

const arrival = (updateId: number, chatId: number | null = 1001, content = `{"n":${updateId}}`) => ({
  updateId,
  chatId,
  content,
});
const fresh = { attempts: 0, sent: [], unsure: false };

/** What every inbox guarantees. */
export function inboxContract(open: () => Promise<Inbox>): void {
  describe('an inbox', () => {
    it('keeps updates in order until they are dealt with', async () => {
      const inbox = await open();
      const all = [arrival(7), arrival(8, null), arrival(9, -5)];
      expect(await inbox.receive(all)).toEqual(all.map((one) => ({ ...one, ...fresh })));
      await inbox.done(8);
      expect(await inbox.pending()).toEqual([7, 9].map((id) => expect.objectContaining({ updateId: id })));
      expect(await inbox.size()).toBe(2);
    });

    it('takes no repeat, whether dealt with or not', async () => {
      const inbox = await open();
      await inbox.receive([arrival(7), arrival(8)]);
      await inbox.done(7);
      const again = await inbox.receive([arrival(7), arrival(8), arrival(9)]);
      expect(again.map(({ updateId }) => updateId)).toEqual([9]);
      expect(await inbox.size()).toBe(2);
    });

    it('takes another update that has the id of an earlier one', async () => {
      const inbox = await open();
      await inbox.receive([arrival(7)]);
      await inbox.done(7);
      expect(await inbox.receive([arrival(7, 1001, '{"other":1}')])).toHaveLength(1);
      expect(await inbox.pending()).toHaveLength(1);
    });

    it('knows what was done about an update', async () => {
      const inbox = await open();
      await inbox.receive([arrival(7)]);
      const seen = async () => (await inbox.pending())[0];
      expect(await inbox.begin(7)).toBe(true);
      await inbox.sending(7);
      expect(await seen()).toMatchObject({ attempts: 1, unsure: true, sent: [] });
      await inbox.sent(7, 41);
      await inbox.sending(7);
      await inbox.sent(7, 42);
      expect(await seen()).toMatchObject({ unsure: false, sent: [41, 42] });
      await inbox.sending(7);
      await inbox.notSent(7);
      await inbox.giveBack(7);
      expect(await seen()).toMatchObject({ attempts: 0, unsure: false, sent: [41, 42] });
    });

    it('begins nothing that is not pending', async () => {
      const inbox = await open();
      await inbox.receive([arrival(7), arrival(8, -5), arrival(9, -5)]);
      await inbox.done(7);
      await inbox.forget(-5);
      for (const id of [6, 7, 8, 9]) expect(await inbox.begin(id)).toBe(false);
      expect(await inbox.pending()).toEqual([]);
    });
  });
}
