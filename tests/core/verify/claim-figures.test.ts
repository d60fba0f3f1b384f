import { describe, expect, it } from 'vitest';
import { makeCheckable } from '../../../src/core/verify/checkable-text.js';
import { findUnstatedFigure } from '../../../src/core/verify/claim-figures.js';
import { tables } from '../../support/tables.js';

const check = (claim: string, ...sentences: string[]): string | null =>
  findUnstatedFigure(
    makeCheckable(claim, tables),
    sentences.map((one) => makeCheckable(one, tables)),
  );

describe('a figure of a claim', () => {
  it.each([
    ['培育市场主体59,000户。', '培育市場主體5.9萬戶。'], ['占全省的百分之五十。', '占全省的50%。'], ['占全省的一半。', '占全省的50%。'],
    ['总额为386,250,000,000元。', '总额达3862.5亿元。'], ['第40场发布会。', '第四十場發布會。'],
    ['The cost was 3.4 billion dollars.', '成本为34亿美元。'], ['Forty-eight projects have started.', '落地項目48個。'],
    ['It opened on March 8, 2024.', '2024年3月8日开放。'], ['4月20日的仪式推迟。', '2025年4月20日的仪式推迟。'], ['从3个增加到5个。', '共有3至5個。'],
    ['排名43。', '由第99位提升至第43位。'], ['14国参加。', '14个国家参加。'], ['这两项指标提高了。', '产值和利润提高了。'], ['这是一个项目。', '项目开工。'],
    ['第一,产值提高。', '产值提高。'], ['C919首飞。', '大飞机C919首飞。'], ['周一召开。', 'It was held on Monday.'],
  ])('is stated whatever its notation: %s', (claim, sentence) => {
    expect(check(claim, sentence)).toBeNull();
  }); // prettier-ignore

  it.each([
    ['签约投资额951.46亿元。', '签约投资额951.64亿元。', '951.46亿元'], ['签约投资额约950亿元。', '签约投资额951.64亿元。', '950亿元'],
    ['签约投资额951.64万元。', '签约投资额951.64亿元。', '951.64万元'], ['签约投资额951.64亿美元。', '签约投资额951.64亿元。', '951.64亿美元'],
    ['增速为-8.4%。', '增长8.4%。', '8.4%'], ['612万吨。', '612万标箱。', '612万吨'], ['企业63家。', '员工63人。', '63家'],
    ['2024年12月27日召开。', '12月27日召开。', '2024年12月27日'], ['2023年开工。', '2024年开工。', '2023年'],
    ['C929首飞。', '大飞机C919首飞。', 'c929'], ['电话0355-2021189。', '电话0355-2021188。', '2021189'], ['٩١٥亿元。', '915亿元。', '٩١٥'],
    ['周二召开。', 'It was held on Monday.', '周二'],
  ])('is stated or not, nothing is rounded or converted: %s', (claim, sentence, lost) => {
    expect(check(claim, sentence)).toBe(lost);
  }); // prettier-ignore

  it('may stand in any of the cited sentences', () => {
    expect(check('签约63个，落地48个。', '签约63个。', '落地48个。')).toBeNull();
  });
});
