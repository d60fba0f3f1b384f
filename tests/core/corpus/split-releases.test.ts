import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { splitReleases } from '../../../src/core/corpus/split-releases.js';
import { tables } from '../../support/tables.js';
import { anyText } from '../../support/texts.js';

const seed = readFileSync('knowledge/000_9ab38b60921dbbaf.txt', 'utf8');

describe('splitReleases', () => {
  it('finds both releases of the seed with what they state', () => {
    const [first, second, ...others] = splitReleases(seed, tables);
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      start: 0,
      title: null,
      source: '黃河新聞網',
      reporters: ['孫宇佳'],
      printedDate: '12月27日',
      publishedOn: null,
    });
    expect(second).toMatchObject({
      title: '“推動高質量發展 深化全方位轉型”系列主題第四十場新聞發布會舉行(山西轉型綜改示范區)',
      source: '黃河新聞網',
      reporters: ['孫宇佳'],
      printedDate: '12月27日',
      publishedOn: null,
    });
    expect(seed.slice(second!.start)).toMatch(/^“推動高質/);
    expect(seed.slice(first!.end, second!.start).trim()).toBe('');
    expect(seed.slice(second!.end).trim()).toBe('');
  });

  it('takes a text without datelines as one release', () => {
    const text = '示范区发布成果\n\n今天公布了数据。\n明天继续。\n';
    expect(splitReleases(text, tables)).toMatchObject([
      { start: 0, end: text.trimEnd().length, title: '示范区发布成果', source: null },
    ]);
  });

  it('takes no paragraph for a headline', () => {
    expect(splitReleases('今天公布了数据。\n明天继续。', tables)[0]!.title).toBeNull();
    expect(splitReleases('只有一行', tables)[0]!.title).toBeNull();
  });

  it('reads a date line at the top', () => {
    const [found] = splitReleases('2019/09/20\n第002號\n\n政府今日宣布。', tables);
    expect(found!.publishedOn).toBe('2019-09-20');
  });

  it('finds nothing in white space', () => {
    expect(splitReleases(' \n\r\n\t', tables)).toEqual([]);
  });

  it('covers all but white space, in order, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let next = 0;
        for (const { start, end } of splitReleases(text, tables)) {
          expect(text.slice(next, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          next = end;
        }
      }),
    );
  });
});
