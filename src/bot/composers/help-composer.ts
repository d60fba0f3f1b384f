/** What the bot is and how to ask it: `/start` and `/help`. */
import { Composer } from 'grammy';
import type { MessageContext } from '../bot-context.js';
import { reply } from '../replies/reply.js';

/** @param adminIds who is also told of the administrators' commands, in a private chat */
export function helpComposer(adminIds: readonly number[]): Composer<MessageContext> {
  const composer = new Composer<MessageContext>();
  composer.command('start', (ctx) => reply(ctx, ctx.say('start')));
  composer.command('help', (ctx) => {
    const help = ctx.say('help', { username: ctx.me.username });
    const isAdmin = ctx.chat.type === 'private' && adminIds.includes(ctx.from.id);
    return reply(ctx, isAdmin ? `${help}\n\n${ctx.say('help-admin')}` : help);
  });
  return composer;
}
