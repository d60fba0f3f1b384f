/** What a handler knows of an update beside the update itself: what is set for the chat, and the words for it. */
import type { Context, Filter, MiddlewareFn } from 'grammy';
import { defaultChatSettings, type ChatSettings, type SettingsStore } from '../core/stores/chat-settings.js';
import type { Reader } from '../core/text/reader.js';
import { languageOf, sayIn, type Say } from './texts.js';

interface ChatFlavor {
  settings: ChatSettings;
  /** The language of the chat, or of the person where none is set. */
  language: Reader;
  /** Says the bot's texts in that language. */
  say: Say;
  /** Whether another message came after the one that is being answered. */
  isOvertaken: () => boolean;
}

export type BotContext = Context & ChatFlavor;

/** A new message from a person. */
export type MessageContext = Filter<BotContext, 'message'>;

/** A pressed button under a message of the bot. */
export type ButtonContext = Filter<BotContext, 'callback_query:data'>;

/** Reads the settings of the chat; an inline query has those of the person's private chat, which has the person's id. */
export function knowChat(store: SettingsStore): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    ctx.settings = defaultChatSettings;
    speak(ctx, languageOf(ctx.from?.language_code)); // for a failure report when the store fails
    const chatId = ctx.chatId ?? ctx.from?.id;
    if (chatId !== undefined) ctx.settings = await store.read(chatId);
    if (ctx.settings.language !== null) speak(ctx, ctx.settings.language);
    await next();
  };
}

function speak(ctx: BotContext, language: Reader): void {
  ctx.language = language;
  ctx.say = sayIn(language);
}
