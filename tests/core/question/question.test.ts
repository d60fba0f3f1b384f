import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  analyzeQuestion,
  yearsIn,
  type QuestionKind,
} from '../../../src/core/question/question.js';

describe('analyzeQuestion', () => {
  const kinds: readonly (readonly [string, QuestionKind])[] = [
    ['示范区签约投资额是多少?', 'amount'],
    ['共签约几个项目', 'amount'],
    ['发布会什么时候召开', 'when'],
    ['范廷颂于何时出生', 'when'],
    ['谁介绍了专班', 'who'],
    ['总部在哪里?', 'where'],
    ['为什么要成立专班', 'why'],
    ['如何办理退税', 'how'],
    ['哪个国家最先宣布', 'which'],
    ['有哪些措施', 'list'],
    ['高铁站可以充电吗', 'yesNo'],
    ['一带一路是什么', 'what'],
    ['嵩山少林寺门票价格', 'amount'],
    ['暴雪游戏中国大陆终止运营时间', 'when'],
    ['how many projects were signed?', 'amount'],
    ['who signed the agreement?', 'who'],
    ['showtime', 'other'],
  ];
  it.each(kinds)('%s asks for %s', (text, kind) => {
    expect(analyzeQuestion(text).kind).toBe(kind);
  });

  it('knows what the asking words ask about', () => {
    expect(analyzeQuestion('多少名士兵受伤').focus).toBe('名士兵受');
    expect(analyzeQuestion('哪个国家最先宣布').focus).toBe('国家最先');
    expect(analyzeQuestion('签约投资额是多少?').focus).toBe('资额');
  });

  it('leaves asking words, function words and punctuation out of the content', () => {
    const { sequence, isContent, text } = analyzeQuestion('示范区的签约投资额是多少?');
    const content = Array.from(sequence.starts)
      .filter((_, i) => isContent[i] === 1)
      .map((start) => text[start]);
    expect(content.join('')).toBe('示范区签约投资额');
  });

  it('leaves courtesies out of the content', () => {
    const { sequence, isContent, text } = analyzeQuestion('您好,麻烦问一下签约投资额是多少,谢谢您');
    const content = Array.from(sequence.starts).filter((_, i) => isContent[i] === 1);
    expect(content.map((start) => text[start]).join('')).toBe('签约投资额');
  });

  it('takes everything for content when nothing else is left', () => {
    expect(Array.from(analyzeQuestion('是什么').isContent)).toContain(1);
  });

  it('takes any text for a question', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const question = analyzeQuestion(text);
        expect(question.isContent).toHaveLength(question.sequence.terms.length);
        expect(question.text.slice(question.cueStart, question.cueEnd)).toBe(question.cue);
      }),
    );
  });
});

describe('yearsIn', () => {
  it('finds years, ascending and once', () => {
    expect(yearsIn('由2023年的938亿元,2017 年的421亿元,2023年')).toEqual([2017, 2023]);
    expect(yearsIn('二〇一七年, 二零二三年, 二十年, 一千年')).toEqual([2017, 2023]);
  });

  it('takes amounts and long numbers for none', () => {
    expect(yearsIn('2000元 2023.5 120230 1999个 2021万')).toEqual([]);
  });

  it('takes 19xx and 20xx alone, other years only before 年', () => {
    expect(yearsIn('2021 gdp, 1368年 1368')).toEqual([1368, 2021]);
  });
});
