import { describe, expect, it } from 'vitest';
import { Pauses } from '../../src/bot/telegram/pauses.js';

/** Pauses on a clock of the test's own. */
function setUp() {
  const clock = { now: 1_000_000 };
  return { clock, pauses: new Pauses(() => clock.now) };
}

describe('pauses', () => {
  it('hold nothing back before Telegram refuses anything', () => {
    const { pauses } = setUp();
    const waits = Array.from({ length: 100 }, () => pauses.reserve('1') + pauses.reserveOverall());
    expect(Math.max(...waits)).toBe(0);
  });

  it('hold a chat back as long as told, and no other', () => {
    const { pauses, clock } = setUp();
    pauses.refused('1', 7000);
    expect(pauses.pauseOf('1')).toBe(7000);
    expect(pauses.reserve('2')).toBe(0);
    clock.now += 3000;
    expect(pauses.pauseOf('1')).toBe(4000);
    expect(pauses.reserve('1')).toBe(4000);
  });

  it("keep Telegram's pace in a chat that was refused, for a minute after the pause", () => {
    const { pauses, clock } = setUp();
    pauses.refused('1', 1000);
    pauses.refused('-5', 1000);
    expect([1, 2, 3].map(() => pauses.reserve('1'))).toEqual([1000, 2050, 3100]);
    expect([1, 2, 3].map(() => pauses.reserve('-5'))).toEqual([1000, 4150, 7300]);
    clock.now += 61_001;
    expect([1, 2, 3].map(() => pauses.reserve('1'))).toEqual([0, 0, 0]);
  });

  it('keep the pace of all chats together after a refusal, without waiting for the refused one', () => {
    const { pauses } = setUp();
    pauses.refused('1', 30_000);
    expect(pauses.reserve('1')).toBe(30_000);
    expect([1, 2, 3].map(() => pauses.reserveOverall())).toEqual([0, 35, 70]);
  });

  it('know the calls that belong to no chat', () => {
    const { pauses } = setUp();
    pauses.refused(null, 5000);
    expect([pauses.reserve(null), pauses.reserve(null)]).toEqual([5000, 5000]);
    expect(pauses.pauseOf('1')).toBe(0);
  });
});
