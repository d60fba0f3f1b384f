/** Sending: one way to answer a message, the same in private chats and groups. */
import type { Filter, Context } from 'grammy';
import type { FormattedText } from './formatted-text.js';

/** A context of a new message from a person. */
export type MessageContext = Filter<Context, 'message'>;

/**
 * Sends a text where the message came from: in a group as a reply to it, in a forum in its topic. A message deleted in
 * the meantime is answered all the same. Links show no preview.
 */
export async function reply(ctx: MessageContext, message: string | FormattedText): Promise<void> {
  const { text, entities } =
    typeof message === 'string' ? { text: message, entities: [] } : message;
  await ctx.reply(text, {
    ...(entities.length > 0 && { entities: [...entities] }),
    ...(ctx.chat.type !== 'private' && {
      reply_parameters: {
        message_id: ctx.message.message_id,
        allow_sending_without_reply: true,
      },
    }),
    link_preview_options: { is_disabled: true },
  });
}
