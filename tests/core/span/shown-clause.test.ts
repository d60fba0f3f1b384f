import { describe, expect, it } from 'vitest';
import type { AnswerSpan } from '../../../src/core/span/answer-span.js';
import { shownClause } from '../../../src/core/span/shown-clause.js';
import { readAsked } from '../../../src/core/span/span-asked.js';

const sentence = '截至目前,示范区签约63个项目,投资额1,234亿元;落地率由42.11%提高到79.55%。';

function shown(question: string, words: string, score: number) {
  const start = sentence.indexOf(words);
  const span = { start, end: start + words.length, score } as AnswerSpan;
  const found = shownClause(readAsked(question), sentence, span);
  return [found.shown, found.span].map(({ start: from, end: to }) => sentence.slice(from, to));
}

describe('shownClause', () => {
  it.each([
    [
      'a sure stretch alone',
      '示范区做了什么?',
      '签约63个项目',
      0.5,
      '签约63个项目',
      '签约63个项目',
    ],
    [
      'the clause of an unsure one',
      '示范区做了什么?',
      '签约63',
      0.1,
      '示范区签约63个项目',
      '签约63',
    ],
    [
      'all clauses that it touches',
      '怎么样?',
      '63个项目,投资',
      0.1,
      '示范区签约63个项目,投资额1,234亿元',
      '63个项目,投资',
    ],
    [
      'an amount alone, however unsure',
      '投资额多少亿元?',
      '1,234亿元',
      0.1,
      '1,234亿元',
      '1,234亿元',
    ],
    [
      'the closest clause for yes or no',
      '签约了63个项目吗?',
      '79.55%',
      0.9,
      '示范区签约63个项目',
      '示范区签约63个项目',
    ],
    [
      'the clause of a figure alone',
      '1,234亿元',
      '79.55%',
      0.9,
      '投资额1,234亿元',
      '投资额1,234亿元',
    ],
    [
      'a polite question for a thing',
      '能否告诉我签约了几个项目?',
      '63个项目',
      0.9,
      '63个项目',
      '63个项目',
    ],
    [
      'the closest clause for one or the other',
      '落地率提高还是下降?',
      '63',
      0.9,
      '落地率由42.11%提高到79.55%',
      '落地率由42.11%提高到79.55%',
    ],
  ])('%s', (_, question, words, score, clause, stretch) => {
    expect(shown(question, words, score)).toEqual([clause, stretch]);
  });

  it('shows the whole sentence for yes or no when no clause is close', () => {
    expect(shown('天气好吗?', '79.55%', 0.9)[0]).toBe(sentence);
  });
});
