/** Updates that wait for the bot, and the long poll that waits for them. */
import type { ServerResponse } from 'node:http';
import type { Update } from 'grammy/types';
import { Refusal } from './api-faults.js';

interface Poll {
  readonly answer: (updates: readonly Update[]) => void;
  readonly refuse: (refusal: Refusal) => void;
}

export class UpdateQueue {
  private updates: Update[] = [];
  private poll: Poll | undefined;

  /** @param nextId ids of updates, each greater than those before */
  constructor(private readonly nextId: () => number) {}

  /** How many updates the bot has not confirmed. */
  get size(): number {
    return this.updates.length;
  }

  push(update: Record<string, unknown>): void {
    this.updates.push({ update_id: this.nextId(), ...update });
    this.poll?.answer(this.updates);
    this.poll = undefined;
  }

  /** Carries `getUpdates` out: what is before the offset is confirmed, a second poll ends the first. */
  getUpdates(
    params: Record<string, unknown>,
    response: ServerResponse,
  ): readonly Update[] | Promise<readonly Update[]> {
    const { offset = 0, timeout = 0, limit = 100 } = params as Record<string, number>;
    this.updates = this.updates.filter(({ update_id }) => update_id >= offset);
    if (this.updates.length > 0 || timeout === 0) return this.updates.slice(0, limit);
    this.poll?.refuse(new Refusal(409, 'Conflict: terminated by other getUpdates request'));
    return new Promise<readonly Update[]>((answer, refuse) => {
      const poll = { answer, refuse };
      const end = () => {
        if (this.poll === poll) this.poll = undefined;
        answer([]);
      };
      this.poll = poll;
      response.once('close', end);
      setTimeout(end, timeout * 1000).unref();
    });
  }
}
