import { expect, it } from 'vitest';
import { PollHealth } from '../../../src/core/stores/poll-health.js';

it('is well until polls have been broken for a minute', () => {
  let now = 0;
  const polls = new PollHealth(() => now);
  const isWellAt = (time: number) => {
    now = time;
    return polls.report().isWell;
  };
  expect(polls.report()).toEqual({ isWell: true, lastPollAgeMs: null });
  expect([isWellAt(60_000), isWellAt(60_001)]).toEqual([true, false]);
  now = 100_000;
  polls.polled(true);
  expect(isWellAt(130_000)).toBe(true); // a long poll under way
  expect(polls.report().lastPollAgeMs).toBe(30_000);
  polls.polled(false);
  now = 150_000;
  polls.polled(false);
  expect([isWellAt(190_000), isWellAt(190_001)]).toEqual([true, false]);
  polls.polled(true);
  expect(isWellAt(190_002)).toBe(true);
  // A poll that neither succeeds nor fails hangs.
  expect([isWellAt(280_001), isWellAt(280_002)]).toEqual([true, false]);
});

it('tells the age of the latest poll in whole milliseconds', () => {
  let now = 0.25;
  const polls = new PollHealth(() => now);
  polls.polled(true);
  now = 1234.875;
  expect(polls.report().lastPollAgeMs).toBe(1235);
});
