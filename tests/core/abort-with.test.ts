import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { abortWith } from '../../src/core/abort-with.js';

describe('abortWith', () => {
  it('aborts with any of the signals, for its reason', () => {
    for (const which of [0, 1]) {
      const sources = [new AbortController(), new AbortController()];
      const controller = new AbortController();
      abortWith(controller, ...sources.map(({ signal }) => signal), undefined);
      expect(controller.signal.aborted).toBe(false);
      sources[which]!.abort('stopped');
      expect(controller.signal.reason).toBe('stopped');
    }
  });

  it('aborts at once for a signal that is aborted already', () => {
    const controller = new AbortController();
    abortWith(controller, AbortSignal.abort('before'));
    expect(controller.signal.reason).toBe('before');
  });

  it('leaves nothing on the signals when it is ended', () => {
    const source = new AbortController();
    const controller = new AbortController();
    abortWith(controller, source.signal)();
    expect(getEventListeners(source.signal, 'abort')).toEqual([]);
    source.abort();
    expect(controller.signal.aborted).toBe(false);
  });
});
