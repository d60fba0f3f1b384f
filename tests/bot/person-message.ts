/** Messages as Telegram delivers them to a bot. */
import type { Chat, Message, MessageEntity, User } from 'grammy/types';

/** What a person sends; the defaults are a private chat with a person whose Telegram speaks 简体中文. */
export interface Saying {
  readonly chatId?: number;
  readonly languageCode?: string | undefined;
  readonly replyTo?: Message;
  /** Anything else of a message: a photo, a sticker, an edit date. */
  readonly extra?: Record<string, unknown>;
}

/** A message of a person with the given content. */
export function personMessage(
  messageId: number,
  { chatId = privateChat, languageCode = 'zh-hans', replyTo, extra }: Saying,
  content: object,
): Message {
  const from: User = {
    id: chatId > 0 ? chatId : privateChat,
    is_bot: false,
    first_name: 'Lin',
    ...(languageCode !== '' && { language_code: languageCode }),
  };
  return {
    message_id: messageId,
    date: 1,
    chat: chatOf(chatId),
    from,
    ...(replyTo && { reply_to_message: replyTo }),
    ...content,
    ...extra,
  } as Message;
}

/** Where a person speaks unless told otherwise. */
export const privateChat = 1001;

function chatOf(id: number): Chat {
  if (id > 0) return { id, type: 'private', first_name: 'Lin' };
  return { id, type: 'supergroup', title: 'Newsroom' };
}

/** Commands and mentions, which Telegram marks in every text. */
export function findEntities(text: string): MessageEntity[] {
  const found = [...text.matchAll(/(?<!\w)(?:@\w{4,}|\/\w+(?:@\w+)?)/g)];
  return found.map(({ 0: word, index }) => ({
    type: word.startsWith('@') ? 'mention' : 'bot_command',
    offset: index,
    length: word.length,
  }));
}
