import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { keepQuestions } from '../../src/adapters/question-log.js';
import { answer } from '../bot/answers.js';
import { makeFolder } from '../support/folder.js';

it('keeps the questions, without who asked, as a batch to ask again', async () => {
  const file = path.join(await makeFolder(), 'questions.jsonl');
  const ask = keepQuestions(async () => answer(), file, expect.unreachable);
  expect(await ask('一？', { person: '1001' })).toEqual(answer());
  await ask('二？');
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(
    ['一？', '二？'].map((question) => ({
      id: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      question,
      kind: 'answered',
    })),
  );
});

it('answers all the same when the file cannot be written', async () => {
  const warnings: string[] = [];
  const file = path.join(await makeFolder(), 'missing', 'questions.jsonl');
  const ask = keepQuestions(
    async () => answer(),
    file,
    (line) => warnings.push(line),
  );
  expect(await ask('一？')).toEqual(answer());
  expect(warnings).toEqual([expect.stringContaining('could not be kept')]);
});
