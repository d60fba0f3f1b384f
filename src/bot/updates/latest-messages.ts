/** Whether something else was said between a question and its answer, so that nobody could tell which one it answers. */
import type { Middleware, Transformer } from 'grammy';
import type { Message } from 'grammy/types';
import { RecentValues } from '../../core/recent-values.js';
import type { BotContext } from '../bot-context.js';
import { makesMessage } from '../telegram/send-once.js';
import { currentHandling } from './handling.js';

/** What is not remembered any more counts as the latest message of its chat. */
const rememberedChats = 10_000;

/** The latest message of each chat, people's and the bot's own; a chat's messages are numbered in their order. */
export class LatestMessages {
  private readonly ids = new RecentValues<number>(rememberedChats);

  /** Stands before an update waits for others. What is decided for one message of an answer holds for all of them. */
  readonly noteReceived: Middleware<BotContext> = (ctx, next) => {
    const { message } = ctx;
    if (message) this.note(message);
    let isOvertaken: boolean | undefined;
    ctx.isOvertaken = () => (isOvertaken ??= message !== undefined && this.hasLater(message));
    return next();
  };

  readonly noteSent: Transformer = async (prev, method, payload, signal) => {
    const response = await prev(method, payload, signal);
    if (response.ok && makesMessage(method)) this.note(response.result as unknown as Message);
    return response;
  };

  private note({ chat, message_id: id }: Message): void {
    this.ids.put(String(chat.id), Math.max(id, this.ids.get(String(chat.id)) ?? 0));
  }

  /** An earlier process may have answered later questions before it ended. */
  private hasLater({ chat, message_id: id }: Message): boolean {
    const latest = this.ids.get(String(chat.id)) ?? id;
    return latest > id || currentHandling()?.isInherited === true;
  }
}
