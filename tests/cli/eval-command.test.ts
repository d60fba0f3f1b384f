import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEvalQuestions, readRecordedDrafts } from '../../src/adapters/eval-files.js';
import { measureDrafts } from '../../src/app/measure-drafts.js';
import { evaluate, printCitation } from '../../src/cli/eval-command.js';
import type { Engine } from '../../src/engine.js';
import { askIndex, indexTexts } from '../support/engine-parts.js';
import { fakeReader } from '../support/fake-reader.js';
import { fakeTerminal } from '../support/fake-terminal.js';
import { makeFolder } from '../support/folder.js';
import { tables } from '../support/tables.js';

describe('presscite eval', () => {
  it('prints a row for all questions and for each type, and dumps what each came to', async () => {
    const lines = [
      { id: 1, question: '签约投资额是多少', answers: ['951.64亿元'], doc_ids: ['a'] },
      { question: '落地率是多少', answerable: false, type: 'near miss' },
    ];
    const folder = await makeFolder({ 'q.jsonl': lines.map((one) => JSON.stringify(one)).join('\n') });
    const index = await indexTexts({ a: '签约投资额为951.64亿元。' });
    const reader = fakeReader([], { 签约投资额: '951.64亿元' });
    const engine: Partial<Engine> = { index, tables, ask: askIndex(index, { reader }) };
    const questions = await readEvalQuestions(path.join(folder, 'q.jsonl'));
    const { terminal, printed } = fakeTerminal();
    const dump = path.join(folder, 'dump.jsonl');
    await evaluate(questions, { dump }, engine as Engine, terminal);
    expect(printed.slice(2).map((row) => row.split(' | ').slice(0, 6))).toEqual([
      ['| all', '2', '1.000', '1.000', '.000', '.000'],
      ['| near miss', '1', '', '', '', '.000'],
      ['| question', '1', '1.000', '1.000', '.000', ''],
    ]);
    const dumped = readFileSync(dump, 'utf8').trim().split('\n');
    expect(dumped.map((line) => JSON.parse(line) as object)).toMatchObject([
      { id: '1', kind: 'answered', parts: [{ tier: 'answered' }] },
      { id: '', kind: 'unanswerable' },
    ]);
  });

  it('measures the citations of recorded drafts', async () => {
    const drafts = await readRecordedDrafts('tests/eval/drafts.jsonl');
    const swapped = '高技术制造业增加值占全省的19.6%。';
    const { terminal, printed } = fakeTerminal();
    printCitation(await measureDrafts(drafts, tables, fakeReader([swapped])), terminal);
    // By hand: recalls 1, 1, 1/2, 1/2, 1, 0, 1/2; precisions 1, 2/3, 1, 1/2, 1, 0, 1/2; the refusal claims nothing.
    expect(printed.at(-1)).toBe('| 7 | 11 | 12 | .643 | .667 |');
  });

  it('says which line of a file is no record', async () => {
    await expect(readRecordedDrafts('tests/eval/seed.jsonl')).rejects.toThrow('line 1 is not a record');
  });
});
