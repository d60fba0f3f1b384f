/** How a language model fails, and what its operator can do about it. */

export type FailureKind = 'down' | 'slow' | 'badKey' | 'rateLimited' | 'rejected' | 'serverError' | 'nonsense';

export interface ModelFailure {
  readonly kind: FailureKind;
  /** What happened, in one line for the log; holds no key and no text of a prompt. */
  readonly detail: string;
}

const remedies: Readonly<Record<FailureKind, string>> = {
  down: 'check that the server at OPENAI_BASE_URL runs and can be reached',
  slow: 'raise ANSWER_TIMEOUT_MS, or choose a faster OPENAI_MODEL',
  badKey: 'put a valid key into OPENAI_API_KEY',
  rateLimited: 'wait, or raise the limit or the credit at the provider',
  rejected: 'check OPENAI_MODEL and OPENAI_BASE_URL, which mostly ends in /v1',
  serverError: 'look at the log of the server at OPENAI_BASE_URL, or wait',
  nonsense: 'check that OPENAI_BASE_URL is an OpenAI-compatible server and OPENAI_MODEL a chat model',
};

/** What the operator can do. */
export function remedyFor({ kind }: ModelFailure): string {
  return remedies[kind];
}
