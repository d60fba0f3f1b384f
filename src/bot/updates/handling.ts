/** The handling of one update, known to everything that happens below it. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { MiddlewareFn } from 'grammy';

export interface Handling {
  readonly updateId: number;
  /** An earlier process took the update in. */
  readonly isInherited: boolean;
  /** The ids of messages that an earlier attempt sent, of which this one has not come to send again yet. */
  readonly alreadySent: number[];
  /** Called once, when the update's turn has come; false when it is not to be handled. */
  readonly begin: () => Promise<boolean>;
}

const handlings = new AsyncLocalStorage<Handling>();

/** Runs the handling of an update. */
export function runHandling<T>(handling: Handling, work: () => Promise<T>): Promise<T> {
  return handlings.run(handling, work);
}

/** What is being handled; undefined outside of any update. */
export function currentHandling(): Handling | undefined {
  return handlings.getStore();
}

/** Begins the handling of an update. Stands where an update has waited for those before it. */
export const beginHandling: MiddlewareFn = async (_, next) => {
  if ((await currentHandling()?.begin()) !== false) await next();
};
