import { beforeEach, describe, expect, it } from 'vitest';
import { answer } from './answers.js';
import { bot, endAndFollow, leave, server } from './each-bot.js';
import { gate } from './test-bot.js';

beforeEach(() => {
  bot.mayBeRefused = true;
});

const texts = () => server.answers().map(({ text }) => text.split('\n')[0]);

describe('an update of an earlier process', () => {
  it('is answered as a reply, although Telegram delivers it again', async () => {
    await leave('问');
    bot.start();
    server.say('再问');
    await server.until(() => texts().length === 2);
    expect(bot.questions).toEqual(['问', '再问']);
    expect(server.answers()[0]!.reply_to_message).toMatchObject({ text: '问' });
    await bot.settled();
  });

  it('is left alone when its answer may have arrived', async () => {
    const { inbox } = bot.stores;
    await leave('问', async (id) => {
      await inbox.begin(id);
      await inbox.sending(id);
    });
    bot.start();
    await server.ask('再问');
    expect(bot.questions).toEqual(['再问']);
    expect(bot.events).toContain('answer-unsure');
    await bot.settled();
  });

  it('sends the rest of what it was sending, and nothing twice', async () => {
    const { inbox } = bot.stores;
    const sentence = `${'詞'.repeat(99)}。`;
    const ask = async () => answer({ text: sentence.repeat(60), emphasis: [], citations: [] });
    bot.ask = ask;
    bot.start();
    await server.ask('问');
    await server.until(() => server.answers().length === 2);
    const [first] = server.answers();
    await endAndFollow();
    bot.mayBeRefused = true;
    bot.ask = ask;
    await leave('再问', async (id) => {
      await inbox.begin(id);
      await inbox.sending(id);
      await inbox.sent(id, first!.message_id); // what it was sent is the same
    });
    bot.start();
    await server.until(() => server.answers().length === 3);
    expect(server.callsOf('editMessageText')).toMatchObject([{ error: expect.stringContaining('not modified') }]);
    expect(server.answers()[2]!.text).toBe(server.answers()[1]!.text);
  });

  it('is given up when the process has ended over it three times', async () => {
    const { inbox } = bot.stores;
    await leave('毒', async (id) => {
      for (let i = 0; i < 3; i++) await inbox.begin(id);
    });
    bot.start();
    await server.ask('问');
    expect(bot.questions).toEqual(['问']);
    expect(bot.log.join('\n')).toMatch(/update-given-up \{"updateId":\d+,"chatId":1001,"attempts":3\}/);
    await bot.settled();
  });
});

describe('a message that could not be noted', () => {
  it('has not gone out, and is tried again', async () => {
    const { inbox } = bot.stores;
    let failures = 0;
    const sending = async (updateId: number) => {
      if (failures++ === 0) throw new Error('the disk is full');
      await inbox.sending(updateId);
    };
    bot.stores = { ...bot.stores, inbox: { ...inbox, sending } };
    bot.start();
    await server.ask('问');
    await bot.settled();
    expect(failures).toBe(2);
    expect(server.callsOf('sendMessage')).toHaveLength(1);
    expect(bot.events).not.toContain('answer-unsure');
  });
});

describe('an orderly stop', () => {
  it('leaves what was not begun, and takes back what was not finished', async () => {
    const { opened, open } = gate();
    bot.ask = async (question) => {
      await opened;
      return answer({ text: question });
    };
    bot.start();
    server.say('一');
    server.say('二');
    await server.until(() => bot.questions.length === 1);
    bot.stop();
    open();
    expect(await bot.ended).toBeNull();
    expect(texts()).toEqual(['一']);
    expect(await bot.stores.inbox.pending()).toMatchObject([{ attempts: 0, sent: [] }]);

    await endAndFollow();
    bot.start();
    await server.until(() => texts().length === 2);
    expect(bot.questions).toEqual(['二']);
  });
});

describe('a chat that is gone', () => {
  it('is not tried again and again for what it still waits for', async () => {
    const { opened, open } = gate();
    bot.ask = async (question) => {
      await opened;
      return answer({ question });
    };
    bot.start();
    for (const question of ['一', '二', '三']) server.say(question);
    await server.until(() => bot.questions.length === 1);
    server.closeChat();
    open();
    await server.ask('问', { chatId: 2002 });
    // The second may have begun before the first was seen to fail.
    expect(bot.questions).not.toContain('三');
    await bot.settled();
  });
});
