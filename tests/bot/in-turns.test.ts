import { expect, it } from 'vitest';
import { inTurns } from '../../src/bot/updates/in-turns.js';

it('lets the event loop go round between two starts, and keeps their order', async () => {
  const seen: string[] = [];
  const work = inTurns(async (name: string) => {
    seen.push(name);
    if (name === 'b') throw new Error('b is broken');
    return name.toUpperCase();
  });
  const all = Promise.allSettled(['a', 'b', 'c'].map((name) => work(name)));
  // What was scheduled later still comes between, as the sending of the first answer does.
  const tick = () => {
    seen.push('·');
    if (seen.length < 8) setImmediate(tick);
  };
  setImmediate(tick);
  expect(await all).toMatchObject([{ value: 'A' }, { reason: new Error('b is broken') }, { value: 'C' }]);
  expect(seen.join('')).toMatch(/a·+b·+c/);
});
