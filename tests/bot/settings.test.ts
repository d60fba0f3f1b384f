import { beforeEach, describe, expect, it } from 'vitest';
import { sayIn } from '../../src/bot/texts.js';
import { answer } from './answers.js';
import { bot, server } from './each-bot.js';

const hans = sayIn('zh-Hans');
const hant = sayIn('zh-Hant');
const group = -1001;
const groupAdmin = 7;

beforeEach(() => {
  server.interactions.admins.add(groupAdmin);
  bot.adminIds = [1001, 1002];
  bot.start();
});

const asAdmin = {
  chatId: group,
  extra: { from: { id: groupAdmin, is_bot: false, first_name: 'A' } },
};

describe('/lang', () => {
  it('changes the language of a private chat in one tap, and back', async () => {
    const panel = await server.ask('/lang', { languageCode: 'en' });
    expect(panel.text).toBe('Settings of this chat\nLanguage: as in your Telegram');
    await server.interactions.press(panel, '繁體中文', { languageCode: 'en' });
    await server.until(() => server.callsOf('editMessageText').length === 1);
    expect(server.interactions.current(panel).text).toBe('這個聊天的設定\n語言：繁體中文');
    expect((await server.ask('/start', { languageCode: 'en' })).text).toBe(hant('start'));
    expect((await server.ask('/start', { chatId: 2002 })).text).toBe(hans('start'));
    await server.interactions.press(panel, hant('button-follow'), { languageCode: 'en' });
    await server.until(() => server.callsOf('editMessageText').length === 2);
    expect((await server.ask('/start', { languageCode: 'en' })).text).toMatch(/^Hello!/);
  });

  it('tells a question the language of its chat: the one set, otherwise that of the person', async () => {
    const languages: unknown[] = [];
    bot.ask = async (question, { language } = {}) => {
      languages.push(language);
      return answer({ question });
    };
    await server.ask('你好', { languageCode: 'zh-hant' });
    await server.ask('ok', { languageCode: 'de' });
    const panel = await server.ask('/lang', { languageCode: 'en' });
    await server.interactions.press(panel, '繁體中文', { languageCode: 'en' });
    await server.until(() => server.callsOf('editMessageText').length === 1);
    await server.ask('1', { languageCode: 'en' });
    expect(languages).toEqual(['zh-Hant', 'en', 'zh-Hant']);
  });
});

describe('the settings of a group', () => {
  it('are for its administrators, those who write as the group included', async () => {
    const refusal = await server.ask('/settings', { chatId: group });
    expect(refusal.text).toBe(hans('settings-admins-only'));
    const panel = await server.ask('/settings', asAdmin);
    const asGroup = { sender_chat: { id: group, type: 'supergroup', title: 'Newsroom' } };
    expect((await server.ask('/settings', { chatId: group, extra: asGroup })).text).toContain(
      hans('settings-answers-all'),
    );
    const answered = await server.interactions.press(panel, hans('button-commands-only'));
    expect(answered).toMatchObject({ text: hans('settings-admins-only'), show_alert: true });
    expect(await bot.stores.settings.read(group)).toEqual({ language: null, commandsOnly: false });
  });

  it('hold for everybody once an administrator has changed them; a member changes nothing', async () => {
    const panel = await server.ask('/settings', asAdmin);
    const refused = await server.interactions.press(panel, 'English');
    expect(refused).toMatchObject({ text: hans('settings-admins-only'), show_alert: true });
    expect(server.interactions.current(panel)).toEqual(panel);
    await server.interactions.press(panel, 'English', { personId: groupAdmin });
    await server.until(() => server.callsOf('editMessageText').length === 1);
    expect(server.interactions.current(panel).text).toBe(
      'Settings of this chat\nLanguage: English\nIn this group I answer commands, mentions and replies.',
    );
    for (const command of ['/settings', '/lang']) {
      const { text } = await server.ask(command, { chatId: group });
      expect(text).toBe(sayIn('en')('settings-admins-only'));
    }
    expect((await server.ask('/settings')).text).toContain(hans('settings-heading'));
  });

  it('may be to answer commands only', async () => {
    const panel = await server.ask('/settings', asAdmin);
    await server.interactions.press(panel, hans('button-commands-only'), {
      personId: groupAdmin,
    });
    await server.until(() => server.callsOf('editMessageText').length === 1);
    expect(server.interactions.current(panel).text).toContain(hans('settings-commands-only'));
    server.say('@presscite_test_bot 一？', { chatId: group });
    server.say('二？', { chatId: group, replyTo: panel });
    await server.ask('/ask 三？', { chatId: group });
    expect(bot.questions).toEqual(['三？']);
  });

  it('move with a group that becomes a supergroup, and go when the bot is removed', async () => {
    await bot.stores.settings.write(-5, { language: 'en', commandsOnly: true });
    server.send({ migrate_to_chat_id: -100500 }, { chatId: -5 });
    await server.ask('/start');
    await server.until(() => server.calls.length > 0);
    expect(await bot.stores.settings.read(-100500)).toEqual({ language: 'en', commandsOnly: true });
    expect(await bot.stores.settings.read(-5)).toEqual({ language: null, commandsOnly: false });
    server.interactions.move(-100500, 'kicked');
    await server.ask('/start');
    expect(await bot.stores.settings.read(-100500)).toEqual({ language: null, commandsOnly: false });
  });
});

describe('/privacy and /forget', () => {
  it('say what is kept, and delete it', async () => {
    expect((await server.ask('/privacy')).text).toContain('/forget');
    await bot.stores.settings.write(1001, { language: 'en', commandsOnly: false });
    await bot.stores.feedback.record({ chatId: 1001, messageId: 1, personId: 1, isHelpful: true });
    expect((await server.ask('/forget')).text).toBe(sayIn('en')('forgotten'));
    expect(await bot.stores.settings.read(1001)).toEqual({ language: null, commandsOnly: false });
    expect(await bot.stores.feedback.count()).toEqual({ helpful: 0, unhelpful: 0 });
    expect((await server.ask('/forget', { chatId: group })).text).toBe(hans('forget-admins-only'));
  });
});

describe('the menus', () => {
  it('are set per kind of chat and language, those of administrators for them alone', async () => {
    await server.until(() => server.callsOf('setMyCommands').length === 6);
    await server.ask('/sources');
    await server.ask('二？', { chatId: 1002 });
    await server.ask('三？', { chatId: 1003 });
    await server.ask('/ask 四？', { chatId: group });
    await server.until(() => server.callsOf('setMyCommands').length === 10);
    const menus = server.callsOf('setMyCommands').map(({ params }) => ({
      scope: params.scope as { type: string; chat_id?: number },
      language: params.language_code,
      commands: (params.commands as { command: string }[]).map(({ command }) => command),
    }));
    const offered = (type: string) => menus.find(({ scope }) => scope.type === type)!.commands;
    expect(offered('all_private_chats')).toContain('lang');
    expect(offered('all_group_chats')).not.toContain('settings');
    expect(offered('all_chat_administrators')).toContain('settings');
    for (const command of ['add', 'remove', 'reindex', 'stats']) {
      const places = menus.filter(({ commands }) => commands.includes(command));
      expect(places.map(({ scope }) => scope.chat_id)).toEqual([1001, 1001, 1002, 1002]);
    }
    expect(new Set(menus.map(({ language }) => language))).toEqual(new Set([undefined, 'zh']));
  });

  it('costs nothing but itself when Telegram refuses one', async () => {
    server.fail({ method: 'setMyCommands', kind: 'badRequest' });
    await server.ask('问');
    await server.until(() => server.callsOf('setMyCommands').length >= 6);
    expect(bot.events).toContain('commands-not-set');
    bot.forgive();
  });
});
