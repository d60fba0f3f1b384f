import { HttpError, type Transformer } from 'grammy';
import { describe, expect, it } from 'vitest';
import { retryCalls } from '../../src/bot/telegram/retry-calls.js';
import { UnsureSendError } from '../../src/bot/telegram/send-once.js';

type Outcome =
  | Error
  | {
      ok: boolean;
      error_code?: number;
      description?: string;
      parameters?: { retry_after: number };
    };

/** Calls a method that has the given outcomes one after another. */
async function call(method: string, outcomes: Outcome[]) {
  let calls = 0;
  const prev = (async () => {
    const outcome = outcomes[calls++] ?? { ok: true };
    if (outcome instanceof Error) throw outcome;
    return { description: '', ...outcome };
  }) as unknown as Parameters<Transformer>[0];
  const started = performance.now();
  const result = await retryCalls()(
    prev,
    method as never,
    { chat_id: 1 } as never,
    undefined,
  ).catch((error: unknown) => error);
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
  it('whose connection broke before it went out is tried again', async () => {
    const { result, calls, ms } = await call('sendMessage', [lost()]);
    expect(result).toMatchObject({ ok: true });
    expect(calls).toBe(2);
    expect(ms).toBeGreaterThan(900);
  });

  it('that may have made a message is not tried again', async () => {
    const { result, calls } = await call('sendMessage', [unsure()]);
    expect(result).toBeInstanceOf(UnsureSendError);
    expect(calls).toBe(1);
  });

  it('that was refused for good is not tried again', async () => {
    const { result, calls } = await call('sendMessage', [{ ok: false, error_code: 403 }]);
    expect(result).toMatchObject({ ok: false, error_code: 403 });
    expect(calls).toBe(1);
  });

  it('that turns out to be done when it is tried again counts as done, unless it makes a message', async () => {
    expect((await call('editMessageText', [lost(), notModified])).result).toMatchObject({
      ok: true,
    });
    expect((await call('answerCallbackQuery', [gateway, tooOld])).result).toMatchObject({
      ok: true,
    });
    expect((await call('editMessageText', [notModified])).result).toMatchObject({ ok: false });
    expect((await call('sendMessage', [gateway, notModified])).result).toMatchObject({ ok: false });
  });

  it('that is refused for good when it is tried again is not done', async () => {
    expect((await call('editMessageText', [gateway, isGone])).result).toMatchObject(isGone);
  });

  it('that is worthless later is not tried again', async () => {
    const { result, calls, ms } = await call('sendChatAction', [gateway]);
    expect(result).toMatchObject({ ok: false });
    expect(calls).toBe(1);
    expect(ms).toBeLessThan(500);
    expect((await call('sendMessageDraft', [lost()])).result).toBeInstanceOf(HttpError);
  });

  it('that is told to wait for too long fails', async () => {
    const { result, calls } = await call('sendMessage', [
      { ok: false, error_code: 429, parameters: { retry_after: 3600 } },
    ]);
    expect(result).toMatchObject({ ok: false, error_code: 429 });
    expect(calls).toBe(1);
  });

  it('that fails for another reason is a bug, and not tried again', async () => {
    const { calls } = await call('sendMessage', [new TypeError('bug')]);
    expect(calls).toBe(1);
  });
});
