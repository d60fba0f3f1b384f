/** Sending: one way to answer a message or a button, the same in private chats and groups. */
import { GrammyError } from 'grammy';
import type { InlineKeyboardButton, Message } from 'grammy/types';
import type { ButtonContext, MessageContext } from '../bot-context.js';
import type { FormattedText } from '../messages/formatted-text.js';

/** Rows of buttons. */
export type Keyboard = readonly (readonly InlineKeyboardButton[])[];

export interface ReplyOptions {
  readonly keyboard?: Keyboard;
  /** Without a sound. */
  readonly isQuiet?: boolean;
}

/**
 * Sends a text where the message or button came from: in a group as a reply to it, in a forum in its topic; in a private chat
 * as a reply when something else was said in between; under a button as a reply to its message. A message deleted in the meantime is answered all the same. Links show no preview.
 */
export async function reply(
  ctx: MessageContext | ButtonContext,
  message: string | FormattedText,
  { keyboard, isQuiet }: ReplyOptions = {},
): Promise<Message.TextMessage> {
  const { text, entities } = formatted(message);
  return ctx.reply(text, {
    ...(entities.length > 0 && { entities: [...entities] }),
    ...replyTarget(ctx),
    ...(keyboard && { reply_markup: markup(keyboard) }),
    ...(isQuiet && { disable_notification: true }),
    link_preview_options: { is_disabled: true },
  });
}

/** Puts another text and other buttons into a message of the bot. Nothing happens when it says that already. */
export async function edit(
  ctx: MessageContext | ButtonContext,
  messageId: number,
  message: string | FormattedText,
  keyboard: Keyboard = [],
): Promise<void> {
  const { text, entities } = formatted(message);
  const options = {
    entities: [...entities],
    reply_markup: markup(keyboard),
    link_preview_options: { is_disabled: true },
  };
  await unlessUnchanged(ctx.api.editMessageText(ctx.chatId!, messageId, text, options));
}

/** Puts other buttons under the message of a button. */
export async function editButtons(ctx: ButtonContext, keyboard: Keyboard): Promise<void> {
  await unlessUnchanged(ctx.editMessageReplyMarkup({ reply_markup: markup(keyboard) }));
}

/** What a message answers; nothing in a private chat where it stands right below it. */
export function replyTarget(ctx: MessageContext | ButtonContext) {
  const isPlain = ctx.chat?.type === 'private' && ctx.callbackQuery === undefined && !ctx.isOvertaken();
  if (isPlain || ctx.msgId === undefined) return {};
  return { reply_parameters: { message_id: ctx.msgId, allow_sending_without_reply: true } };
}

export function markup(keyboard: Keyboard) {
  return { inline_keyboard: keyboard.map((row) => [...row]) };
}

function formatted(message: string | FormattedText): FormattedText {
  return typeof message === 'string' ? { text: message, entities: [] } : message;
}

/** A button that was pressed twice asks for the same edit twice. */
async function unlessUnchanged(editing: Promise<unknown>): Promise<void> {
  try {
    await editing;
  } catch (error) {
    if (!(error instanceof GrammyError && /not modified/.test(error.description))) throw error;
  }
}
