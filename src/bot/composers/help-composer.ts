/** What the bot is and how to ask it: `/start` and `/help`. */
import { Composer } from 'grammy';
import type { MessageContext } from '../bot-context.js';
import { reply } from '../replies/reply.js';

export function helpComposer(): Composer<MessageContext> {
  const composer = new Composer<MessageContext>();
  composer.command('start', (ctx) => reply(ctx, ctx.say('start')));
  composer.command('help', (ctx) => reply(ctx, ctx.say('help', { username: ctx.me.username })));
  return composer;
}
