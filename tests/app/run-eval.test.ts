import { describe, expect, it } from 'vitest';
import { askAll } from '../../src/app/run-eval.js';
import type { EvalQuestion } from '../../src/core/measures/answer-measures.js';
import { askIndex, indexTexts } from '../support/engine-parts.js';
import { fakeReader } from '../support/fake-reader.js';
import { tables } from '../support/tables.js';

const index = await indexTexts({
  zone: '示範區共簽約63個項目。簽約投資額為951.64億元。落地率高達76.19%。',
  port: '武宿綜保區進出口額達12億元。',
});
const reader = fakeReader([], { 签约投资额: '951.64亿元', 落地率: '高达76.19%', 进出口额: ['12亿元', -1] });
const ask = askIndex(index, { reader });

const question = (text: string, parts: Partial<EvalQuestion>): EvalQuestion => ({
  id: text,
  question: text,
  type: 'plain',
  answers: [],
  goldIds: ['zone'],
  isAnswerable: true,
  verdict: null,
  ...parts,
});

describe('askAll', () => {
  it('says of each question what became of it, in their order', async () => {
    const heard: string[] = [];
    const outcomes = await askAll(
      [
        question('签约投资额是多少', { answers: ['951.64亿元'] }),
        question('落地率是76.19%吗', { answers: ['76.19%'], verdict: 'no', type: 'yesno' }),
        question('进出口额是多少', { answers: ['12億元'], goldIds: ['port'] }),
        question('签约投资额增加了吗', { isAnswerable: false, goldIds: [] }),
      ],
      {
        ask,
        find: (id) => index.find(id)?.prepared,
        tables,
        onAnswer: ({ id }, { kind }, outcome) => {
          expect(outcome.kind).toBe(kind);
          heard.push(id);
        },
      },
    );
    expect(heard).toHaveLength(4);
    expect(outcomes).toMatchObject([
      { kind: 'answered', isRetrieved: true, isRead: true, hits: [true], highlightF1: 1 },
      { type: 'yesno', isVerdictRight: false, hits: [true] },
      { kind: 'likely', isRead: true, isVerdictRight: null },
      { kind: 'answered', isAnswerable: false, isRetrieved: false, isRead: false, hits: [false] },
    ]);
    expect(outcomes[2]!.hits[0]).toBe(true);
    expect(outcomes[1]!.highlightF1).toBeGreaterThan(0.5);
    for (const { confidence, totalMs } of outcomes) {
      expect(confidence).toBeGreaterThan(0);
      expect(totalMs).toBeGreaterThan(0);
    }
  });
});
