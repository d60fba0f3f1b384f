/** Heavy work in turns, so that a crowd does not stop everything else. */

/**
 * Makes `work` start once in a turn of the event loop: between two starts messages are received and sent. Whoever
 * asks first is served first, and nobody waits for the last of a crowd.
 */
export function inTurns<Args extends unknown[], Result>(
  work: (...args: Args) => Promise<Result>,
): (...args: Args) => Promise<Result> {
  let latest = Promise.resolve();
  return (...args) => {
    latest = latest.then(() => new Promise((resolve) => setImmediate(resolve)));
    return latest.then(() => work(...args));
  };
}
