import { describe, expect, it } from 'vitest';
import { chooseWindows } from '../../../src/core/read/windows.js';
import { prepare } from '../../support/found-answer.js';
import { retrieved } from '../../support/retrieved.js';

/** A release of so many passages of one long sentence each. */
const long = (id: string, passages: number) => prepare(`${id}${'港'.repeat(150)}。`.repeat(passages), { id });
const ids = (...releases: ReturnType<typeof retrieved>[]): string[] =>
  chooseWindows(releases).map(({ found }) => found.prepared.release.id);
const count = (all: readonly string[], id: string): number => all.filter((one) => one === id).length;

describe('chooseWindows', () => {
  it('reads whole sentences under the title and the day of publication', () => {
    const parts = { title: '開港', publishedOn: '2025-06-02' };
    const [window] = chooseWindows([retrieved(prepare('港區今天開港。總投資12億元。', parts))]);
    expect(window).toMatchObject({ header: '开港 2025-06-02', text: '港区今天开港。总投资12亿元。' });
  });

  it('takes the best passages of all releases, best first', () => {
    const [a, b] = [retrieved(long('a', 2), [0.2, 0.8]), retrieved(long('b', 2), [0.5, 0.1])];
    expect(ids(a, b)).toEqual(['a', 'b', 'a', 'b']);
    expect(chooseWindows([a, b])[0]!.passage.passage.first).toBe(1);
  });

  it('leaves room for a second release, and reads of one alone all that it can', () => {
    const one = retrieved(long('a', 20), Array<number>(20).fill(9));
    const alone = ids(one);
    expect(ids(one, retrieved(long('b', 1)))).toContain('b');
    expect(count(alone, 'a')).toBeGreaterThan(count(ids(one, retrieved(long('b', 1))), 'a'));
  });

  it('reads more in the other language where that is the nearest, and there alone if nothing else is', () => {
    const own = retrieved(long('a', 20), Array<number>(20).fill(1));
    const [near, far] = [0.5, -0.5].map((cosine) => retrieved(long('x', 20), [], cosine));
    const others = (...releases: ReturnType<typeof retrieved>[]) => count(ids(...releases), 'x');
    expect(others(own, far!)).toBeGreaterThan(0);
    expect(others(own, near!)).toBeGreaterThan(others(own, far!));
    expect(others(near!)).toBeGreaterThan(others(own, near!));
  });

  it('finds none where nothing was found', () => {
    expect(chooseWindows([])).toEqual([]);
  });
});
