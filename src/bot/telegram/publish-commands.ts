/** Telegram's menus of commands. */
import type { Api } from 'grammy';
import type { BotCommandScope } from 'grammy/types';
import type { Reader } from '../../core/text/reader.js';
import { describeError } from './describe-error.js';
import type { Log } from './redacting-log.js';
import { sayIn } from '../texts.js';

const everywhere = ['ask', 'sources', 'latest', 'release', 'check', 'new'] as const;
const privateChats = [...everywhere, 'lang', 'help', 'privacy', 'forget'] as const;
const groups = [...everywhere, 'help', 'privacy'] as const;
const groupAdmins = [...groups, 'settings', 'forget'] as const;
const botAdmins = [...privateChats, 'add', 'remove', 'reindex', 'stats'] as const;

type Command = (typeof botAdmins)[number] | (typeof groupAdmins)[number];

/** Telegram takes two-letter languages here, so that both scripts of Chinese share a menu. */
const languages: readonly { readonly reader: Reader; readonly code?: 'zh' }[] = [
  { reader: 'en' },
  { reader: 'zh-Hans', code: 'zh' },
];

/**
 * Sends the commands that Telegram offers in each kind of chat: Chinese for Chinese, English for any other language.
 *
 * Never rejects: a bot without a menu still answers. A failure is logged.
 */
export async function publishCommands(api: Api, log: Log): Promise<void> {
  await publish(api, log, { type: 'all_private_chats' }, privateChats);
  await publish(api, log, { type: 'all_group_chats' }, groups);
  await publish(api, log, { type: 'all_chat_administrators' }, groupAdmins);
}

/** Sends the menu of an administrator of the bot, whose private chat there must be; rejects as little. */
export async function publishAdminCommands(api: Api, chatId: number, log: Log): Promise<void> {
  await publish(api, log, { type: 'chat', chat_id: chatId }, botAdmins);
}

async function publish(api: Api, log: Log, scope: BotCommandScope, commands: readonly Command[]): Promise<void> {
  for (const { reader, code } of languages) {
    const options = { scope, ...(code && { language_code: code }) };
    try {
      await api.setMyCommands(menu(commands, reader), options);
    } catch (error) {
      log('commands-not-set', { scope: scope.type, error: describeError(error) });
    }
  }
}

function menu(commands: readonly Command[], reader: Reader) {
  const say = sayIn(reader);
  return commands.map((command) => ({ command, description: say(`command-${command}`) }));
}
