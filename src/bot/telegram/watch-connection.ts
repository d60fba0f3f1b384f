/** The connection to Telegram in the log: once when it is lost, once when it is back. */
import type { Transformer } from 'grammy';
import { describeError } from './describe-error.js';
import type { Log } from './redacting-log.js';

const repeated: ReadonlySet<string> = new Set(['getMe', 'deleteWebhook', 'getUpdates']);

/** Watches the calls that are repeated until they succeed and whose failures nobody else reports. */
export function watchConnection(log: Log): Transformer {
  let lost = false;
  const lose = (error: string) => {
    if (!lost) log('telegram-unreachable', { error });
    lost = true;
  };
  return async (prev, method, payload, signal) => {
    if (!repeated.has(method)) return prev(method, payload, signal);
    try {
      const response = await prev(method, payload, signal);
      if (!response.ok && response.error_code >= 500) lose(`${method}: ${response.description}`);
      else if (response.ok && lost) {
        lost = false;
        log('telegram-reachable');
      }
      return response;
    } catch (error) {
      if (!signal?.aborted) lose(describeError(error));
      throw error;
    }
  };
}
