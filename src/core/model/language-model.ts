/** The port to a language model. What it writes is untrusted; how it fails is a value. */
import type { ModelFailure } from './model-failure.js';

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** Tokens of one call as the server counted them. */
export interface TokenCount {
  readonly tokensIn: number;
  readonly tokensOut: number;
}

export type ModelEvent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'tokens'; readonly count: TokenCount }
  /** The reply is over; `isWhole` when the model says that it had finished. */
  | { readonly type: 'end'; readonly isWhole: boolean }
  /** The last event; text may have come before it. */
  | { readonly type: 'failure'; readonly failure: ModelFailure };

/** How long a call may take. */
export interface CallLimits {
  /** Ends the call, retries included; the iteration then throws the signal's reason. */
  readonly signal: AbortSignal;
  /** Milliseconds until `signal` is due, so that no wait is begun that cannot end in time. */
  readonly msLeft: () => number;
}

export interface LanguageModel {
  /** What the model is called, for the log and as part of a cache's key. */
  readonly id: string;
  /** Streams the reply to `messages`: text as it comes, then one `end` or one `failure`. */
  readonly stream: (messages: readonly ChatMessage[], limits: CallLimits) => AsyncIterable<ModelEvent>;
}
