import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { askBatch, askOne, readBatch } from '../../src/cli/ask-command.js';
import type { AskQuestion, Trace } from '../../src/core/answer/answer.js';
import { AppError } from '../../src/core/app-error.js';
import { answer, citation, release } from '../bot/answers.js';
import { fakeTerminal } from '../support/fake-terminal.js';
import { makeFolder } from '../support/folder.js';

/** What `presscite ask` prints of an answer. */
async function printedOf(ask: AskQuestion, flags = { isJson: false, why: false }): Promise<string> {
  const { terminal, printed } = fakeTerminal();
  await askOne('问', flags, { ask }, terminal);
  return printed.join('\n');
}

const trace: Trace = {
  question: '签约投资额是多少？',
  parts: [
    {
      question: '签约投资额是多少？',
      releases: [{ id: 'a', title: '招商引資', score: 0.93, by: ['words', 'meaning'] }],
      windows: [{ releaseId: 'a', sentences: [1, 2], score: 4.206, span: '951.64\n億元', yes: 0.5 }],
      features: { best: 4.206, parts: 1 },
      probability: 0.953,
      tier: 'answered',
    },
  ],
};

describe('ask', () => {
  it('marks the stretches of what may be the answer also without colours, and asserts nothing', async () => {
    const citations = [citation({ highlight: [[6, 14]] })];
    const likely = answer({ kind: 'likely', text: '它可能在这里：', emphasis: [], citations });
    expect(await printedOf(async () => likely)).toBe(
      '它可能在这里：\n\n[1] 簽約投資額為**951.64億元**。\n    黃河新聞網 · 綜改示範區招商引資 · 12月27日 · a.txt · 2',
    );
  });

  it('names the nearest releases with their ids under a refusal, and what may help', async () => {
    const refusal = answer({
      kind: 'unanswerable',
      reason: '这些新闻稿没有回答这个问题。',
      text: '…',
      citations: [],
      nearest: [release()],
    });
    expect(await printedOf(async () => refusal)).toBe(
      '这些新闻稿没有回答这个问题。\n\n最接近的新闻稿：\n  a · 黃河新聞網 · 綜改示範區招商引資 · 12月27日\n\n可以换个说法，或写明时间、地点、机构。',
    );
  });

  it('has the fields of the contract in their order, further ones behind them', async () => {
    const usage = { calls: 1, tokensIn: 9, tokensOut: 2, isEstimated: false, cost: 0.1 };
    const json = JSON.parse(await printedOf(async () => answer({ usage }), { isJson: true, why: false })) as Record<
      string,
      unknown
    > & { citations: [Record<string, unknown>] };
    expect(Object.keys(json)).toEqual(
      [
        ['id', 'question', 'kind', 'confidence', 'reason', 'mode', 'text', 'citations'],
        ['retrieved', 'timingsMs', 'understood', 'note', 'usage'],
      ].flat(),
    );
    expect(Object.keys(json.citations[0])).toEqual(
      [
        ['n', 'releaseId', 'title', 'source', 'publishedOn', 'url', 'file', 'sentence'],
        ['start', 'end', 'original', 'quote', 'highlight', 'under', 'printedDate'],
      ].flat(),
    );
    expect(json).toMatchObject({ confidence: 0.95, timingsMs: { retrieve: 1, read: 2, total: 3 }, usage });
  });

  it('tells how the answer came about when asked why', async () => {
    const ask: AskQuestion = async (_, { why } = {}) => answer(why ? { trace } : {});
    expect(await printedOf(ask)).not.toContain('decision');
    const lines = (await printedOf(ask, { isJson: false, why: true })).split('\n');
    expect(lines.slice(lines.indexOf('Why: 签约投资额是多少？') + 2)).toEqual([
      'understood  签约投资额是多少？',
      'releases    0.93  a · 招商引資 (words, meaning)',
      'windows     +4.21  a · 1–2 · yes 0.50 · 951.64 億元',
      'features    best 4.21',
      '            parts 1',
      'decision    answered, probability 0.95',
    ]);
    const json = await printedOf(ask, { isJson: true, why: true });
    expect(JSON.parse(json)).toMatchObject({ trace });
  });
});

describe('ask --batch', () => {
  it('reads every line, and says which are no questions', async () => {
    const folder = await makeFolder({
      'q.jsonl': '\uFEFF{"id":1,"question":"一"}\r\n\r\nnonsense\n{"id":"3"}\n{"question":"四"}\n',
    });
    expect(await readBatch(path.join(folder, 'q.jsonl'))).toEqual([
      { id: 1, question: '一' },
      { id: null, error: expect.stringMatching(/^line 3: /) },
      { id: '3', error: expect.stringMatching(/^line 4: /) },
      { id: null, error: expect.stringMatching(/^line 5: /) },
    ]);
    await expect(readBatch(path.join(folder, 'none.jsonl'))).rejects.toThrow(AppError);
  });

  it('gives one line a line, in their order, whatever fails', async () => {
    const { terminal, printed, noted } = fakeTerminal();
    const ask: AskQuestion = async (question) => {
      if (question === '二') throw new RangeError('outside of the sentence');
      return answer({ question });
    };
    const lines = [
      { id: '1', question: '一' },
      { id: null, error: 'line 2: …' },
      { id: '2', question: '二' },
      { id: '3', question: '三' },
    ];
    await askBatch(lines, false, { ask }, terminal);
    expect(printed.map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({ id: '1', question: '一', kind: 'answered' }),
      expect.objectContaining({ id: null, kind: 'unanswerable', error: 'line 2: …' }),
      expect.objectContaining({ id: '2', kind: 'unanswerable', error: 'outside of the sentence' }),
      expect.objectContaining({ id: '3', question: '三' }),
    ]);
    expect(noted).toEqual([expect.stringMatching(/^question 2: RangeError: outside/)]);
  });
});
