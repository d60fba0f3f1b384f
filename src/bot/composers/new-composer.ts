/** A new conversation: `/new` forgets what follow-ups would refer to. */
import { Composer } from 'grammy';
import type { ConversationStore, Place } from '../../core/answer/conversation.js';
import type { MessageContext } from '../bot-context.js';
import { reply } from '../replies/reply.js';

export function newComposer(conversations: ConversationStore): Composer<MessageContext> {
  const composer = new Composer<MessageContext>();
  composer.command('new', async (ctx) => {
    await conversations.forget(placeOf(ctx));
    await reply(ctx, ctx.say('started-anew'));
  });
  return composer;
}

/** Where a message is said: the chat, or the topic of a forum. */
export function placeOf({ chat, message }: MessageContext): Place {
  const { is_topic_message: isTopic, message_thread_id: topic } = message;
  return { chatId: chat.id, topicId: isTopic && topic !== undefined ? topic : null };
}
