/** Sending what takes more than one message. */
import { GrammyError } from 'grammy';
import type { ButtonContext, MessageContext } from '../bot-context.js';
import type { FormattedText } from '../messages/formatted-text.js';
import { edit, reply, type ReplyOptions } from './reply.js';

/**
 * Sends messages in their order; the buttons stand under the last.
 * @param takesPlaceOf a message of the bot that the first one is put into, if it is still there
 */
export async function sendMessages(
  ctx: MessageContext | ButtonContext,
  messages: readonly FormattedText[],
  { keyboard, ...options }: ReplyOptions,
  takesPlaceOf: number | null = null,
): Promise<void> {
  for (const [i, message] of messages.entries()) {
    const buttons = i === messages.length - 1 ? (keyboard ?? []) : [];
    if (i === 0 && takesPlaceOf !== null && (await canEdit(edit(ctx, takesPlaceOf, message, buttons)))) continue;
    await reply(ctx, message, { ...options, ...(buttons.length > 0 && { keyboard: buttons }) });
  }
}

/** Whether an edit succeeded; it does not when somebody has deleted the message. */
async function canEdit(editing: Promise<void>): Promise<boolean> {
  try {
    await editing;
    return true;
  } catch (error) {
    if (error instanceof GrammyError && error.error_code === 400) return false;
    throw error;
  }
}
