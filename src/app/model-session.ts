/** The calls of a language model for one question: one deadline over all of them, and one account of what they took. */
import { abortWith } from '../core/abort-with.js';
import type { ChatMessage, LanguageModel } from '../core/model/language-model.js';
import type { ModelFailure } from '../core/model/model-failure.js';
import { estimateCall, totalUsage, type CallUsage, type Prices, type Usage } from '../core/model/usage.js';

/** How a call ended. */
export interface CallOutcome {
  /** Null when the reply came to an end. */
  readonly failure: ModelFailure | null;
  /** Whether the model says that it had finished. */
  readonly isWhole: boolean;
}

export interface ModelSession {
  /**
   * Streams the reply to `messages` into `onText`.
   * @throws the reason of the person's signal when that is aborted; any failure is a value
   */
  readonly call: (messages: readonly ChatMessage[], onText: (text: string) => void) => Promise<CallOutcome>;
  readonly msLeft: () => number;
  readonly usage: () => Usage;
}

export interface SessionOptions {
  /** For all calls together, retries and pauses included. */
  readonly timeoutMs: number;
  readonly prices: Prices;
  readonly now: () => number;
  /** The person's; absent when nobody can give up. */
  readonly signal?: AbortSignal | undefined;
}

/** A reply longer than this, in UTF-16 units, is cut off: no answer is, and a model that repeats itself never ends. */
const longestReply = 10_000;

/** Opens a session; its deadline runs from now. */
export function openSession(
  model: LanguageModel,
  { timeoutMs, prices, now, signal: person }: SessionOptions,
): ModelSession {
  const started = now();
  const msLeft = (): number => Math.max(0, started + timeoutMs - now());
  const calls: CallUsage[] = [];

  async function call(messages: readonly ChatMessage[], onText: (text: string) => void): Promise<CallOutcome> {
    let reply = '';
    let counted: CallUsage | null = null;
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), msLeft());
    const unfollow = abortWith(deadline, person);
    try {
      for await (const event of model.stream(messages, { signal: deadline.signal, msLeft })) {
        if (event.type === 'failure') return { failure: event.failure, isWhole: false };
        if (event.type === 'end') return { failure: null, isWhole: event.isWhole };
        if (event.type === 'tokens') counted = { ...event.count, isEstimated: false };
        else {
          reply += event.text;
          onText(event.text);
        }
        if (reply.length > longestReply) break;
      }
      return { failure: null, isWhole: false };
    } catch (error) {
      person?.throwIfAborted();
      if (!deadline.signal.aborted) throw error;
      const detail = `no whole reply within ${timeoutMs} ms`;
      return { failure: { kind: 'slow', detail }, isWhole: false };
    } finally {
      clearTimeout(timer);
      unfollow();
      if (counted ?? reply) calls.push(counted ?? estimateCall(messages, reply));
    }
  }

  return { call, msLeft, usage: () => totalUsage(calls, prices) };
}
