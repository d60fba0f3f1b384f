import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AskQuestion } from '../../src/core/answer/answer.js';
import { askTexts } from '../support/engine-parts.js';

const texts = {
  zone:
    '2023年以來,示範區(qū)共簽約63個招商引資項(xiàng)目,簽約投資額為951.64億元,預(yù)計(jì)產(chǎn)值1493.9億元。' +
    '其中晶科能源項(xiàng)目總投資達(dá)560億元。簽約項(xiàng)目當(dāng)年落地率由2023年的42.11%提高到2024年的79.55%,落地項(xiàng)目累計(jì)達(dá)到48個,落地率高達(dá)76.19%。',
  growth:
    '地區(qū)生產(chǎn)總值由2017年的421億元增長到2023年的938億元。在國家級經(jīng)開區(qū)考核排名中,示範區(qū)由第99位提升至第43位。' +
    '製造業(yè)增加值佔(zhàn)到全省的19.6%。進(jìn)出口額增長12.5%,培育市場主體5.9萬戶。完成投資約405億元。',
};

let ask: AskQuestion;

beforeAll(async () => {
  ask = await askTexts(texts);
});

describe('a question that asks for a calculation', () => {
  it.each([
    [
      '地区生产总值从2017年到2023年增长了多少？',
      '938 − 421 = 517亿元，(938 − 421) ÷ 421 = 122.8 %（由机器人计算）[1]',
    ],
    [
      '2023年的地区生产总值比2017年增长了百分之多少',
      '(938 − 421) ÷ 421 = 122.8 %（由机器人计算）[1]',
    ],
    ['2017-2023年地区生产总值的增幅', '(938 − 421) ÷ 421 = 122.8 %（由机器人计算）[1]'],
    ['地區生產總值增長了多少億元？', '938 − 421 = 517億元（由機器人計算）[1]'],
    ['落地率提高了多少？', '79.55% − 42.11% = 37.44个百分点（由机器人计算）[1]'],
    ['排名提升了多少位', '99 − 43 = 56位（由机器人计算）[1]'],
    ['晶科能源项目占签约投资额的比重', '560 ÷ 951.64 = 58.8 %（由机器人计算）[1][2]'],
    ['560亿元的项目占签约投资额的多少', '560 ÷ 951.64 = 58.8 %（由机器人计算）[1][2]'],
    ['签约投资额和预计产值相差多少', '1493.9 − 951.64 = 542.26亿元（由机器人计算）[1]'],
    ['预计产值比签约投资额多多少亿元', '1493.9 − 951.64 = 542.26亿元（由机器人计算）[1]'],
    ['签约投资额和预计产值一共多少', '951.64 + 1493.9 = 2445.54亿元（由机器人计算）[1]'],
    ['63个签约项目中还有多少个没有落地', '63 − 48 = 15个（由机器人计算）[1][2]'],
  ])('is calculated from stated figures: %s', async (question, text) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ kind: 'answered', reason: null, mode: 'extractive', text });
    const figures = answer.citations.flatMap(({ quote, highlight }) =>
      highlight.map(([start, end]) => quote.slice(start, end)),
    );
    const numbers = /^[^（]*/u
      .exec(text)![0]
      .split(/[＝=，]/u)[0]!
      .match(/[\d.]+/gu)!;
    for (const number of numbers)
      expect(figures.some((figure) => figure.includes(number))).toBe(true);
    for (const [start, end] of answer.emphasis) {
      expect(text.slice(0, start)).toMatch(/ = $/u);
      expect(text.slice(end)).toMatch(/^[，（]/u);
    }
  });

  it.each([
    '进出口额增长了多少', // stated: 12.5%
    '制造业增加值占全省的比重是多少', // stated: 19.6%
    '地区生产总值年均增长多少',
    '签约投资额同比增长多少',
    '2020年到2023年地区生产总值增长了多少',
    '2017年到2024年地区生产总值增长了多少',
    '太原市地区生产总值从2017年到2023年增长了多少',
    '隆基绿能项目占签约投资额的比重',
    '预计产值占签约投资额的比重', // more than the whole
    '签约投资额和落地率相差多少', // other units
    '签约投资额和市场主体合计多少',
    '完成投资和签约投资额相差多少', // about 405
    '当年落地率和落地率相差多少', // of which year?
    '48个落地项目中还有多少个没有投产',
    '晶科能源签约投资额和预计产值相差多少',
    '签约投资额是多少',
  ])('is not calculated when that is not sure, or stated: %s', async (question) => {
    expect((await ask(question)).text).not.toContain('由机器人计算');
  });

  it.each(['签约投资额增长了多少', '签约投资额和落地率相差多少'])(
    'is refused rather than answered with one end of it: %s',
    async (question) => {
      expect((await ask(question)).kind).toBe('unanswerable');
    },
  );

  it('is answered as the release states it when it does', async () => {
    expect((await ask('进出口额增长了多少')).text).toBe('12.5% [1]');
    const both = await askTexts({ a: '全年销售收入由40亿元增加到50亿元,增长25%。员工300人。' });
    expect((await both('销售收入增长了百分之多少')).text).toBe('25% [1]');
  });

  it('is calculated in English, too', async () => {
    const english = await askTexts({
      report:
        'PARIS, Jan. 5, 2024 (OUTLET) -- Acme reported results for the year. Revenue was $5.5 million in 2022. ' +
        'Revenue was $8 million in 2023. Operating costs were $3 million.',
    });
    expect((await english('How much did revenue grow from 2022 to 2023?')).text).toBe(
      '8 − 5.5 = $2.5 million, (8 − 5.5) ÷ 5.5 = 45.5 % (calculated by the bot) [1][2]',
    );
  });

  it('is none of the questions in tests/eval, which the releases answer themselves or not at all', async () => {
    const seed = readFileSync('tests/eval/seed.jsonl', 'utf8').trim().split('\n');
    for (const line of seed) {
      const { question } = JSON.parse(line) as { question: string };
      expect((await ask(question)).text, question).not.toMatch(/由[机機]器人[计計]算/u);
    }
  });
});
