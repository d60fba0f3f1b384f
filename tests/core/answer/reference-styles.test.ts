import { describe, expect, it } from 'vitest';
import type { Release } from '../../../src/core/corpus/corpus.js';
import { formatReference, type ReferenceStyle } from '../../../src/core/answer/reference-styles.js';
import { release } from '../../bot/answers.js';

const words = {
  untitled: '[无题]',
  andOthers: '等',
  dateUnknown: '[日期不详]',
  yearUnknown: '[年份不详]',
  sentence: (n: number) => `第 ${n} 句`,
};
const whole = {
  title: '转型综改示范区招商引资',
  source: '黄河新闻网',
  reporters: ['孙宇佳'],
  publishedOn: '2024-12-27',
  url: 'https://example.com/1',
};
const unknown = { title: null, source: null, reporters: [], publishedOn: null, printedDate: null };

function reference(style: ReferenceStyle, parts: Partial<Release>): string {
  return formatReference(style, { release: release(parts), sentence: 5 }, '2026-01-02', words);
}

describe('GB/T 7714-2015', () => {
  it('is an electronic source with an address, a newspaper without one', () => {
    expect(reference('gbt7714', whole)).toBe(
      '孙宇佳. 转型综改示范区招商引资[EB/OL]. 黄河新闻网, 2024(2024-12-27)[2026-01-02]. https://example.com/1.',
    );
    expect(reference('gbt7714', { ...whole, url: null })).toBe(
      '孙宇佳. 转型综改示范区招商引资[N]. 黄河新闻网, 2024-12-27.',
    );
  });

  it('says what is unknown, and guesses no year', () => {
    const undated = { ...whole, url: null, publishedOn: null };
    expect(reference('gbt7714', { ...undated, printedDate: '12月27日' })).toBe(
      '孙宇佳. 转型综改示范区招商引资[N]. 黄河新闻网, [年份不详]12月27日.',
    );
    expect(reference('gbt7714', unknown)).toBe('[无题][N]. [日期不详].');
    expect(reference('gbt7714', { ...unknown, url: 'https://example.com/1' })).toBe(
      '[无题][EB/OL]. [2026-01-02]. https://example.com/1.',
    );
  });

  it('names three authors at most', () => {
    const reporters = ['甲', '乙', '丙'];
    expect(reference('gbt7714', { ...whole, reporters })).toMatch(/^甲, 乙, 丙\. /);
    expect(reference('gbt7714', { ...whole, reporters: [...reporters, '丁'] })).toMatch(/^甲, 乙, 丙, 等\. /);
  });
});

describe('APA 7', () => {
  it('names author, date, title, outlet and address', () => {
    expect(reference('apa', whole)).toBe(
      '孙宇佳. (2024, December 27). 转型综改示范区招商引资 [Press release]. 黄河新闻网. https://example.com/1',
    );
    expect(reference('apa', { ...whole, reporters: ['甲', '乙'] })).toMatch(/^甲 & 乙\. /);
    expect(reference('apa', { ...whole, reporters: ['甲', '乙', '丙'] })).toMatch(/^甲, 乙, & 丙\. /);
  });

  it('takes the outlet for the author of what nobody signed, the title where there is no outlet', () => {
    const undated = { ...whole, reporters: [], publishedOn: null, url: null };
    expect(reference('apa', undated)).toBe('黄河新闻网. (n.d.). 转型综改示范区招商引资 [Press release].');
    expect(reference('apa', { ...undated, source: null })).toBe('转型综改示范区招商引资 [Press release]. (n.d.).');
    expect(reference('apa', unknown)).toBe('[Untitled press release]. (n.d.).');
  });
});

describe('in plain words', () => {
  it('names what is known and the sentence', () => {
    expect(reference('plain', whole)).toBe(
      '黄河新闻网 · 转型综改示范区招商引资 · 2024-12-27 · 第 5 句 · https://example.com/1',
    );
    expect(reference('plain', unknown)).toBe('a.txt · 第 5 句');
  });
});

it('keeps every style on one line and ends no title twice', () => {
  const title = '签约额是多少？\n 951.64亿元！';
  for (const style of ['gbt7714', 'apa', 'plain'] as const) {
    expect(reference(style, { ...whole, title })).not.toMatch(/\n| {2}|！\./);
  }
  expect(reference('apa', { ...unknown, source: 'Example Inc.', title: 'X' })).toBe(
    'Example Inc. (n.d.). X [Press release].',
  );
});
