import { afterAll, describe, expect, it } from 'vitest';
import { wordings } from '../../src/core/answer/wording.js';
import { askWithModel } from '../support/asked-model.js';
import { idOf, OpenAiServer, type ChatRequest, type Reply } from '../support/openai-server.js';
import {
  defaultQuestion,
  failures,
  falseDrafts,
  goodDrafts,
  refusals,
  silences,
  type ModelCase,
} from './model-cases.js';

const server = await OpenAiServer.start();
afterAll(() => server.close());

const refused = /^这些新闻稿没有回答这个问题。\n最接近的新闻稿：/u;

/** Long enough for a loaded machine to read a reply, short enough to wait for. */
const shortMs = 600;

/** Puts real ids in the places of `@words`. */
function withIds(reply: Reply, request: ChatRequest): Reply {
  const fill = (text: string): string =>
    text.replace(/@(\p{Script=Han}+)/gu, (_, words: string) => idOf(request, words));
  if (typeof reply === 'string') return fill(reply);
  if (!('text' in reply)) return reply;
  return { ...reply, text: typeof reply.text === 'string' ? fill(reply.text) : reply.text };
}

async function check(one: ModelCase, timeoutMs = 5000): Promise<void> {
  const { drafts, question = defaultQuestion } = one;
  server.answerWith((request, call) => {
    const original = server.calls[0]!;
    const withEvidence = request.messages.length > original.messages.length ? original : request;
    return withIds(drafts[Math.min(call, drafts.length - 1)]!, withEvidence);
  });
  const asked = await askWithModel(server, { timeoutMs });
  const answered = await asked.ask(question);
  const { notes } = wordings[answered.reader];
  const note = one.note === 'someDropped' ? notes.someDropped(1) : one.note && notes[one.note];
  expect(answered).toMatchObject({
    kind: one.kind ?? 'answered',
    mode: one.mode ?? 'generated',
    text: one.text ?? expect.stringMatching(refused),
    note: note ?? null,
  });
  if (one.calls !== undefined) expect(server.calls).toHaveLength(one.calls);
  if (one.logged !== undefined) {
    expect(asked.events).toContainEqual(
      expect.objectContaining({ event: 'model-failed', kind: one.logged, remedy: expect.any(String) }),
    );
  }
  expect(JSON.stringify(asked.events)).not.toMatch(/sk-test|951|签约|簽約/u);
  for (const { release, start, end, original } of answered.citations)
    expect(release.body.slice(start, end)).toBe(original);
}

describe('a model behind a server', () => {
  it.each(goodDrafts)('lets through what is right: $what', (one) => check(one));
  it.each(falseDrafts)('lets nothing false through: $what', (one) => check(one));
  it.each(refusals)('$what', (one) => check(one));
  it.each(failures)('makes the best of $what', (one) => check(one));
  it.each(silences)('keeps the deadline with $what', async (one) => {
    const started = performance.now();
    await check(one, shortMs);
    expect(performance.now() - started).toBeLessThan(shortMs + 600);
  });
});
