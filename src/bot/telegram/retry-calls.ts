/** Calls that Telegram refuses for the moment: waited for as told, and tried again where that is safe. */
import { setTimeout as sleep } from 'node:timers/promises';
import { HttpError, type Transformer } from 'grammy';
import { Pauses } from './pauses.js';
import { makesMessage } from './send-once.js';

/** What is worthless later: nobody waits for it, and nothing is lost without it. */
const fleeting: ReadonlySet<string> = new Set(['sendChatAction', 'sendMessageDraft']);
/** What is repeated by whoever calls it. */
const repeatedElsewhere: ReadonlySet<string> = new Set(['getMe', 'getUpdates', 'deleteWebhook']);

/** Before each further attempt; together five minutes, longer than Telegram's gateways are away. Unmeasured. */
const delaysMs = [1000, 2000, 4000, 8000, 15_000, 30_000, 60_000, 60_000, 60_000, 60_000];
/** How Telegram refuses what an earlier attempt has done whose answer was lost: an edit, a query's answer, a deletion. */
const done = /not modified|query is too old|message to delete not found/i;
/** A longer pause than this is a failure: nobody waits for an answer that long. */
const maxPauseMs = 600_000;

/**
 * Keeps every pause that Telegram tells, for the chat that it is told for, and tries again: after a pause, after a failure
 * of Telegram's (5xx) or of the connection. A message that may have arrived is not tried again (see `sendOnce`). What is
 * fleeting (chat actions, drafts) is left out during a pause and not tried again.
 */
export function retryCalls(): Transformer {
  const pauses = new Pauses(() => performance.now());
  return async (prev, method, payload, polyfillSignal) => {
    if (repeatedElsewhere.has(method)) return prev(method, payload, polyfillSignal);
    const signal = polyfillSignal as AbortSignal | undefined;
    const isFleeting = fleeting.has(method);
    const isPaced = makesMessage(method) || method.startsWith('edit');
    const chat = 'chat_id' in payload ? String(payload.chat_id) : null;
    for (let failures = 0; ;) {
      const pauseMs = pauses.pauseOf(chat);
      if (pauseMs > maxPauseMs) return tooLong(pauseMs);
      if (isFleeting && pauseMs > 0) return { ok: true, result: true as never };
      if (isPaced) {
        await wait(pauses.reserve(chat), signal);
        await wait(pauses.reserveOverall(), signal);
      } else await wait(pauseMs, signal);
      const response = await prev(method, payload, polyfillSignal).catch((error: unknown) => {
        const isOutage = error instanceof HttpError && !signal?.aborted;
        if (!isOutage || isFleeting || failures >= delaysMs.length) throw error;
        return null;
      });
      if (response?.ok) return response;
      const seconds = response?.parameters?.retry_after;
      if (seconds !== undefined) pauses.refused(chat, seconds * 1000);
      if (response && isFleeting) return response;
      if (seconds !== undefined) continue;
      if (response && response.error_code < 500) {
        const isDone = failures > 0 && !makesMessage(method) && done.test(response.description);
        return isDone ? { ok: true, result: true as never } : response;
      }
      if (response && failures >= delaysMs.length) return response;
      await wait(delaysMs[failures++]!, signal);
    }
  };
}

function tooLong(pauseMs: number) {
  const seconds = Math.ceil(pauseMs / 1000);
  const description = `Too Many Requests: retry after ${seconds}`;
  return { ok: false, error_code: 429, description, parameters: { retry_after: seconds } } as const;
}

/** Does not hold up the end of the process. */
async function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, { ref: false, ...(signal && { signal }) });
}
