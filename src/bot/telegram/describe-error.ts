/** Errors in words for the log. */
import { GrammyError, HttpError } from 'grammy';
import { AppError } from '../../core/app-error.js';
import { UnsureSendError } from './send-once.js';

/**
 * The error and its causes, outermost first; with its stack when it is a bug.
 *
 * It may hold the token or words of a question: pass it through `redact`. The payload of a refused call, which holds
 * the answer, is left out.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const expected =
    error instanceof GrammyError ||
    error instanceof HttpError ||
    error instanceof UnsureSendError ||
    error instanceof AppError;
  const own = expected ? `${error.name}: ${error.message}` : (error.stack ?? error.message);
  const cause = error instanceof HttpError ? error.error : error.cause;
  return cause === undefined ? own : `${own}\ncaused by ${describeError(cause)}`;
}

/** Whether Telegram says that the chat cannot be written to: the person blocked the bot, the group removed or muted it. */
export function isChatClosed(error: unknown): boolean {
  return isChatGone(error) || (error instanceof GrammyError && mutedChat.test(error.description));
}

/** Whether the chat is closed for good, and not for a topic or a while only. */
export function isChatGone(error: unknown): boolean {
  return error instanceof GrammyError && (error.error_code === 403 || goneChat.test(error.description));
}

// Refusals that Telegram sends as 400 although the chat, and not the message, is at fault.
const goneChat = /chat not found|upgraded to a supergroup|PEER_ID_INVALID/i;
const mutedChat = /(?:not enough|no) rights|CHAT_WRITE_FORBIDDEN|TOPIC_CLOSED/i;
