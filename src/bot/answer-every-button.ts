/** Every pressed button and every inline query is answered, also when handling it fails: else Telegram shows a spinner. */
import { GrammyError, type MiddlewareFn } from 'grammy';
import type { BotContext } from './bot-context.js';

/** Answers a pressed button that its handler left unanswered. Whether Telegram still takes the answer changes nothing. */
export const answerEveryButton: MiddlewareFn<BotContext> = async (ctx, next) => {
  if (!ctx.callbackQuery) return next();
  let isAnswered = false;
  ctx.api.config.use(async (prev, method, payload, signal) => {
    if (method !== 'answerCallbackQuery') return prev(method, payload, signal);
    isAnswered = true;
    return prev(method, payload, signal);
  });
  const answer = async (text?: string) => {
    if (isAnswered) return;
    await ctx.answerCallbackQuery(text === undefined ? {} : { text }).catch(ignoreRefusal);
  };
  try {
    await next();
  } catch (error) {
    await answer(ctx.say('failed'));
    throw error;
  }
  await answer();
};

/** Telegram takes an answer for a short while only; a press that waited longer still has its effect. */
export function ignoreRefusal(error: unknown): void {
  if (!(error instanceof GrammyError && error.error_code === 400)) throw error;
}
