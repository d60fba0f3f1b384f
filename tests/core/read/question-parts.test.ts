import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitQuestion } from '../../../src/core/read/question-parts.js';
import { anyText } from '../../support/texts.js';

const texts = (question: string): string[] => splitQuestion(question).map(({ text }) => text);

describe('splitQuestion', () => {
  it.each<[string, string[]]>([
    ['签约投资额和预计产值各是多少?', ['签约投资额是多少?', '预计产值是多少?']],
    ['签约投资额是多少?落地率呢?', ['签约投资额是多少', '落地率呢']],
    [
      '示范区2017年和2023年的地区生产总值分别是多少',
      ['示范区2017年的地区生产总值是多少', '示范区2023年的地区生产总值是多少'],
    ],
    ['制造业和高技术制造业增加值分别占多少', ['制造业增加值占多少', '高技术制造业增加值占多少']],
    ['2017年总值是多少,2023年又是多少', ['2017年总值是多少', '2023年总值是多少']],
    ['新闻发布会是哪天举行的,谁介绍了情况?', ['新闻发布会是哪天举行的', '新闻发布会谁介绍了情况']],
    ['总投资是多少,什么时候开工', ['总投资是多少', '什么时候开工']],
    ['晶科项目的年产能和总投资各是多少', ['晶科项目的年产能是多少', '晶科项目的总投资是多少']],
    ['招商项目几个 战新项目几个', ['招商项目几个', '战新项目几个']],
    ['how much was signed and when was it announced', ['how much was signed', 'when was it announced']],
  ])('%s', (question, expected) => {
    expect(texts(question)).toEqual(expected);
  });

  it.each([
    '2023年以来,示范区签约了多少个项目?',
    '共和国什么时候成立',
    '招商引资和项目建设是什么的强力引擎',
    '示范区 签约 投资额 是 多少',
    'what do research and development cost',
    '',
  ])('leaves one question whole: %s', (question) => {
    expect(texts(question)).toEqual([question]);
  });

  it('splits joined amounts without 各 only tentatively', () => {
    expect(splitQuestion('签约投资额和预计产值是多少').every((part) => part.isTentative)).toBe(true);
    expect(splitQuestion('签约投资额和预计产值各是多少').some((part) => part.isTentative)).toBe(false);
  });

  it('labels parts with places in the question, whatever it is', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const question = `${a}和${b}各是多少`;
        for (const { label } of splitQuestion(question)) {
          expect(label.start).toBeGreaterThanOrEqual(0);
          expect(label.end).toBeLessThanOrEqual(question.length);
          expect(label.end).toBeGreaterThanOrEqual(label.start);
        }
      }),
    );
  });
});
