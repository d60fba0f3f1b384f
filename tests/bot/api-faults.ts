/** Refusals and failures on demand of the Bot API server. */
import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A failure on demand, for the next call of a method. `reset` breaks the connection before the
 * call is carried out, `resetAfter` afterwards, so that only the answer is lost; `slow` carries it out after `delayMs`.
 */
export type Fault = { readonly method: string } & (
  | { readonly kind: 'tooManyRequests'; readonly retryAfterSeconds: number }
  | { readonly kind: 'badRequest' | 'reset' | 'resetAfter' }
  | { readonly kind: 'slow'; readonly delayMs: number }
);

/** A call that is answered with an error. */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    description: string,
    readonly parameters?: { readonly retry_after: number },
  ) {
    super(description);
  }
}

/** Failures that wait for their call. */
export class Faults {
  private readonly waiting: Fault[] = [];

  add(fault: Fault): void {
    this.waiting.push(fault);
  }

  /**
   * Lets a call suffer the first failure that waits for its method.
   * @returns whether its answer is to be lost
   */
  async strike(method: string, request: IncomingMessage): Promise<boolean> {
    const at = this.waiting.findIndex((fault) => fault.method === method);
    const fault = this.waiting[at];
    if (!fault) return false;
    this.waiting.splice(at, 1);
    switch (fault.kind) {
      case 'slow':
        await sleep(fault.delayMs);
        return false;
      case 'resetAfter':
        return true;
      case 'badRequest':
        throw new Refusal(400, 'Bad Request');
      case 'tooManyRequests': {
        const seconds = fault.retryAfterSeconds;
        throw new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
      }
      case 'reset':
        request.socket.destroy();
        throw new Refusal(500, 'connection reset');
      default:
        throw new Error('there is no such fault');
    }
  }
}
