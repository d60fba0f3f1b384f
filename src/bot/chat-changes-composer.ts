/** Chats that go and chats that move: what is kept of them goes or moves, too. */
import { Composer, type Context } from 'grammy';
import { forgetChat, type BotStores } from '../core/bot-stores.js';

export function chatChangesComposer(stores: BotStores): Composer<Context> {
  const composer = new Composer<Context>();

  // Blocked by a person, or removed from a group.
  composer.on('my_chat_member', async (ctx, next) => {
    const { status } = ctx.myChatMember.new_chat_member;
    if (status === 'kicked' || status === 'left') await forgetChat(stores, ctx.chat.id);
    else await next();
  });

  // A group became a supergroup, which has an id of its own.
  composer.on('message:migrate_to_chat_id', async (ctx) => {
    await stores.settings.write(
      ctx.message.migrate_to_chat_id,
      await stores.settings.read(ctx.chat.id),
    );
    await forgetChat(stores, ctx.chat.id);
  });
  return composer;
}
