import { HttpError, type Transformer } from 'grammy';
import { describe, expect, it } from 'vitest';
import { retryCalls } from '../../src/bot/telegram/retry-calls.js';
import { UnsureSendError } from '../../src/bot/telegram/send-once.js';

type Outcome = Error | { ok: boolean; error_code?: number; description?: string; parameters?: { retry_after: number } };

/** Calls a method that has the given outcomes one after another. */
async function call(method: string, outcomes: Outcome[]) {
  let calls = 0;
  const prev = (async () => {
    const outcome = outcomes[calls++] ?? { ok: true };
    if (outcome instanceof Error) throw outcome;
    return { description: '', ...outcome };
  }) as unknown as Parameters<Transformer>[0];
  const started = performance.now();
  const result = await retryCalls()(prev, method as never, { chat_id: 1 } as never, undefined).catch(
    (error: unknown) => error,
  );
  return { result, calls, ms: performance.now() - started };
}

const lost = () => new HttpError('lost', new Error('ECONNREFUSED'));
const unsure = () => new UnsureSendError('unsure');
const gateway = { ok: false, error_code: 502 };
const refused = (description: string) => ({ ok: false, error_code: 400, description });
const notModified = refused('Bad Request: message is not modified');
const tooOld = refused('Bad Request: query is too old and response timeout expired');
const isGone = refused('Bad Request: message to edit not found');

describe.concurrent('a call', () => {
  it('whose connection broke before it went out is tried again, after a second', async () => {
    const { result, calls, ms } = await call('sendMessage', [lost()]);
    expect({ result, calls }).toMatchObject({ result: { ok: true }, calls: 2 });
    expect(ms).toBeGreaterThan(900);
  });

  it.each([
    ['may have made a message', 'sendMessage', unsure()],
    ['was refused for good', 'sendMessage', { ok: false, error_code: 403 }],
    ['is worthless later', 'sendChatAction', gateway],
    ['is worthless later', 'sendMessageDraft', lost()],
    ['is told to wait for too long', 'sendMessage', { ok: false, error_code: 429, parameters: { retry_after: 3600 } }],
    ['fails for another reason, which is a bug', 'sendMessage', new TypeError('bug')],
  ])('that %s is not tried again: %s', async (_, method, outcome) => {
    const { result, calls } = await call(method, [outcome]);
    expect(calls).toBe(1);
    if (outcome instanceof Error) expect(result).toBe(outcome);
    else expect(result).toMatchObject({ ok: false });
  }); // prettier-ignore

  it('that turns out to be done when it is tried again counts as done, unless it makes a message', async () => {
    const isDone = async (...[method, outcomes]: Parameters<typeof call>) =>
      ((await call(method, outcomes)).result as { ok: boolean }).ok;
    expect(await isDone('editMessageText', [lost(), notModified])).toBe(true);
    expect(await isDone('answerCallbackQuery', [gateway, tooOld])).toBe(true);
    expect(await isDone('editMessageText', [notModified])).toBe(false);
    expect(await isDone('sendMessage', [gateway, notModified])).toBe(false);
    expect(await isDone('editMessageText', [gateway, isGone])).toBe(false);
  });
});
