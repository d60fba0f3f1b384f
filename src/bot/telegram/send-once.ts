/** Messages are sent once: not again by a second attempt, and not when it is unsure whether the first arrived. */
import type { Transformer } from 'grammy';
import type { Inbox } from '../../core/stores/inbox.js';
import { withWriteHook } from './api-connection.js';
import { currentHandling } from '../updates/handling.js';

/** The connection broke after a message had gone out and before Telegram's answer to it: it may have arrived. */
export class UnsureSendError extends Error {
  override readonly name = 'UnsureSendError';
}

/** Whether a method makes a message, so that calling it twice makes two. */
export function makesMessage(method: string): boolean {
  return /^(?:send(?!ChatAction$|.*Draft$)|copy|forward)/.test(method);
}

/**
 * Notes in the inbox what is sent for an update: that a message is about to go out in the moment before it does, and its
 * id afterwards. A message that an earlier attempt has sent is not sent again: it is edited into what it is to say now, which
 * mostly is what it says already, and its id is given as the result.
 *
 * To be installed first, closest to the connection.
 *
 * @throws UnsureSendError instead of any error after the message had gone out
 */
export function sendOnce(inbox: Inbox): Transformer {
  return async (prev, method, payload, signal) => {
    if (!makesMessage(method)) return prev(method, payload, signal);
    const handling = currentHandling();
    const sentBefore = handling?.alreadySent[0];
    if (handling && sentBefore !== undefined) {
      if (method === 'sendMessage') {
        const edited = await prev('editMessageText', asEdit(payload, sentBefore), signal);
        if (!edited.ok && edited.error_code !== 400) return edited;
      }
      handling.alreadySent.shift();
      return earlierResult(sentBefore, payload);
    }
    let isOut = false;
    const response = await withWriteHook(
      async () => {
        if (handling) await inbox.sending(handling.updateId);
        isOut = true;
      },
      () => prev(method, payload, signal),
    ).catch((cause: unknown) => {
      if (!isOut) throw cause;
      throw new UnsureSendError(`${method}: the connection broke before the answer`, { cause });
    });
    if (handling && response.ok) await inbox.sent(handling.updateId, messageIdOf(response.result));
    else if (handling) await inbox.notSent(handling.updateId);
    return response;
  };
}

/** What of a message an edit takes. */
function asEdit(payload: object, messageId: number) {
  const { chat_id, text, entities, link_preview_options, reply_markup } = payload as never;
  return { chat_id, message_id: messageId, text, entities, link_preview_options, reply_markup };
}

/** As much of the result as is known; Telegram cannot be asked for the rest. */
function earlierResult(messageId: number, payload: object) {
  const chat = { id: 'chat_id' in payload ? payload.chat_id : undefined };
  const result = { message_id: messageId, date: 0, chat };
  return { ok: true as const, result: result as never };
}

/** Of an album, its first message. */
function messageIdOf(result: unknown): number {
  const [message] = Array.isArray(result) ? result : [result];
  return (message as { message_id: number }).message_id;
}
