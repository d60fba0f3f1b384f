/** What the model's part of an answer took. */
import type { ChatMessage, TokenCount } from './language-model.js';
import { estimateTokens } from '../text/token-estimate.js';

/** What a million tokens cost, in whatever currency the operator thinks in; null when unknown. */
export interface Prices {
  readonly perMillionIn: number | null;
  readonly perMillionOut: number | null;
}

export interface Usage extends TokenCount {
  readonly calls: number;
  /** Whether the server did not say, for some call, how many tokens it took. */
  readonly isEstimated: boolean;
  /** Null when a price is unknown. */
  readonly cost: number | null;
}

/** One call of a model: its tokens as the server counted them, otherwise estimated. */
export interface CallUsage extends TokenCount {
  readonly isEstimated: boolean;
}

export function estimateCall(messages: readonly ChatMessage[], reply: string): CallUsage {
  const tokensIn = messages.reduce((sum, { content }) => sum + estimateTokens(content), 0);
  return { tokensIn, tokensOut: estimateTokens(reply), isEstimated: true };
}

export function totalUsage(calls: readonly CallUsage[], { perMillionIn, perMillionOut }: Prices): Usage {
  const tokensIn = calls.reduce((sum, call) => sum + call.tokensIn, 0);
  const tokensOut = calls.reduce((sum, call) => sum + call.tokensOut, 0);
  return {
    calls: calls.length,
    tokensIn,
    tokensOut,
    isEstimated: calls.some(({ isEstimated }) => isEstimated),
    cost:
      perMillionIn === null || perMillionOut === null
        ? null
        : (tokensIn * perMillionIn + tokensOut * perMillionOut) / 1e6,
  };
}
