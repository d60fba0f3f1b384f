/** Stopping an answer that is being written: by the button of its draft, or by asking something else in the same place. */
import { Composer } from 'grammy';
import type { BotContext } from '../bot-context.js';
import { placeOf } from './new-composer.js';
import { wordsOf } from '../updates/addressed-question.js';
import type { RunningAnswers } from '../replies/running-answers.js';

/** Stands before everything that waits for the answer to end. */
export function stopComposer(running: RunningAnswers): Composer<BotContext> {
  const composer = new Composer<BotContext>();

  composer.on('stopped_message_generation', (ctx) => {
    const { chat, draft_id: draftId } = ctx.update.stopped_message_generation;
    running.stop(chat.id, draftId);
  });

  composer.on(['message:text', 'message:caption'], async (ctx, next) => {
    const { via_bot: via } = ctx.message;
    const words = wordsOf(ctx.message);
    // What the bot itself wrote for the person in inline mode asks nothing.
    const isQuestion = via?.id !== ctx.me.id && (!words.startsWith('/') || /^\/ask\b/.test(words));
    if (ctx.chat.type === 'private' && isQuestion) running.interrupt(placeOf(ctx));
    await next();
  });

  return composer;
}
