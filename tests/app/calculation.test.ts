import { describe, expect, it } from 'vitest';
import { askTexts } from '../support/engine-parts.js';

const texts = {
  zone:
    '2023年以來,示範區(qū)共簽約63個招商引資項(xiàng)目,簽約投資額為951.64億元,預(yù)計(jì)產(chǎn)值1493.9億元。' +
    '其中晶科能源項(xiàng)目總投資達(dá)560億元。簽約項(xiàng)目當(dāng)年落地率由2023年的42.11%提高到2024年的79.55%,落地項(xiàng)目累計(jì)達(dá)到48個。',
  growth:
    '地區(qū)生產(chǎn)總值由2017年的421億元增長到2023年的938億元。在國家級經(jīng)開區(qū)考核排名中,示範區(qū)由第99位提升至第43位。' +
    '進(jìn)出口額增長12.5%,培育市場主體5.9萬戶。',
};

const ask = await askTexts(texts, {
  地区生产总值2023年: '938亿元',
  '2023年地区生产总值': '938亿元',
  地区生产总值: '421亿元',
  落地率: '42.11%',
  排名: '第99位',
  晶科能源: '560亿元',
  进出口额: '12.5%',
  市场主体: '5.9万户',
  落地: '48个',
  预计产值: '1493.9亿元',
  签约投资额: '951.64亿元',
});

describe('a question that asks for a calculation', () => {
  it.each([
    ['地区生产总值从2017年到2023年增长了多少？', '938 − 421 = 517亿元，(938 − 421) ÷ 421 = 122.8 %（由机器人计算）[1]'],
    ['地區生產總值增長了多少億元？', '938 − 421 = 517億元（由機器人計算）[1]'],
    ['落地率提高了多少？', '79.55% − 42.11% = 37.44个百分点（由机器人计算）[1]'],
    ['排名提升了多少位', '99 − 43 = 56位（由机器人计算）[1]'],
    ['晶科能源项目占签约投资额的比重', '560 ÷ 951.64 = 58.8 %（由机器人计算）[1][2]'],
    ['签约投资额和预计产值相差多少', '1493.9 − 951.64 = 542.26亿元（由机器人计算）[1]'],
    ['签约投资额和预计产值一共多少', '951.64 + 1493.9 = 2445.54亿元（由机器人计算）[1]'],
    ['63个签约项目中还有多少个没有落地', '63 − 48 = 15个（由机器人计算）[1][2]'],
  ])('is calculated from stated figures, which are marked: %s', async (question, text) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ kind: 'answered', reason: null, mode: 'extractive', text });
    const figures = answer.citations.flatMap(({ quote, highlight }) =>
      highlight.map(([start, end]) => quote.slice(start, end)),
    );
    for (const number of text.split(' = ')[0]!.match(/[\d.]+/gu)!)
      expect(figures).toContainEqual(expect.stringContaining(number));
    for (const [start, end] of answer.emphasis) {
      expect(text.slice(0, start)).toMatch(/ = $/u);
      expect(text.slice(end)).toMatch(/^[，（]/u);
    }
  });

  it.each([
    '进出口额增长了多少', // stated: 12.5%
    '地区生产总值年均增长多少',
    '2020年到2023年地区生产总值增长了多少',
    '预计产值占签约投资额的比重', // more than the whole
    '签约投资额和落地率相差多少', // other units
    '48个落地项目中还有多少个没有投产',
    '签约投资额是多少',
  ])('is not calculated when that is not sure, or stated: %s', async (question) => {
    expect((await ask(question)).text).not.toContain('由机器人计算');
  });

  it('asserts no end of it instead', async () => {
    expect((await ask('签约投资额和落地率相差多少')).kind).toBe('likely');
  });

  it('is calculated in English, too', async () => {
    const report =
      'PARIS, Jan. 5, 2024 (OUTLET) -- Acme reported results for the year. Revenue was $5.5 million in 2022. ' +
      'Revenue was $8 million in 2023. Operating costs were $3 million.';
    const english = await askTexts({ report }, { ' in 2022': '$5.5 million', ' in 2023': '$8 million' });
    expect((await english('How much did revenue grow from 2022 to 2023?')).text).toBe(
      '8 − 5.5 = $2.5 million, (8 − 5.5) ÷ 5.5 = 45.5 % (calculated by the bot) [1][2]',
    );
  });
});
