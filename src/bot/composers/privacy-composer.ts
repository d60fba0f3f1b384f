/** What is kept, and its deletion: `/privacy` and `/forget`; a group that the bot has left is forgotten. */
import { Composer } from 'grammy';
import type { BotContext } from '../bot-context.js';
import { isChatAdmin } from '../updates/chat-admin.js';
import { reply } from '../replies/reply.js';

/** @param forget deletes all that is kept of a chat */
export function privacyComposer(forget: (chatId: number) => Promise<unknown>): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const messages = composer.on('message');

  messages.command('privacy', (ctx) => reply(ctx, ctx.say('privacy')));

  messages.command('forget', async (ctx) => {
    if (!(await isChatAdmin(ctx))) return reply(ctx, ctx.say('forget-admins-only'));
    await forget(ctx.chat.id);
    return reply(ctx, ctx.say('forgotten'));
  });

  composer.on('my_chat_member', async (ctx) => {
    const { status } = ctx.myChatMember.new_chat_member;
    const isOut = status === 'left' || status === 'kicked';
    if (isOut && ctx.chat.type !== 'private') await forget(ctx.chat.id);
  });

  return composer;
}
