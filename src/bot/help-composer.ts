/** What the bot is and how to ask it: `/start` and `/help`. */
import { Composer } from 'grammy';
import { reply, type MessageContext } from './reply.js';
import { textsFor } from './texts.js';

export function helpComposer(): Composer<MessageContext> {
  const composer = new Composer<MessageContext>();
  composer.command('start', (ctx) => reply(ctx, textsFor(ctx.from.language_code).start));
  composer.command('help', (ctx) => {
    return reply(ctx, textsFor(ctx.from.language_code).help(ctx.me.username));
  });
  return composer;
}
