import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clauseAround, isAmbiguousFigure, wholeStretch } from '../../../src/core/read/whole-stretch.js';
import type { Span } from '../../../src/core/text/fold.js';
import { findQuantities } from '../../../src/core/text/quantities.js';
import { anyText } from '../../support/texts.js';

/** The first place of some words. */
const at = (sentence: string, words: string): Span => {
  const start = sentence.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return { start, end: start + words.length };
};
const whole = (sentence: string, words: string): string => {
  const { start, end } = wholeStretch(sentence, at(sentence, words));
  return sentence.slice(start, end);
};

describe('wholeStretch', () => {
  it.each([
    // the figure with its unit and magnitude
    ['吞吐量达20万4000亿元', '20万', '20万4000亿元'],
    ['revenue was $1.30 billion', '1.30', '$1.30 billion'],
    // its sign
    ['河东公司净利润-4.6亿元', '4.6亿元', '-4.6亿元'],
    ['河东公司净利润−4.6亿元', '4.6', '−4.6亿元'],
    ['利润为负1.2亿元', '1.2亿元', '负1.2亿元'],
    ['最低气温零下7°c', '7', '零下7°c'],
    ['a loss of -$2.3 million', '$2.3 million', '-$2.3 million'],
    ['it was minus 5 degrees', '5', 'minus 5'],
    ['2023年 -2亿元', '2亿元', '-2亿元'],
    ['2023年-2亿元', '2亿元', '-2亿元'],
    // its bounds
    ['投资超过560亿元', '560亿元', '超过560亿元'],
    ['约超3万户以上', '3万户', '约超3万户以上'],
    ['历时5个多月', '5个', '5个多月'],
    ['用了3年多的时间', '3年', '3年多'],
    ['more than 400 berths', '400', 'more than 400'],
    ['over 5,000+ people', '5,000', 'over 5,000+'],
    // both ends of a range
    ['增长10-20%', '20%', '10-20%'],
    ['需3至5个工作日', '3', '3至5个'],
    ['5月1日至7日举行', '7日', '5月1日至7日'],
    // words, titles and quotations
    ['the harbor authority', 'arbo', 'harbor'],
    ['印发《江北区规划》和方案', '《江北区', '《江北区规划》'],
    ['称其为“一港双城”的样板', '双城”', '“一港双城”'],
  ])('of %s: %s is %s', (sentence, words, expected) => {
    expect(whole(sentence, words)).toBe(expected);
  });

  it.each([
    ['共签约63个项目', '63个'], // 签约
    ['附近3个村', '3个'],
    ['建成63个多功能厅', '63个'],
    ['服务5家上下游企业', '5家'],
    ['flight a-20', '20'],
    ['- 62例', '62例'], // a bullet
    ['出口500亿元、进口300亿元', '300亿元'],
    ['由2017年的42.1%提高到79.5%', '79.5%'],
    ['计划建设新港', '新港'],
  ])('takes nothing along of %s: %s', (sentence, words) => {
    expect(whole(sentence, words)).toBe(words);
  });

  it('holds the stretch and cuts no quantity, whatever the sentence', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (sentence, from, length) => {
        fc.pre(sentence.length > 0);
        const start = from % sentence.length;
        const marked = { start, end: start + 1 + (length % (sentence.length - start)) };
        const stretch = wholeStretch(sentence, marked);
        expect(stretch.start).toBeLessThanOrEqual(marked.start);
        expect(stretch.end).toBeGreaterThanOrEqual(marked.end);
        expect(stretch.start).toBeGreaterThanOrEqual(0);
        expect(stretch.end).toBeLessThanOrEqual(sentence.length);
        for (const quantity of findQuantities(sentence)) {
          if (quantity.start >= marked.end || quantity.end <= marked.start) continue;
          expect(stretch.start).toBeLessThanOrEqual(quantity.start);
          expect(stretch.end).toBeGreaterThanOrEqual(quantity.end);
        }
      }),
    );
  });
});

describe('clauseAround', () => {
  it.each([
    ['港区扩建,其中出口500亿元,进口300亿元。', '300亿元', '进口300亿元'],
    ['hart corp. lost $2 million, it said.', '$2 million', 'hart corp. lost $2 million'],
    ['共有1,234家企业;另有5家', '1,234家', '共有1,234家企业'],
    ['会议9:30开始,10:30结束', '9:30', '会议9:30开始'],
    ['签约项目(含框架,共63个)投资95亿元,开工8个', '95亿元', '签约项目(含框架,共63个)投资95亿元'],
    ['甲,乙', '甲,乙', '甲,乙'],
  ])('of %s: %s', (sentence, words, clause) => {
    const { start, end } = clauseAround(sentence, at(sentence, words));
    expect(sentence.slice(start, end)).toBe(clause);
  });
});

describe('isAmbiguousFigure', () => {
  it.each([
    ['出口500亿元,进口300亿元', '300亿元', true],
    ['net income was $1.30 billion, $2.93 a share', '$1.30 billion', true],
    ['出口500亿元,增长8%', '500亿元', false], // other kinds
    ['出口500亿元', '500亿元', false],
    ['增长10-20%', '10-20%', false], // its own other end
    ['2017年开工,2023年投产', '2023年', false],
    ['港区今年实现出口500亿元,进口300亿元', '港区今年实现出口500亿元', false], // says whose
  ])('%s: %s is %s', (sentence, words, expected) => {
    expect(isAmbiguousFigure(sentence, at(sentence, words))).toBe(expected);
  });
});
