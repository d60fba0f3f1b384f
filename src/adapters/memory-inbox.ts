/** The inbox in memory: gone with the process. */
import type { Inbox, PendingUpdate } from '../core/stores/inbox.js';

/** So many updates are remembered, with what tells a repeat. Unmeasured. */
const remembered = 10_000;

export function createMemoryInbox(): Inbox {
  const pending = new Map<number, PendingUpdate>();
  /** Contents by update: what tells a repeat. */
  const known = new Map<number, string>();
  const change = (updateId: number, parts: (update: PendingUpdate) => Partial<PendingUpdate>) => {
    const update = pending.get(updateId);
    if (update) pending.set(updateId, { ...update, ...parts(update) });
    return update !== undefined;
  };
  return {
    receive: async (arrivals) =>
      arrivals
        .filter(({ updateId, content }) => {
          if (known.get(updateId) === content) return false;
          known.set(updateId, content);
          return true;
        })
        .map((arrival) => {
          const update = { ...arrival, attempts: 0, sent: [], unsure: false };
          pending.set(arrival.updateId, update);
          return update;
        }),
    pending: async () => [...pending.values()],
    begin: async (updateId) => change(updateId, ({ attempts }) => ({ attempts: attempts + 1 })),
    giveBack: async (updateId) => void change(updateId, ({ attempts }) => ({ attempts: attempts - 1 })),
    sending: async (updateId) => void change(updateId, () => ({ unsure: true })),
    sent: async (updateId, messageId) =>
      void change(updateId, ({ sent }) => ({ unsure: false, sent: [...sent, messageId] })),
    notSent: async (updateId) => void change(updateId, () => ({ unsure: false })),
    done: async (updateId) => {
      pending.delete(updateId);
      const [oldest] = known.keys();
      if (known.size > remembered && oldest !== undefined) known.delete(oldest);
    },
    size: async () => pending.size,
    forget: async (chatId) => {
      for (const [id, update] of pending) if (update.chatId === chatId) pending.delete(id);
    },
  };
}
