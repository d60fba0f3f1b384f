/** Every pressed button and every inline query is answered, also when handling it fails: else Telegram shows a spinner. */
import { GrammyError, type MiddlewareFn } from 'grammy';
import type { BotContext } from '../bot-context.js';

/**
 * Answers a pressed button that its handler left unanswered; of a failure it tells whoever pressed. An inline query whose handling
 * failed finds nothing, and is asked again when it is typed again.
 */
export const answerEveryQuery: MiddlewareFn<BotContext> = async (ctx, next) => {
  if (!ctx.callbackQuery && !ctx.inlineQuery) return next();
  let isAnswered = false;
  ctx.api.config.use(async (prev, method, payload, signal) => {
    isAnswered ||= method === 'answerCallbackQuery' || method === 'answerInlineQuery';
    return prev(method, payload, signal);
  });
  let failure: unknown;
  try {
    await next();
  } catch (error) {
    failure = error;
  }
  if (!isAnswered) await answer(ctx, failure !== undefined).catch(ignoreRefusal);
  if (failure !== undefined) throw failure;
};

async function answer(ctx: BotContext, hasFailed: boolean): Promise<void> {
  if (ctx.inlineQuery) await ctx.answerInlineQuery([], { cache_time: 0, is_personal: true });
  else await ctx.answerCallbackQuery(hasFailed ? { text: ctx.say('failed') } : {});
}

/** Telegram takes an answer for a short while only; a press that waited longer still has its effect. */
export function ignoreRefusal(error: unknown): void {
  if (!(error instanceof GrammyError && error.error_code === 400)) throw error;
}
