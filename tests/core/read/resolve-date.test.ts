import { describe, expect, it } from 'vitest';
import { resolveDate } from '../../../src/core/read/resolve-date.js';

describe('resolveDate', () => {
  it.each([
    ['今年1月', '2025-03-02', '2025-01'],
    ['去年底', '2025-03-02', '2024'],
    ['明年6月30日', '2025-03-02', '2026-06-30'],
    ['4月8日', '2025-03-02', '2025-04-08'],
    ['27日', '2025-03-30', '2025-03-27'],
    ['昨日', '2025-03-01', '2025-02-28'],
    ['yesterday', '2025-01-01', '2024-12-31'],
    ['later this year', '2025-01-01', '2025'],
  ])('%s of a release of %s is %s', (stretch, publishedOn, date) => {
    expect(resolveDate(stretch, publishedOn)).toBe(date);
  });

  it.each([
    ['2023年5月', '2025-03-02'], // says its year
    ['in 2023', '2025-03-02'],
    ['951.64亿元', '2025-03-02'], // no date
    ['目前年产56万吨', '2025-03-02'], // 目前, not 前年
    ['说明日期', '2025-03-02'],
    ['12月27日', '2025-01-02'], // of the year before, or of this one
    ['1月5日', '2024-12-28'],
    ['1-11月', '2024-12-20'], // more than one date
    ['5月1日至7日', '2024-04-20'],
    ['28日上午', '2025-03-01'], // of the month before, most likely
    ['12月', '2025-03-05'], // of either year
    ['30日内', '2025-03-31'], // a time, not a day
    ['今年', 'unknown'],
  ])('%s of a release of %s is none', (stretch, publishedOn) => {
    expect(resolveDate(stretch, publishedOn)).toBeNull();
  });
});
