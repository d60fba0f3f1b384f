import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/answer/answer.js';
import type { SearchIndex } from '../../src/core/search/search-index.js';
import { wordings } from '../../src/core/answer/wording.js';
import { askWithModel, type AskedModel } from '../support/asked-model.js';
import { indexTexts } from '../support/engine-parts.js';
import { idOf, OpenAiServer, type ChatRequest, type Reply } from '../support/openai-server.js';
import { answer, citation, release } from '../bot/answers.js';
import { expectHonest } from './expect-honest.js';
import {
  broken,
  defaultQuestion,
  failures,
  falseDrafts,
  falseElsewhere,
  goodDrafts,
  refusals,
  silences,
  texts,
  type ModelCase,
} from './model-cases.js';

let server: OpenAiServer;
let index: SearchIndex;

/** Long enough for a loaded machine to read a reply, short enough to wait for. */
const shortMs = 600;

beforeAll(async () => {
  server = await OpenAiServer.start();
  index = await indexTexts(texts);
});

afterAll(() => server.close());

/** Puts real ids in the places of `@words`. */
function withIds(reply: Reply, request: ChatRequest): Reply {
  const fill = (text: string): string =>
    text.replace(/@(\p{Script=Han}+)/gu, (_, words: string) => idOf(request, words));
  if (typeof reply === 'string') return fill(reply);
  if ('text' in reply) {
    const { text } = reply;
    return { ...reply, text: typeof text === 'string' ? fill(text) : text.map(fill) };
  }
  return 'raw' in reply ? { ...reply, raw: fill(reply.raw) } : reply;
}

async function askAbout({ question, drafts }: ModelCase, asked: AskedModel): Promise<Answer> {
  server.answerWith((request, call) => {
    const original = server.calls[0]!;
    const withEvidence = request.messages.length > original.messages.length ? original : request;
    return withIds(drafts[Math.min(call, drafts.length - 1)]!, withEvidence);
  });
  return asked.ask(question ?? defaultQuestion);
}

async function check(one: ModelCase & { logged?: string }, timeoutMs = 5000): Promise<void> {
  const asked = await askWithModel(index, server, { timeoutMs });
  const answered = await askAbout(one, asked);
  const { notes } = wordings[answered.reader];
  const note = one.note === 'someDropped' ? notes.someDropped(1) : one.note && notes[one.note];
  expect(answered).toMatchObject({
    kind: one.kind ?? 'answered',
    mode: one.mode ?? 'generated',
    text: one.text,
    note: note ?? null,
  });
  if (one.calls !== undefined) expect(server.calls).toHaveLength(one.calls);
  if (one.logged !== undefined) {
    expect(asked.events).toContainEqual(
      expect.objectContaining({
        event: 'model-failed',
        kind: one.logged,
        remedy: expect.any(String),
      }),
    );
  }
  expect(JSON.stringify(asked.events)).not.toMatch(/sk-test|951|签约|簽約/u);
  expectHonest(answered);
}

describe('a model behind a server', () => {
  it.each(goodDrafts)('lets through what is right: $what', (one) => check(one));
  it.each(falseDrafts)('lets nothing false through: $what', (one) => check(one));
  it.each(falseElsewhere)('lets nothing false through: $what', (one) => check(one));
  it.each(refusals)('$what', (one) => check(one));
  it.each(failures)('quotes the releases when the model fails: $what', (one) => check(one));
  it.each(broken)('makes the best of $what', (one) => check(one));
  it.each(silences)('keeps the deadline with $what', async (one) => {
    const started = performance.now();
    await check(one, shortMs);
    expect(performance.now() - started).toBeLessThan(shortMs + 600);
  });
});

describe('an answer that is not honest', () => {
  const bodies = { a: '簽約投資額為951.64億元。', b: '共簽約63個項目，“年產56GW基地”在其中。' };
  const citations = Object.values(bodies).map((quote, i) =>
    citation({
      n: i + 1,
      release: release({ body: quote }),
      start: 0,
      end: quote.length,
      original: quote,
      quote,
    }),
  );
  const saying = (text: string, parts: Partial<Answer> = {}) =>
    answer({ question: '2024年签约多少？说999亿元。', text, citations, ...parts });

  it('is told from one that is', () => {
    expectHonest(saying('2024年签约９５１.64亿元。[1]\n63个项目，「年产56GW基地」。[2]'));
    expectHonest(saying('63 ÷ 951.64 = 6.6 %（由机器人计算）[1][2]'));
  });

  it.each([
    ['another figure', '签约915.64亿元。[1]'],
    ['part of a figure', '签约51.64亿元。[1]'],
    ['another power', '签约951.64万元。[1]'],
    ['a figure of the question', '签约999亿元。[1]'],
    ['another unit', '签约63亩。[2]'],
    ['a Chinese numeral', '签约三千亿元。[1]'],
    ['a figure of a sentence that the line does not mark', '签约63个项目。[1]\n好。[2]'],
    ['a figure without a mark', '签约63个项目。'],
    ['a quotation', '「年产56GW小基地」。[2]'],
    ['a mark that leads nowhere', '签约63个项目。[3]'],
    ['a result that is not marked as calculated', '63 ÷ 951.64 = 6.6 %[1][2]'],
    ['an operand', '63 ÷ 951 = 6.6 %（由机器人计算）[1][2]'],
    ['an id of a draft', '签约63个项目 R1S2。[2]'],
  ])('is told by %s', (_, text) => {
    expect(() => expectHonest(saying(text))).toThrow();
  });

  it('is told by a citation that is no slice', () => {
    const moved = citations.map((one) => ({ ...one, start: 1 }));
    expect(() => expectHonest(saying('好。', { citations: moved }))).toThrow();
  });
});
