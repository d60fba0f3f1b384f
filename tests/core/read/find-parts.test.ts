import { describe, expect, it } from 'vitest';
import { findParts } from '../../../src/core/read/find-parts.js';
import { foundAnswer, foundIn, prepare } from '../../support/found-answer.js';

const zone = prepare('港区总投资12亿元。预计产值30亿元。');

/** Finds the words for the first key that a question holds; what is not known surely is not found. */
async function parts(question: string, known: Readonly<Record<string, [string, number]>>) {
  const found = await findParts(question, async (asked) => {
    const answer = Object.entries(known).find(([key]) => asked.includes(key))?.[1];
    return foundAnswer(answer ? [foundIn(zone, ...answer)] : []);
  });
  return found.map(({ label, question: asked, isAnswered }) => [
    label && question.slice(label.start, label.end),
    asked,
    isAnswered,
  ]);
}

describe('findParts', () => {
  it('answers a question of one part as it stands', async () => {
    expect(await parts('总投资是多少', { 总投资: ['12亿元', 0.9] })).toEqual([[null, '总投资是多少', true]]);
  });

  it('answers each part of a question by itself, also if only some are', async () => {
    const question = '总投资和人口各是多少';
    expect(await parts(question, { 总投资: ['12亿元', 0.9] })).toEqual([
      ['总投资', '总投资是多少', true],
      ['人口', '人口是多少', false],
    ]);
  });

  it('takes a question for one when none of its parts is answered', async () => {
    expect(await parts('总投资和人口各是多少', {})).toEqual([[null, '总投资和人口各是多少', false]]);
  });

  it('takes what may be one question for one unless each part is answered', async () => {
    const question = '总投资和产值是多少';
    const known: Record<string, [string, number]> = { 总投资: ['12亿元', 0.9] };
    expect(await parts(question, known)).toHaveLength(1);
    expect(await parts(question, { ...known, 产值: ['30亿元', 0.9] })).toEqual([
      ['总投资', '总投资是多少', true],
      ['产值', '产值是多少', true],
    ]);
  });

  it('gives a stretch to one part only, the one that it answers most probably', async () => {
    const found = await parts('总投资和投入各是多少', { 总投资: ['12亿元', 0.8], 投入: ['12亿元', 0.95] });
    expect(found.map(([, , isAnswered]) => isAnswered)).toEqual([false, true]);
  });
});
