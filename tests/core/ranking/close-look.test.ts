import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lookClosely } from '../../../src/core/ranking/close-look.js';
import { prepareRelease } from '../../../src/core/corpus/corpus.js';
import { readAsked } from '../../../src/core/span/span-asked.js';
import { parseSpanWeights } from '../../../src/core/span/span-model.js';
import { release } from '../../bot/answers.js';
import { tables } from '../../support/tables.js';

const weights = parseSpanWeights(JSON.parse(readFileSync('models/span.json', 'utf8')));

function isNoAnswer(question: string, body: string): boolean {
  const prepared = prepareRelease(release({ body }), tables);
  return lookClosely(question, readAsked(question), prepared, 0, weights).isNoAnswer;
}

describe('lookClosely', () => {
  it.each([
    ['为什么成立专班', '为加快推动项目建设,东湖新区成立了工作专班。', false],
    ['为什么成立专班', '因项目增多,东湖新区成立了工作专班。', false],
    ['为什么落地率提高了', '重点项目的落地率由42.11%提高到79.55%。', true],
    ['奖项名为什么', '该奖项名为“金桥奖”。', false],
    ['发布会是哪一年召开的', '自2023年以来,发布会召开了四十场。', true],
    ['从哪一年起召开发布会', '自2023年以来,发布会召开了四十场。', false],
  ])('%s: %s', (question, body, expected) => {
    expect(isNoAnswer(question, body)).toBe(expected);
  });
});
