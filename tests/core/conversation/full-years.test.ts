import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withFullYears } from '../../../src/core/conversation/full-years.js';
import { seedQuestions } from '../../support/seed-questions.js';
import { anyText } from '../../support/texts.js';

describe('withFullYears', () => {
  it.each([
    ['二〇一七年的地区生产总值', '2017年的地区生产总值'],
    ['二零一七年', '2017年'],
    ['二○一七年的產值', '2017年的產值'],
    ['一九九八年', '1998年'],
    ['１７年的落地率', '2017年的落地率'],
    ['那17年呢？', '那2017年呢？'],
    ['98年底', '1998年底'],
    ['示范区17年的GDP', '示范区2017年的GDP'],
    ['从17年到23年增长了多少', '从2017年到2023年增长了多少'],
    ['2017年和23年的产值各是多少', '2017年和2023年的产值各是多少'],
    ['参加08年北京奥运会的有多少人', '参加2008年北京奥运会的有多少人'],
    ['95年6月2号是什么星座', '1995年6月2号是什么星座'],
    ["What was the GDP in '17?", 'What was the GDP in 2017?'],
  ])('%s → %s', (question, full) => {
    expect(withFullYears(question)).toBe(full);
  });

  it.each([
    '17年来增长了多少', '近17年的增长', '10年间', '在10年内', '用了17年', '17年的历史', '20年规划是什么', '成立10年的企业', '过去10年的投资额',
    '这10年的变化', '三年', '近三年的项目', '三五年', '民国29年的事', '2017年', '2007/08年球季', '50年的产值', '3.17年的产值', '1997–98年的冠军',
    "'17 items'",
  ])('leaves alone: %s', (question) => {
    expect(withFullYears(question)).toBe(question);
  }); // prettier-ignore

  it('leaves every question of tests/eval alone', () => {
    expect(seedQuestions.filter((question) => withFullYears(question) !== question)).toEqual([]);
  });

  it('takes any text, and a second time changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const full = withFullYears(text);
        expect(withFullYears(full)).toBe(full);
      }),
    );
  });
});
