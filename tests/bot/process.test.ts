import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { idOf, OpenAiServer, type ChatRequest } from '../support/openai-server.js';
import { ended, output, server, startBot, started } from './bot-process.js';
import { buttonsOf } from './interactions.js';

describe('the bot as a process of its own', () => {
  it('answers from the releases in knowledge/ with the original sentence, and stops in order', async () => {
    startBot();
    server.say('示范区签约投资额是多少？');
    await server.until(() => server.answers().length === 1, 20_000);
    const { text, entities = [] } = server.answers()[0]!;
    const original = readFileSync('knowledge/000_9ab38b60921dbbaf.txt', 'utf8');
    const shown = original.replace(/\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)/gu, '');
    for (const { offset, length } of entities.filter(({ type }) => type.endsWith('blockquote'))) {
      const [quote, source] = text.slice(offset, offset + length).split('\n');
      expect(shown).toContain(quote);
      expect(source).toMatch(/^\[\d\] 黃河新聞網 · /);
    }

    expect((await server.ask('/sources')).text).toContain('第四十場新聞發布會舉行');
    expect(server.calls.filter(({ error }) => error !== null)).toEqual([]);

    expect(await ended('SIGTERM')).toBe(0);
  }, 40_000);

  it('shows an answer that a model phrases while it grows, and stops while a model hangs', async () => {
    const model = await OpenAiServer.start();
    onTestFinished(() => model.close());
    const lines = (request: ChatRequest): string[] => [
      `签约投资额为951.64亿元。[${idOf(request, '簽約投資額為')}]\n`,
      `签约项目有64个。[${idOf(request, '簽約投資額為')}]\n`,
      `落地项目累计达到48个。[${idOf(request, '累計達到48個')}]\n`,
    ];
    model.answerWith((request, call) => {
      if (call === 0) return { status: 401 }; // the attempt at the start
      if (call > 2) return { hang: true };
      return request.messages.length > 2 ? 'NOT_IN_RELEASES' : { text: lines(request), delayMs: 700 };
    });
    startBot({ OPENAI_BASE_URL: model.baseUrl, OPENAI_API_KEY: 'sk-secret' });
    await server.until(() => output.includes('"model-failed"'), 20_000);
    expect(output).toMatch(/"kind":"badKey".*put a valid key into OPENAI_API_KEY/);
    const { text } = await server.ask('签约投资额是多少？落地了多少个项目？');
    expect(text).toMatch(/^签约投资额为951\.64亿元。\[1\]\n落地项目累计达到48个。\[2\]\n/);
    expect(text).toContain('模型有 1 句话没有通过核对，已经略去。');
    const [draft] = server.callsOf('sendMessageDraft');
    expect(draft!.params['text']).toBe('签约投资额为951.64亿元。[1] …');
    expect(output).toMatch(/"event":"answer-phrased".*"dropped":\{"figure":1\}/);
    expect(output).not.toMatch(/sk-secret|签约|951\.64/);

    server.say('签约投资额有多少亿元？');
    await server.until(() => model.calls.length > 3);
    const asked = performance.now();
    expect(await ended('SIGTERM')).toBe(0);
    expect(performance.now() - asked).toBeLessThan(6000);
  }, 60_000);

  it('follows the buttons of an old message, and its links, after a restart', async () => {
    startBot();
    await started();
    const checked = await server.ask('/check 簽約投資額為951.64億元');
    expect(await ended('SIGTERM')).toBe(0);

    startBot();
    await started(2);
    await server.interactions.press(checked, '上下文');
    await server.until(() => server.answers().length === 2);
    const context = server.answers()[1]!;
    expect(context.text).toMatch(/^黃河新聞網 · 12月27日\n第 4 句，共 9 句\n\n/);
    const share = buttonsOf(context).find((button) => 'switch_inline_query_chosen_chat' in button);
    const { query } = (share as { switch_inline_query_chosen_chat: { query: string } }).switch_inline_query_chosen_chat;
    expect((await server.interactions.inline(query)).results).toHaveLength(1);
    expect((await server.ask(`/start ${query}`)).text).toBe(context.text);
    expect(server.calls.filter(({ error }) => error !== null)).toEqual([]);
  }, 60_000);
});
