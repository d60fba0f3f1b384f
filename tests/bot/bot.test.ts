import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { sayIn } from '../../src/bot/texts.js';
import type { AskQuestion } from '../../src/core/answer/answer.js';
import { AppError } from '../../src/core/app-error.js';
import { answer } from './answers.js';
import { bot, server } from './each-bot.js';
import { gate } from './test-bot.js';

const group = -1001;
const hans = sayIn('zh-Hans');

beforeEach(() => bot.start());

/** Takes long enough for "typing…" to be shown. */
const slowly: AskQuestion = async (question) => {
  await sleep(600);
  return answer({ question });
};

describe('in a private chat', () => {
  it('says what it is, in the language of the person', async () => {
    expect((await server.ask('/start')).text).toBe(hans('start'));
    expect((await server.ask('/start', { languageCode: 'zh-TW' })).text).toMatch(/示範區/);
    expect((await server.ask('/start', { languageCode: 'fr' })).text).toMatch(/^Hello!/);
    expect((await server.ask('/start', { languageCode: '' })).text).toBe(hans('start'));
    expect((await server.ask('/help')).text).toContain('@presscite_test_bot');
  });

  it('answers a text with a quote and its source', async () => {
    const { text, entities } = await server.ask('签约投资额是多少？');
    expect(bot.questions).toEqual(['签约投资额是多少？']);
    expect(text).toMatch(/^951\.64亿元 \[1\]\n簽約投資額為951\.64億元。\n\[1\] 黃河新聞網 · /);
    expect(entities?.map(({ type }) => type)).toEqual(['bold', 'expandable_blockquote', 'bold']);
    expect(server.callsOf('sendMessage')[0]!.params).not.toHaveProperty('reply_parameters');
  });

  it('shows that it is typing when an answer takes a while, before the answer and not after it', async () => {
    await server.ask('签约投资额是多少？');
    expect(server.callsOf('sendChatAction')).toEqual([]);
    bot.ask = slowly;
    await server.ask('签约投资额是多少？');
    await sleep(100);
    const order = server.calls.map(({ method }) => method).filter((name) => name.startsWith('send'));
    expect(order).toEqual(['sendMessage', 'sendChatAction', 'sendMessage']);
  });

  it('is friendly about what holds no question', async () => {
    server.send({ voice: { file_id: 'v', file_unique_id: 'v', duration: 1 } });
    server.send({ pinned_message: { message_id: 1 } });
    server.edit('签约投资额是多少？');
    expect((await server.ask('/nonsense')).text).toBe(hans('not-text'));
    await server.until(() => server.answers().length === 2);
    expect(server.answers()[1]!.text).toBe(hans('unknown-command'));
    expect((await server.ask('/ask')).text).toBe(hans('empty-question'));
    expect(bot.questions).toEqual([]);
  });

  it('answers as a reply to its question, and only then, when another message came in between', async () => {
    const { opened, open } = gate();
    bot.ask = async (question) => {
      if (question === 'one') await opened;
      return answer({ text: '词。'.repeat(2500) });
    };
    server.say('one');
    server.say('/help');
    await server.until(() => bot.questions.length === 1 && server.unconfirmed === 0);
    open();
    await bot.settled();
    const replied = () => server.answers().map(({ reply_to_message: to }) => (to && 'text' in to ? to.text : null));
    expect(replied()).toEqual(['one', 'one', '/help']);
    await server.ask('three');
    await bot.settled();
    expect(replied().slice(3)).toEqual([null, null]);
    const targets = server.callsOf('sendMessage').map(({ params }) => params.reply_parameters);
    expect(targets[0]).toMatchObject({ allow_sending_without_reply: true });
  });

  it('answers the caption of a photo', async () => {
    server.send({ photo: [{ file_id: 'p' }], caption: '落地率是多少' });
    await bot.settled();
    expect(bot.questions).toEqual(['落地率是多少']);
    expect(server.answers()[0]!.text).toMatch(/^951/);
  });

  it('answers the bot.questions of one chat in their order and other chats at once', async () => {
    const { opened, open } = gate();
    bot.ask = async (question) => {
      if (question === 'one') await opened;
      return answer({ text: question });
    };
    server.say('one');
    server.say('two');
    expect((await server.ask('three', { chatId: 2002 })).text).toMatch(/^three\n/);
    expect(server.answers()).toEqual([]);
    open();
    await server.until(() => server.answers().length === 2);
    expect(server.answers().map(({ text }) => text.slice(0, 3))).toEqual(['one', 'two']);
  });
});

describe('in a group', () => {
  it('keeps silent unless it is asked', async () => {
    server.say('签约投资额是多少？', { chatId: group });
    server.say('@another_bot 签约投资额是多少？', { chatId: group });
    server.say('/ask@another_bot 签约投资额是多少？', { chatId: group });
    server.say('/unknown', { chatId: group });
    server.send({ photo: [{ file_id: 'p' }] }, { chatId: group });
    await server.ask('/ask 示范区', { chatId: group });
    expect(bot.questions).toEqual(['示范区']);
    expect(server.answers(group)).toHaveLength(1);
  });

  it('answers a command without a sound, a mention and a reply with one, as a reply to the question', async () => {
    const first = await server.ask('@presscite_TEST_bot 一？', { chatId: group });
    await server.ask('/ask@presscite_test_bot 二？', { chatId: group });
    const third = await server.ask('三？', { chatId: group, replyTo: first });
    expect(bot.questions).toEqual(['一？', '二？', '三？']);
    await server.ask('/ask 四？');
    const quiet = server.callsOf('sendMessage').map(({ params }) => params.disable_notification === true);
    expect(quiet).toEqual([false, true, false, false]);
    expect(first.reply_to_message).toMatchObject({ text: '@presscite_TEST_bot 一？' });
    expect(third.reply_to_message).toMatchObject({ text: '三？' });
    const hint = await server.ask('@presscite_test_bot', { chatId: group });
    expect(hint.text).toBe(hans('empty-question'));
  });
});

describe('when something goes wrong', () => {
  beforeEach(() => {
    bot.mayBeRefused = true;
  });

  it('says so, and logs neither the question nor the token', async () => {
    bot.ask = async (question) => {
      throw new TypeError(`broke on ${question} at /bot${server.token}/x`);
    };
    expect((await server.ask('一个秘密的问题')).text).toBe(hans('failed'));
    expect(bot.log.join('\n')).toContain('TypeError: broke on');
    expect(bot.log.join('\n')).not.toContain('秘密');
  });

  it('tells what the person can do about it when that is known', async () => {
    bot.ask = async () => {
      throw new AppError('no index', { userMessage: '索引正在重建。' });
    };
    expect((await server.ask('问')).text).toBe('索引正在重建。');
  });

  it('waits as long as Telegram asks it to, and sends the answer once', async () => {
    server.fail({ method: 'sendMessage', kind: 'tooManyRequests', retryAfterSeconds: 1 });
    const asked = Date.now();
    await server.ask('问');
    expect(Date.now() - asked).toBeGreaterThanOrEqual(1000);
    expect(server.answers()).toHaveLength(1);
  });

  it.each(['reset', 'resetAfter'] as const)(
    'neither repeats an answer whose connection broke nor apologizes for it (%s)',
    async (kind) => {
      server.fail({ method: 'sendMessage', kind });
      server.say('问');
      await server.until(() => bot.events.includes('answer-unsure'));
      expect(server.answers()).toHaveLength(kind === 'reset' ? 0 : 1);
      expect((await server.ask('再问')).text).toMatch(/^951/);
      expect(server.callsOf('sendMessage')).toHaveLength(2);
    },
  );

  it('answers without "typing…" when Telegram does not take it', async () => {
    bot.ask = slowly;
    server.fail({ method: 'sendChatAction', kind: 'reset' });
    await server.ask('问');
    server.fail({ method: 'sendChatAction', kind: 'slow', delayMs: 5000 });
    const asked = Date.now();
    await server.ask('问');
    expect(Date.now() - asked).toBeLessThan(2000);
    expect(bot.log.filter((line) => line.startsWith('update-failed'))).toEqual([]);
  });

  it('leaves a person alone who has blocked it', async () => {
    await server.ask('问');
    server.closeChat();
    server.say('问');
    await server.ask('问', { chatId: 2002 });
    expect(server.callsOf('sendMessage').filter(({ error }) => error)).toHaveLength(1);
    await server.until(() => bot.log.some((line) => line.startsWith('chat-closed')));
    expect(bot.log.join('\n')).not.toMatch(/update-failed|apology-failed/);
  });
});
