/** Telegram's pauses, kept by every call to the chat they were told for. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Transformer } from 'grammy';

/**
 * After a refusal with `retry_after`, holds further calls for the same chat back until that time, at most `maxSeconds`:
 * a refused "typing…" also delays the answer. Repeating the refused call itself is left to others.
 */
export function obeyPauses(maxSeconds: number): Transformer {
  const endsAt = new Map<unknown, number>();
  return async (prev, method, payload, signal) => {
    const chat = 'chat_id' in payload ? payload.chat_id : undefined;
    if (chat === undefined) return prev(method, payload, signal);
    const waitMs = (endsAt.get(chat) ?? 0) - Date.now();
    if (waitMs > 0) await sleep(waitMs);
    endsAt.delete(chat);
    const response = await prev(method, payload, signal);
    const seconds = response.ok ? undefined : response.parameters?.retry_after;
    if (seconds !== undefined) endsAt.set(chat, Date.now() + 1000 * Math.min(seconds, maxSeconds));
    return response;
  };
}
