/** The chats of the Bot API server: what people and the bot have said in them. */
import type { Chat, Message, User } from 'grammy/types';
import { Refusal } from './api-faults.js';
import { keyboardFault } from './interactions.js';
import { messageFault } from './send-message-rules.js';

export class Chats {
  /** Of all chats, oldest first. */
  readonly messages: Message[] = [];
  private readonly closed = new Set<number>();

  constructor(
    private readonly me: User,
    private readonly nextId: () => number,
  ) {}

  /** From now on the person has blocked the bot, or the group has removed it. */
  close(chatId: number): void {
    this.closed.add(chatId);
  }

  /** The bot's messages in a chat, oldest first. */
  answers(chatId: number): Message.TextMessage[] {
    return this.messages.filter(
      (message): message is Message.TextMessage => message.chat.id === chatId && message.from?.id === this.me.id,
    );
  }

  /** The chat, if the bot may write to it: a person has to have spoken first. */
  open(id: unknown): Chat {
    const known = this.messages.find(({ chat }) => chat.id === id);
    if (!known) throw new Refusal(400, 'Bad Request: chat not found');
    if (this.closed.has(known.chat.id)) {
      throw new Refusal(403, 'Forbidden: bot was blocked by the user');
    }
    return known.chat;
  }

  sendMessage(params: Record<string, unknown>): Message {
    const chat = this.open(params.chat_id);
    const fault = messageFault(params) ?? keyboardFault(params.reply_markup);
    if (fault) throw new Refusal(400, `Bad Request: ${fault}`);
    const reply = params.reply_parameters as { message_id: number; allow_sending_without_reply?: boolean } | undefined;
    const target = this.messages.find(
      (message) => message.chat.id === chat.id && message.message_id === reply?.message_id,
    );
    if (reply && !target && !reply.allow_sending_without_reply) {
      throw new Refusal(400, 'Bad Request: message to be replied not found');
    }
    return this.said(chat, {
      text: params.text,
      ...(Array.isArray(params.entities) && { entities: params.entities }),
      ...(params.reply_markup !== undefined && { reply_markup: params.reply_markup }),
      ...(target && { reply_to_message: target }),
    });
  }

  sendDocument(params: Record<string, unknown>): Message {
    const chat = this.open(Number(params.chat_id));
    const { name, text } = params.file as { name: string; text: string };
    const document = { file_id: text, file_unique_id: text, file_name: name };
    return this.said(chat, { caption: params.caption, document });
  }

  /** A message of the bot. */
  private said(chat: Chat, content: Record<string, unknown>): Message {
    const message = { message_id: this.nextId(), date: 1, chat, from: this.me, ...content } as Message;
    this.messages.push(message);
    return message;
  }
}
