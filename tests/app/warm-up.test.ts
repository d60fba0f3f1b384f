import { describe, expect, it } from 'vitest';
import { warmUp } from '../../src/app/warm-up.js';
import type { Answer, AskQuestion } from '../../src/core/answer/answer.js';
import { release } from '../bot/answers.js';
import { indexOf } from '../support/corpus-of.js';

async function eventsFor(body: string): Promise<string[]> {
  const events: string[] = [];
  const ask: AskQuestion = (question) => {
    events.push(question);
    return Promise.resolve({} as Answer);
  };
  const pause = () => Promise.resolve(void events.push('pause'));
  await warmUp(ask, indexOf(body === '' ? [] : [release({ body })]), pause);
  return events;
}

describe('warmUp', () => {
  it('asks after the sentences of the releases, and lets others go before each', async () => {
    expect(await eventsFor('示范区签约63个项目。落地项目累计达到48个。')).toEqual([
      'pause',
      '示范区签约63个项目。是多少？',
      'pause',
      '落地项目累计达到48个。是多少？',
    ]);
  });

  it('asks no more than changes the time, and nothing of an empty corpus', async () => {
    expect(await eventsFor('签约63个项目。'.repeat(100))).toHaveLength(48);
    expect(await eventsFor('')).toEqual([]);
  });
});
