import { describe, expect, it } from 'vitest';
import { turnOf } from '../../../src/core/conversation/turn-of.js';
import { answer, release } from '../../bot/answers.js';

describe('turnOf', () => {
  it('keeps the question as it was understood, and the words of the answer', () => {
    expect(turnOf(answer({ text: '421亿元 [1]' }))).toEqual({ question: '签约投资额是多少？', answer: '421亿元 [1]' });
    const followUp = answer({ question: '那2017年呢', understood: '2017年总值是多少？', text: '421亿元 [1]' });
    expect(turnOf(followUp)).toEqual({ question: '2017年总值是多少？', answer: '421亿元 [1]' });
  });

  it('keeps of what is not asserted only what was asked', () => {
    const refused = answer({ kind: 'unanswerable', text: '没有。', nearest: [release()] });
    expect(turnOf(refused)).toEqual({ question: '签约投资额是多少？', answer: '' });
    expect(turnOf(answer({ kind: 'likely', text: '它可能在这里：' }))?.answer).toBe('');
  });

  it('keeps nothing of small talk', () => {
    expect(turnOf(answer({ kind: 'unanswerable', text: '不客气！', citations: [] }))).toBeNull();
  });
});
