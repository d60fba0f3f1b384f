/** Trying whether a language model works: the key, the address, the name. */
import { abortWith } from '../core/abort-with.js';
import type { LanguageModel } from '../core/model/language-model.js';
import type { ModelFailure } from '../core/model/model-failure.js';
import { openSession } from './model-session.js';

/** A local server may have to load the model first. */
const timeoutMs = 15_000;

/**
 * Asks for next to nothing and stops listening at the first word, so that it costs some ten tokens. Null when the model works, or
 * when `signal` ended the attempt.
 */
export async function tryModel(
  model: LanguageModel,
  now: () => number,
  signal?: AbortSignal,
): Promise<ModelFailure | null> {
  const heard = new AbortController();
  const unfollow = abortWith(heard, signal);
  const session = openSession(model, {
    timeoutMs,
    prices: { perMillionIn: null, perMillionOut: null },
    now,
    signal: heard.signal,
  });
  try {
    const { failure } = await session.call([{ role: 'user', content: 'Say OK.' }], () => heard.abort());
    return failure;
  } catch (error) {
    if (heard.signal.aborted) return null;
    throw error;
  } finally {
    unfollow();
  }
}
