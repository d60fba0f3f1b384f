import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leansOnContext, resolveFollowUp } from '../../../src/core/conversation/follow-up.js';
import { seedQuestions } from '../../support/seed-questions.js';
import { tables } from '../../support/tables.js';
import { anyText } from '../../support/texts.js';

const resolve = (question: string, ...turns: (readonly [string, string])[]): string | null =>
  resolveFollowUp(
    question,
    turns.map(([asked, answer]) => ({ question: asked, answer })),
    tables,
  );

const gdp = ['2023年示范区的地区生产总值是多少？', '938亿元 [1]'] as const;
const investment = ['2023年以来山西转型综改示范区签约投资额是多少？', '951.64亿元 [1]'] as const;
const jinko = ['晶科能源项目的总投资是多少？', '560亿元 [1]'] as const;

describe('resolveFollowUp', () => {
  it.each([
    // another year
    [gdp, '那2017年呢？', '2017年示范区的地区生产总值是多少？'],
    [gdp, '2017年是多少', '2017年示范区的地区生产总值是多少？'],
    [['落地率是多少', '76.19% [1]'], '那2023年呢', '2023年落地率是多少？'],
    [['你好，2023年GDP是多少', '938亿元'], '那2017年呢', '2017年GDP是多少？'],
    [['2023年GDP是多少', '938亿元'], 'What about 2017?', '2017年GDP是多少？'],
    // another indicator
    [investment, '预计产值呢？', '2023年以来山西转型综改示范区预计产值是多少？'],
    [['签约投资额是多少', '951.64亿元'], '预计产值呢', '预计产值是多少？'],
    [['示範區簽約投資額是多少？', '951.64億元'], '那預計產值呢？', '示範區預計產值是多少？'],
    [['2023年以来共签约多少个招商引资项目？', '63个'], '投资额呢', '2023年以来签约招商引资项目投资额是多少？'],
    [['近三年来新引进落地了多少个战新产业项目？', '121个'], '总投资呢', '落地战新产业项目总投资是多少？'],
    // another place, company, person, thing
    [jinko, '隆基绿能呢', '隆基绿能的总投资是多少？'],
    [['签约投资额是多少', '951.64亿元'], '晶科能源呢', '晶科能源签约投资额是多少？'],
    [['崔俊林担任什么职务？', '党工委委员'], '张效生呢', '张效生担任什么职务？'],
    [['全区制造业增加值占全省的比重是多少？', '19.6%'], '高技术制造业呢', '全区高技术制造业增加值占全省的比重是多少？'],
    [['示范区初步形成了几个千亿级集群？', '3个'], '百亿级集群呢', '示范区初步形成了几个百亿级集群？'],
    [['谁介绍了示范区的成效', '张效生'], '重点产业项目专班呢', '谁介绍了重点产业项目专班？'],
    // pronouns
    [['新闻发言人是谁', '张效生 [1]'], '他是什么职务', '张效生是什么职务？'],
    [['崔俊林担任什么职务？', '党工委委员'], '他介绍了什么', '崔俊林介绍了什么？'],
    [investment, '该区的地区生产总值是多少', '山西转型综改示范区的地区生产总值是多少？'],
    [['单体投资最大的项目是哪个？', '年产56GW大基地项目 [1]'], '这个项目总投资多少', '年产56GW大基地项目总投资多少？'],
    // what was said
    [['重点产业项目专班实行哪些机制？', '清单管理机制'], '是谁说的', '重点产业项目专班是谁介绍的？'],
    [gdp, '那是哪一年的数据', '938亿元是哪一年的地区生产总值？'],
    [['四条主赛道有哪些？', '新能源 [1]'], '还有呢', '四条主赛道还有哪些？'],
    [['高技术制造业增加值占全省多少？', '50%'], '占全国多少？', '高技术制造业增加值占全国多少？'],
    [jinko, '占签约投资额的比重呢', '晶科能源项目的总投资占签约投资额的比重？'],
    [['市场主体有多少户', '5.9万户'], '其中高新技术企业有多少家', '市场主体有多少户，其中高新技术企业有多少家？'],
    [['2023年GDP是多少', '938亿元'], '从2017年到2023年增长了多少', 'GDP从2017年到2023年增长了多少？'],
    [gdp, '增长了多少', '示范区的地区生产总值增长了多少？'],
    // English
    [['What was the GDP of the zone in 2023?', '938'], 'and in 2017?', 'What was the GDP of the zone in 2017?'],
    [['What was the GDP of the zone?', '938'], 'What about 2017?', 'What was the GDP of the zone in 2017?'],
    [['What was the GDP in 2023?', '938'], 'what about the output?', 'What was the output in 2023?'],
    [['What is the GDP of Shanxi?', '938'], 'How about Taiyuan?', 'What is the GDP of Taiyuan?'],
  ] as const)('%s | %s', (turn, question, resolved) => {
    expect(resolve(question, turn)).toBe(resolved);
  }); // prettier-ignore

  it('draws on both of the last two amounts for what is asked of them together', () => {
    const turns = [
      ['签约投资额是多少', '951.64亿元'],
      ['预计产值是多少？', '1493.9亿元'],
    ] as const;
    expect(resolve('相差多少', ...turns)).toBe('签约投资额和预计产值相差多少？');
    expect(resolve('一共多少亿元？', ...turns)).toBe('签约投资额和预计产值一共多少亿元？');
    expect(resolve('相差多少', turns[0])).toBeNull();
  });

  it('reaches further back for a person than for the rest', () => {
    expect(resolve('他是什么职务', ['新闻发言人是谁', '张效生 [1]'], jinko)).toBe('张效生是什么职务？');
  });

  it('passes over what could not be completed', () => {
    expect(resolve('那2017年呢', gdp, ['那是谁说的呢', ''])).toBe('2017年示范区的地区生产总值是多少？');
  });

  it.each([
    ['那2017年呢', []],
    ['他是什么职务', [jinko]],
    ['那是哪一年的数据', [['签约投资额是多少', '']]],
    ['那2020年呢', [['2017年和2023年的地区生产总值各是多少', '421亿元、938亿元']]],
    ['落地率是多少', [gdp]],
    ['预计产值？', [gdp]],
    ['发布会哪天开的呢', [gdp]],
    ['占领南京的是谁', [gdp]],
    ['它们喜欢吃什么', [jinko]],
    ['那个做光伏的大厂准备投多少钱', [gdp]],
  ] as [string, (readonly [string, string])[]][])('leaves alone: %s', (question, turns) => {
    expect(resolve(question, ...turns)).toBeNull();
  });

  it('changes no question of tests/eval, whichever was asked before', () => {
    for (const question of seedQuestions) {
      expect(leansOnContext(question, tables), question).toBe(false);
      for (const before of seedQuestions) expect(resolve(question, [before, '938亿元 [1]'])).toBeNull();
    }
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (question, before, answer) => {
        const resolved = resolve(question, [before, answer]);
        expect(resolved === null || resolved.length > 0).toBe(true);
      }),
    );
  });
});
