/** "typing…" above the chat while an answer is being found. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { MessageContext } from '../bot-context.js';

/** Telegram shows an action for 5 s, https://core.telegram.org/bots/api#sendchataction. */
export const repeatMs = 4500;
/** An answer that is there by then needs no sign, and the call would hold it up. */
const patienceMs = 500;
/** An answer waits this long for an action under way, so that no "typing…" appears below it; a round trip is usually less. */
const settleMs = 300;

/** Runs `work` and shows "typing…" as long as it takes. An action that fails costs the sign, never the answer. */
export async function whileTyping<T>(ctx: MessageContext, work: () => Promise<T>): Promise<T> {
  const done = new AbortController();
  const typing = keepTyping(ctx, done.signal);
  try {
    return await work();
  } finally {
    done.abort();
    await Promise.race([typing, sleep(settleMs)]);
  }
}

/** Never rejects; ends after the action under way when `done` is aborted. */
async function keepTyping({ api, chat, message }: MessageContext, done: AbortSignal) {
  const topic =
    message.is_topic_message && message.message_thread_id !== undefined
      ? { message_thread_id: message.message_thread_id }
      : {};
  try {
    await sleep(patienceMs, undefined, { signal: done });
    while (!done.aborted) {
      await api.sendChatAction(chat.id, 'typing', topic);
      await sleep(repeatMs, undefined, { signal: done });
    }
  } catch {
    // The work is done, or Telegram takes no actions: the answer itself will say why.
  }
}
