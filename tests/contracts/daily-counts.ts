import { describe, expect, it } from 'vitest';
import type { DailyCounts } from '../../src/core/stores/daily-counts.js';

/** What every store of daily counts guarantees. */
export function dailyCountsContract(open: () => Promise<DailyCounts>): void {
  describe('daily counts', () => {
    it('count each person on each day', async () => {
      const counts = await open();
      expect(await counts.count('1', '2024-12-27')).toBe(0);
      for (const person of ['1', '2', '1']) await counts.add(person, '2024-12-27');
      expect(await counts.count('1', '2024-12-27')).toBe(2);
      expect(await counts.count('2', '2024-12-27')).toBe(1);
      expect(await counts.count('1', '2024-12-28')).toBe(0);
      await counts.add('1', '2024-12-28');
      expect(await counts.count('1', '2024-12-28')).toBe(1);
    });
  });
}
