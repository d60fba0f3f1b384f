/** Who is spoken to: what a message asks the bot, if anything. */
import type { Message, MessageEntity, UserFromGetMe } from 'grammy/types';

/** The words of a message: its text, or the caption of a photo or a file; empty when it has none. */
export function wordsOf({ text, caption }: Message): string {
  return text ?? caption ?? '';
}

/**
 * The question that words put to the bot: in a private chat all words; in a group those that mention the bot or reply to
 * it. Mentions of the bot are cut out. What the bot itself wrote for somebody in inline mode is no question,
 * nor is a channel's post that Telegram put into its discussion group.
 *
 * @param commandsOnly whether mentions and replies are left alone
 * @returns null when the bot is not asked; an empty string when it is called without a question
 */
export function addressedQuestion(message: Message, me: UserFromGetMe, commandsOnly: boolean): string | null {
  if (message.via_bot?.id === me.id || message.is_automatic_forward) return null;
  if (message.chat.type === 'private') return wordsOf(message).trim();
  if (commandsOnly) return null;
  const mentions = entitiesOf(message).filter((entity) => mentionsBot(entity, message, me));
  const repliesToBot = message.reply_to_message?.from?.id === me.id;
  if (mentions.length === 0 && !repliesToBot) return null;
  return withoutRanges(wordsOf(message), mentions);
}

/** The words of the message that a command replies to, unless the bot wrote them; empty when there are none. */
export function repliedText(message: Message, me: UserFromGetMe): string {
  const replied = message.reply_to_message;
  if (!replied || replied.from?.id === me.id || replied.via_bot?.id === me.id) return '';
  return wordsOf(replied).trim();
}

/** Whether a message opens with a command, for this bot or another. */
export function opensWithCommand(message: Message): boolean {
  return entitiesOf(message).some(({ type, offset }) => type === 'bot_command' && offset === 0);
}

function entitiesOf({ entities, caption_entities: ofCaption }: Message): MessageEntity[] {
  return entities ?? ofCaption ?? [];
}

function mentionsBot(entity: MessageEntity, message: Message, me: UserFromGetMe) {
  if (entity.type === 'text_mention') return entity.user.id === me.id;
  if (entity.type !== 'mention') return false;
  const mention = wordsOf(message).slice(entity.offset, entity.offset + entity.length);
  return mention.toLowerCase() === `@${me.username.toLowerCase()}`;
}

function withoutRanges(text: string, ranges: readonly MessageEntity[]): string {
  let rest = '';
  let after = 0;
  for (const { offset, length } of ranges) {
    rest += text.slice(after, offset);
    after = offset + length;
  }
  return (rest + text.slice(after)).trim();
}
