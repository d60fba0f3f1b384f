import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadOpenAiModel, type OpenAiOptions } from '../../src/adapters/openai-model.js';
import { tryModel } from '../../src/app/try-model.js';
import type { LanguageModel, ModelEvent } from '../../src/core/model/language-model.js';
import type { ModelFailure } from '../../src/core/model/model-failure.js';
import { OpenAiServer, type Reply } from '../support/openai-server.js';

let server: OpenAiServer;

beforeEach(async () => {
  server = await OpenAiServer.start();
});

afterEach(() => server.close());

const key = 'sk-secret-0123456789';
const json = 'application/json; charset=utf-8';
const sse = 'text/event-stream';

const load = (options: Partial<OpenAiOptions> = {}): Promise<LanguageModel> =>
  loadOpenAiModel({ apiKey: key, baseUrl: server.baseUrl, model: 'm', temperature: 0, backoffMs: 5, ...options });

async function eventsOf(model: LanguageModel, timeoutMs = 5000, content = '问'): Promise<ModelEvent[]> {
  const started = performance.now();
  const msLeft = () => started + timeoutMs - performance.now();
  const events: ModelEvent[] = [];
  const limits = { signal: AbortSignal.timeout(timeoutMs), msLeft };
  for await (const event of model.stream([{ role: 'user', content }], limits)) events.push(event);
  return events;
}

describe('loadOpenAiModel', () => {
  it('streams text, then the count, then the end', async () => {
    server.script({ text: ['甲', '乙'], reasoning: '想' });
    expect(await eventsOf(await load())).toEqual([
      { type: 'text', text: '甲' },
      { type: 'text', text: '乙' },
      { type: 'tokens', count: { tokensIn: 1000, tokensOut: 20 } },
      { type: 'end', isWhole: true },
    ]);
  });

  it('works without a key', async () => {
    server.script('甲');
    expect(await eventsOf(await load({ apiKey: null }))).toContainEqual({ type: 'end', isWhole: true });
  });

  it.each([
    ['in the message', { error: { message: `Incorrect API key provided: ${key}` } }],
    ['in the code', { error: { message: 'Incorrect API key provided: sk-x', code: key } }],
    ['shortened', { error: { message: 'Incorrect API key provided: sk-secr*****6789.' } }],
  ])('never lets the key out of an error: %s', async (_, body) => {
    server.script({ status: 401, body });
    const events = await eventsOf(await load());
    expect(events).toMatchObject([{ type: 'failure', failure: { kind: 'badKey' } }]);
    expect(JSON.stringify(events)).not.toMatch(/secr|6789/u);
    expect(JSON.stringify(events)).toContain('401 Incorrect API key provided: [key]');
  });

  it('keeps a prompt that the server repeats out of the failure', async () => {
    const content = '晶科能源的项目总投资是多少亿元，请回答';
    server.script({ status: 400, body: { error: { message: `cannot parse: ${content}` } } });
    const events = await eventsOf(await load(), 5000, content);
    expect(events).toMatchObject([{ type: 'failure', failure: { kind: 'rejected' } }]);
    expect(JSON.stringify(events)).not.toContain('晶科');
  });

  it.each<[string, Reply, ModelFailure['kind'], number]>([
    ['401', { status: 401 }, 'badKey', 1],
    ['404: no such model', { status: 404 }, 'rejected', 1],
    ['400 for whatever is sent', { status: 400 }, 'rejected', 2],
    ['a long pause', { status: 429, headers: { 'retry-after': '60' } }, 'rateLimited', 1],
    ['an empty account', { status: 429, body: { error: { code: 'insufficient_quota' } } }, 'rateLimited', 1],
    ['500', { status: 500 }, 'serverError', 3],
    ['no connection', { reset: true }, 'down', 3],
    ['a page in place of a stream', { raw: '<html>', contentType: 'text/html' }, 'nonsense', 1],
    ['JSON that is no completion', { raw: '{"ok":1}', contentType: json }, 'nonsense', 1],
    ['broken JSON', { raw: 'data: {"choices\n\n', contentType: sse }, 'nonsense', 1],
    ['an error in the stream', { raw: 'data: {"error":{}}\n\n', contentType: sse }, 'serverError', 3],
    ['a stream that breaks off', { text: '甲', ending: 'reset' }, 'down', 1],
  ])('tells what failed, and asks again where that may help: %s', async (_, reply, kind, calls) => {
    server.script(reply);
    const [last] = (await eventsOf(await load())).slice(-1);
    expect(last).toMatchObject({ type: 'failure', failure: { kind } });
    expect(server.calls).toHaveLength(calls);
  });

  it.each<[string, ...Reply[]]>([
    ['two failures', { status: 500 }, { status: 502 }],
    ['refused temperature', { status: 400, body: { error: { message: 'no temperature' } } }],
    ['refused stream_options', { status: 422, body: { error: { message: 'stream_options' } } }],
  ])('asks again after %s', async (_, ...first) => {
    const body = { choices: [{ message: { content: '甲' }, finish_reason: 'stop' }] };
    // The answer does not come as a stream, either.
    server.script(...first, { raw: JSON.stringify(body), contentType: json });
    const events = await eventsOf(await load());
    expect(events).toContainEqual({ type: 'text', text: '甲' });
    expect(events.at(-1)).toEqual({ type: 'end', isWhole: true });
    expect(server.calls).toHaveLength(first.length + 1);
  });

  it('remembers what the server refuses', async () => {
    server.script({ status: 400, body: { error: { message: 'temperature is not supported' } } }, '甲', '乙');
    const model = await load();
    await eventsOf(model);
    await eventsOf(model);
    expect(server.calls.map((call) => 'temperature' in call)).toEqual([true, false, false]);
    expect(server.calls.every((call) => call.stream_options?.include_usage)).toBe(true);
  });

  it('does not hold an unrelated refusal against the parameters', async () => {
    server.script({ status: 400 }, { status: 400 }, '甲');
    const model = await load();
    expect(await eventsOf(model)).toMatchObject([{ failure: { kind: 'rejected' } }]);
    await eventsOf(model);
    expect(server.calls.map((call) => 'temperature' in call)).toEqual([true, false, true]);
  });

  it('waits as long as it is asked to, if there is time', async () => {
    server.script({ status: 429, headers: { 'retry-after-ms': '150' } }, '甲');
    const started = performance.now();
    expect((await eventsOf(await load())).at(-1)).toEqual({ type: 'end', isWhole: true });
    expect(performance.now() - started).toBeGreaterThan(140);
  });

  it('gives a silent server up in time for a retry', async () => {
    server.script({ hang: true }, '甲');
    const events = await eventsOf(await load(), 800);
    expect(events.at(-1)).toEqual({ type: 'end', isWhole: true });
  });

  it('throws the reason when it is given up', async () => {
    server.script({ hang: true });
    const model = await load();
    const signal = AbortSignal.timeout(50);
    const reading = (async () => {
      for await (const _ of model.stream([], { signal, msLeft: () => 5000 }));
    })();
    await expect(reading).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});

describe('tryModel', () => {
  it('stops at the first word', async () => {
    server.script({ text: Array.from({ length: 100 }, () => '好'), delayMs: 20 });
    const started = performance.now();
    expect(await tryModel(await load(), () => performance.now())).toBeNull();
    expect(performance.now() - started).toBeLessThan(1500);
    expect(server.calls).toHaveLength(1);
  });
});
