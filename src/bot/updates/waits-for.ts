/** Which updates are handled one after another. */
import type { Context } from 'grammy';

/**
 * Messages of one topic wait for each other, and so do buttons pressed in one chat: whoever presses a button does not
 * wait for a slow answer. Inline queries, which come from no chat, wait for nothing: an older one is out of date.
 */
export function waitsFor(ctx: Context): string | undefined {
  if (ctx.chatId === undefined) return undefined;
  if (ctx.callbackQuery) return `buttons ${ctx.chatId}`;
  const topic = ctx.msg?.is_topic_message ? ctx.msg.message_thread_id : undefined;
  return `messages ${ctx.chatId} ${topic ?? ''}`;
}
