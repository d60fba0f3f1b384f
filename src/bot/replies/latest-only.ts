/** Handing on a value that changes faster than it can be sent. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface LatestOnly<T> {
  readonly push: (value: T) => void;
  /** Sends nothing more; resolves when what is on its way has arrived. Never rejects. */
  readonly stop: () => Promise<void>;
}

/**
 * Sends the latest value, one at a time, `intervalMs` after the one before at the earliest, at most `most` times.
 * The first failure ends it: the answer itself will say what is wrong.
 */
export function latestOnly<T>(
  send: (value: T) => Promise<void>,
  { intervalMs, most }: { readonly intervalMs: number; readonly most: number },
): LatestOnly<T> {
  const stopping = new AbortController();
  let waiting: { readonly value: T } | null = null;
  let pumping: Promise<void> | null = null;
  let sent = 0;

  async function pump(): Promise<void> {
    while (waiting && sent < most && !stopping.signal.aborted) {
      const { value } = waiting;
      waiting = null;
      sent++;
      try {
        await send(value);
        await sleep(intervalMs, undefined, { signal: stopping.signal });
      } catch {
        stopping.abort();
      }
    }
    pumping = null;
  }

  return {
    push: (value) => {
      waiting = { value };
      pumping ??= pump();
    },
    stop: async () => {
      stopping.abort();
      await pumping;
    },
  };
}
