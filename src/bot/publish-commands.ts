/** Telegram's menu of commands. */
import type { Api } from 'grammy';
import { describeError } from './describe-error.js';
import type { Log } from './redacting-log.js';
import { textsFor, type Texts } from './texts.js';

/**
 * Sets the commands that Telegram offers: Chinese for Chinese, English for any other language. Telegram takes two-letter
 * languages here, so that both scripts of Chinese share one menu.
 *
 * Never rejects: a bot without a menu still answers. A failure is logged.
 */
export async function publishCommands(api: Api, log: Log): Promise<void> {
  try {
    await api.setMyCommands(menu(textsFor('en')));
    await api.setMyCommands(menu(textsFor('zh')), { language_code: 'zh' });
  } catch (error) {
    log('commands-not-set', { error: describeError(error) });
  }
}

function menu({ commands }: Texts) {
  return Object.entries(commands).map(([command, description]) => ({ command, description }));
}
