import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asksNothing } from '../../../src/core/conversation/asks-nothing.js';
import { fold } from '../../../src/core/text/fold.js';
import { seedQuestions } from '../../support/seed-questions.js';
import { tables } from '../../support/tables.js';
import { anyText } from '../../support/texts.js';

const asks = (message: string, isFirst = true): boolean => !asksNothing(fold(message, tables).text, isFirst);

describe('asksNothing', () => {
  it.each([
    '421', '63', '2023年', '2023', '12月27日', '那2017年呢？', '2017年是多少', '税', '呢', '请问', '我想问一下', 'a', 'asdfghjkl', 'jjjj',
    'https://example.com/the/news',
  ])('%s', (message) => {
    expect(asks(message)).toBe(false);
    expect(asks(message, false)).toBe(false);
  }); // prettier-ignore

  it.each(['多少', '多少？', '为什么', '什么', '谁', '是谁', '哪一年'])(
    'refers to what was said, if anything was: %s',
    (message) => {
      expect(asks(message)).toBe(false);
      expect(asks(message, false)).toBe(true);
    },
  );

  it.each([
    '63个', '951.64亿元', '76.19%', '第四十场', '5.9万户', '938亿', '第43位', '华为', '国有', '目的', '那曲', '问题', '什么时候开的', '签了多少',
    '第几场', '谁投的', '是951亿吗', '落地率', '落地率呢', '预计产值', 'GDP', 'luodilv', 'jinko', 'strengths', 'months strategy',
    'catchphrase',
    'https://example.com/the/news 落地率', '5G', '2022年的落地率', '2023 GDP', '增长了多少', '他是什么职务', '23街是什么？', '10号球是什么？',
    '“六片”指的是什么？', '2023年有什么',
  ])('leaves alone: %s', (message) => {
    expect(asks(message)).toBe(true);
  }); // prettier-ignore

  it('leaves every question of tests/eval alone', () => {
    expect(seedQuestions.filter((question) => !asks(question))).toEqual([]);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (message, isFirst) => {
        expect(typeof asks(message, isFirst)).toBe('boolean');
      }),
    );
  });
});
