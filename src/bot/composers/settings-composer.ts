/** The settings of a chat: `/lang` and `/settings`, each a message with buttons. */
import { Composer } from 'grammy';
import type { ChatSettings, SettingsStore } from '../../core/stores/chat-settings.js';
import type { Reader } from '../../core/text/reader.js';
import { ignoreRefusal } from '../updates/answer-every-query.js';
import type { BotContext, ButtonContext } from '../bot-context.js';
import { buttonPattern } from '../messages/button-data.js';
import { isChatAdmin } from '../updates/chat-admin.js';
import { isOwnButton } from '../updates/own-button.js';
import { edit, reply } from '../replies/reply.js';
import { settingsKeyboard, settingsMessage } from '../messages/settings-message.js';
import { languageOf, sayIn } from '../texts.js';

const readers: readonly Reader[] = ['zh-Hans', 'zh-Hant', 'en'];

export function settingsComposer(store: SettingsStore): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const messages = composer.on('message');

  messages.command(['lang', 'settings'], async (ctx) => {
    if (!(await isChatAdmin(ctx))) return reply(ctx, ctx.say('settings-admins-only'));
    const isGroup = ctx.chat.type !== 'private';
    return reply(ctx, settingsMessage(ctx.settings, isGroup, ctx.say), {
      keyboard: settingsKeyboard(ctx.settings, isGroup, ctx.say),
    });
  });

  composer.callbackQuery(buttonPattern('language', 1), async (ctx) => {
    const language = readers.find((reader) => reader === ctx.match[1]) ?? null;
    await change(ctx, { language });
  });

  composer.callbackQuery(buttonPattern('commandsOnly', 1), (ctx) =>
    change(ctx, { commandsOnly: ctx.match[1] === 'on' }),
  );

  // A group that becomes a supergroup gets a new id.
  messages.on('message:migrate_to_chat_id', async (ctx) => {
    await store.write(ctx.message.migrate_to_chat_id, ctx.settings);
    await store.forget(ctx.chat.id);
  });

  async function change(ctx: ButtonContext, changed: Partial<ChatSettings>): Promise<void> {
    if (!isOwnButton(ctx)) return;
    if (!(await isChatAdmin(ctx))) {
      const text = ctx.say('settings-admins-only');
      await ctx.answerCallbackQuery({ text, show_alert: true }).catch(ignoreRefusal);
      return;
    }
    const settings = { ...ctx.settings, ...changed };
    await store.write(ctx.chat!.id, settings);
    await ctx.answerCallbackQuery().catch(ignoreRefusal);
    const say = sayIn(settings.language ?? languageOf(ctx.from.language_code));
    const isGroup = ctx.chat!.type !== 'private';
    const message = settingsMessage(settings, isGroup, say);
    await edit(ctx, ctx.msgId!, message, settingsKeyboard(settings, isGroup, say));
  }

  return composer;
}
