/** One thing to abort for several reasons. */

/**
 * Aborts a controller as soon as one of the signals is aborted, for the same reason. `AbortSignal.any` would do, but that of Node 20
 * and 22 may be collected before it fires (https://github.com/nodejs/node/issues/57736), and leaves something on every signal
 * that outlives it (https://github.com/nodejs/node/issues/55328).
 *
 * @returns ends it; to be called when what the controller aborts is over
 */
export function abortWith(controller: AbortController, ...signals: readonly (AbortSignal | undefined)[]): () => void {
  const endings = signals
    .filter((signal) => signal !== undefined)
    .map((signal) => {
      const abort = (): void => controller.abort(signal.reason);
      if (signal.aborted) abort();
      signal.addEventListener('abort', abort);
      return () => signal.removeEventListener('abort', abort);
    });
  return () => endings.forEach((end) => end());
}
