/** Telling a button of the bot's own from what a manipulated client sends. */
import type { ButtonContext } from '../bot-context.js';

/**
 * Whether the pressed button stands under its message as Telegram holds it. What a button does that is not signed is done only
 * then: else anybody could turn any message of the bot into anything that some button makes of one.
 */
export function isOwnButton({ callbackQuery: { message, data } }: ButtonContext): boolean {
  if (!message || !('reply_markup' in message)) return false;
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
  return buttons.some((button) => 'callback_data' in button && button.callback_data === data);
}
