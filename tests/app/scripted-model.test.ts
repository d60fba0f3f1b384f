import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/answer/answer.js';
import { fold } from '../../src/core/text/fold.js';
import type { SearchIndex } from '../../src/core/search/search-index.js';
import { wordings } from '../../src/core/answer/wording.js';
import { askWithModel, type AskedModel } from '../support/asked-model.js';
import { indexTexts } from '../support/engine-parts.js';
import { idOf, OpenAiServer, type ChatRequest, type Reply } from '../support/openai-server.js';
import { tables } from '../support/tables.js';
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

/** What holds for every answer, whatever a model wrote. */
function expectHonest(answer: Answer): void {
  const shown = `${answer.text} ${answer.note} ${answer.reason}`;
  expect(shown).not.toMatch(/R\d+S\d+|NOT_IN|CALC|https?:|[<>*`#|]|think/u);
  for (const { release, start, end, original } of answer.citations) {
    expect(release.body.slice(start, end)).toBe(original);
  }
  if (answer.kind === 'unanswerable' || answer.text.includes('由机器人计算')) return;
  const sources = answer.citations.map(({ quote }) => fold(quote, tables).text).join(' ');
  const said = fold(answer.text.replace(/\[\d+\]/gu, ''), tables).text.replace('5万9千', '5.9万');
  for (const [figure] of said.matchAll(/\d[\d.]*/gu))
    expect(sources).toContain(figure.replace(/\.$/u, ''));
}

async function check(one: ModelCase & { logged?: string }, timeoutMs = 5000): Promise<void> {
  const asked = await askWithModel(index, server, { timeoutMs });
  const answer = await askAbout(one, asked);
  const { notes } = wordings[answer.reader];
  const note = one.note === 'someDropped' ? notes.someDropped(1) : one.note && notes[one.note];
  expect(answer).toMatchObject({
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
  expectHonest(answer);
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
