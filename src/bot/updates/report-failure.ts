/** What happens when an update cannot be handled: the log gets the cause, the person gets words. */
import type { BotError } from 'grammy';
import { AppError } from '../../core/app-error.js';
import type { Inbox } from '../../core/stores/inbox.js';
import type { BotContext } from '../bot-context.js';
import { describeError, isChatClosed, isChatGone } from '../telegram/describe-error.js';
import { redact, type Log } from '../telegram/redacting-log.js';
import { wordsOf } from './addressed-question.js';
import { UnsureSendError } from '../telegram/send-once.js';
import { languageOf, sayIn } from '../texts.js';

/**
 * An error handler for `bot.catch` that never throws. A chat that cannot be written to is logged and left alone, with
 * whatever it still waits for when it is gone for good. So is an answer that may have arrived although the connection
 * broke: an apology below it would be wrong. Any other failure is logged without the words of the message, and told to
 * the person who asked.
 */
export function failureReporter(log: Log, inbox: Inbox): (failure: BotError) => Promise<void> {
  return async ({ error, ctx }) => {
    const words = ctx.msg ? wordsOf(ctx.msg) : '';
    const fields = { updateId: ctx.update.update_id, chatId: ctx.chatId };
    const describe = (reason: unknown) => redact(describeError(reason), words);
    if (isChatClosed(error)) {
      log('chat-closed', { ...fields, error: describe(error) });
      if (isChatGone(error) && ctx.chatId !== undefined) await inbox.forget(ctx.chatId);
      return;
    }
    if (error instanceof UnsureSendError) {
      log('answer-unsure', { ...fields, error: describe(error) });
      return;
    }
    log('update-failed', { ...fields, error: describe(error) });
    if (ctx.message === undefined) return;
    const say = (ctx as Partial<BotContext>).say ?? sayIn(languageOf(ctx.from?.language_code));
    try {
      await ctx.reply(error instanceof AppError ? error.userMessage : say('failed'), {
        reply_parameters: {
          message_id: ctx.message.message_id,
          allow_sending_without_reply: true,
        },
      });
    } catch (unsent) {
      log('apology-failed', { ...fields, error: describe(unsent) });
    }
  };
}
