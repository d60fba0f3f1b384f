/** Who may change what is set for a chat. */
import { GrammyError } from 'grammy';
import type { ButtonContext, MessageContext } from '../bot-context.js';

/**
 * Whether whoever sent an update administers its chat: everybody their private chat; in a group its administrators, those
 * who write as the group included.
 */
export async function isChatAdmin(ctx: MessageContext | ButtonContext): Promise<boolean> {
  if (ctx.chat?.type === 'private') return true;
  if (ctx.chat === undefined) return false;
  if (ctx.message?.sender_chat?.id === ctx.chat.id) return true;
  try {
    const { status } = await ctx.api.getChatMember(ctx.chat.id, ctx.from.id);
    return status === 'creator' || status === 'administrator';
  } catch (error) {
    // Telegram does not know the person, or does not tell: then nothing is allowed.
    if (error instanceof GrammyError && error.error_code === 400) return false;
    throw error;
  }
}
