/** Telegram's menus of commands. */
import type { Api } from 'grammy';
import type { BotCommandScope } from 'grammy/types';
import type { Reader } from '../core/reader.js';
import { describeError } from './describe-error.js';
import type { Log } from './redacting-log.js';
import { sayIn } from './texts.js';

const everywhere = ['ask', 'sources', 'latest', 'release', 'check'] as const;
const privateChats = [...everywhere, 'new', 'lang', 'help', 'privacy', 'forget'] as const;
const groups = [...everywhere, 'new', 'help', 'privacy'] as const;
const groupAdmins = [...groups, 'settings', 'forget'] as const;
const botAdmins = [...privateChats, 'add', 'remove', 'reindex', 'stats'] as const;

type Command = (typeof botAdmins)[number] | (typeof groupAdmins)[number];

/** Telegram takes two-letter languages here, so that both scripts of Chinese share a menu. */
const languages: readonly { readonly reader: Reader; readonly code?: 'zh' }[] = [
  { reader: 'en' },
  { reader: 'zh-Hans', code: 'zh' },
];

/**
 * Sets the commands that Telegram offers: Chinese for Chinese, English for any other language; to each kind of chat what is
 * of use there, and to the bot's administrators what only they may do.
 *
 * Never rejects: a bot without a menu still answers. A failure is logged, and costs one menu only: an administrator who never
 * opened the bot has no chat to set one for.
 */
export async function publishCommands(
  api: Api,
  adminIds: readonly number[],
  log: Log,
): Promise<void> {
  const menus: [BotCommandScope, readonly Command[]][] = [
    [{ type: 'all_private_chats' }, privateChats],
    [{ type: 'all_group_chats' }, groups],
    [{ type: 'all_chat_administrators' }, groupAdmins],
    ...adminIds.map((chatId): [BotCommandScope, readonly Command[]] => [
      { type: 'chat', chat_id: chatId },
      botAdmins,
    ]),
  ];
  for (const [scope, commands] of menus) {
    for (const { reader, code } of languages) {
      try {
        await api.setMyCommands(menu(commands, reader), {
          scope,
          ...(code && { language_code: code }),
        });
      } catch (error) {
        log('commands-not-set', { scope: scope.type, error: describeError(error) });
      }
    }
  }
}

function menu(commands: readonly Command[], reader: Reader) {
  const say = sayIn(reader);
  return commands.map((command) => ({ command, description: say(`command-${command}`) }));
}
