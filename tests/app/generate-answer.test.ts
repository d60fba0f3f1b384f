import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import type { ReaderModel } from '../../src/core/read/reader-model.js';
import { askWithModel, goodDraft } from '../support/asked-model.js';
import { fakeReader } from '../support/fake-reader.js';
import { idOf, OpenAiServer } from '../support/openai-server.js';

const question = '签约投资额和落地项目各是多少？';
const server = await OpenAiServer.start();
server.answerWith((request) => {
  const landed = `[${idOf(request, '落地項目累計')}]`;
  return `落地项目达到48个。${landed}\n落地项目达到49个。${landed}\n${goodDraft(request)}`;
});
afterAll(() => server.close());

describe('generateAnswer', () => {
  it('verifies the claims in their order, however long each takes, and drops what fails', async () => {
    const fake = fakeReader();
    // The last claim is copied: it needs no judge.
    const slow: ReaderModel['support'] = async (claims, options) => {
      await sleep(20);
      return fake.support(claims, options);
    };
    const { ask } = await askWithModel(server, { judge: { ...fake, support: slow } });
    const seen: string[] = [];
    const answer = await ask(question, { onProgress: ({ text }) => void seen.push(text) });
    expect(seen).toEqual(['落地项目达到48个。[1]', '落地项目达到48个。[1]\n签约投资额为951.64亿元。[2]']);
    expect(answer).toMatchObject({ mode: 'generated', text: seen[1] });
  });

  it('is given up while a claim is verified when the person leaves', async () => {
    const person = new AbortController();
    const support: ReaderModel['support'] = (_, options) => {
      person.abort(new Error('asked something new'));
      return Promise.reject(options!.signal!.reason as Error);
    };
    const { ask } = await askWithModel(server, { judge: { ...fakeReader(), support } });
    await expect(ask(question, { signal: person.signal })).rejects.toThrow('asked something new');
  });

  it('lets through only what is copied where no reader judges', async () => {
    const { ask } = await askWithModel(server, { judge: null });
    expect((await ask(question)).text).toBe('签约投资额为951.64亿元。[1]');
  });
});
