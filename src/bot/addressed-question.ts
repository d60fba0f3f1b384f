/** Who is spoken to: what a message asks the bot, if anything. */
import type { Message, MessageEntity, UserFromGetMe } from 'grammy/types';

/**
 * The question that a text puts to the bot: in a private chat every text; in a group a text that mentions the bot or
 * replies to it. Mentions of the bot are cut out.
 *
 * @returns null when the bot is not asked; an empty string when it is called without a question
 */
export function addressedQuestion(message: Message.TextMessage, me: UserFromGetMe): string | null {
  if (message.chat.type === 'private') return message.text.trim();
  const mentions = (message.entities ?? []).filter((entity) => mentionsBot(entity, message, me));
  const repliesToBot = message.reply_to_message?.from?.id === me.id;
  if (mentions.length === 0 && !repliesToBot) return null;
  return withoutRanges(message.text, mentions);
}

/** Whether a text opens with a command, for this bot or another. */
export function opensWithCommand({ entities = [] }: Message.TextMessage): boolean {
  return entities.some(({ type, offset }) => type === 'bot_command' && offset === 0);
}

function mentionsBot(entity: MessageEntity, { text }: Message.TextMessage, me: UserFromGetMe) {
  if (entity.type === 'text_mention') return entity.user.id === me.id;
  if (entity.type !== 'mention') return false;
  const mention = text.slice(entity.offset, entity.offset + entity.length);
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
