import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { answer } from './answers.js';
import { bot, server } from './each-bot.js';
import { gate } from './test-bot.js';

beforeEach(() => {
  bot.mayBeRefused = true;
});

describe('starting and stopping', () => {
  it('sends the answers in progress, confirms what was read and resolves', async () => {
    bot.start();
    const { opened: found, open: finish } = gate();
    bot.ask = async () => {
      await found;
      return answer();
    };
    server.say('问');
    await server.until(() => bot.questions.length === 1);
    bot.stop();
    await sleep(50);
    server.say('太晚了');
    finish();
    expect(await bot.ended).toBeNull();
    expect(server.answers()).toHaveLength(1);
    expect(bot.questions).toEqual(['问']);
    expect(server.unconfirmed).toBe(1);
    expect(bot.log.at(-1)).toMatch(/^bot-stopped/);
  });

  it('says what to do about a token that Telegram does not know', async () => {
    bot.start('1:wrong');
    expect(await bot.ended).toMatchObject({ name: 'AppError', userMessage: expect.stringContaining('BOT_TOKEN') });
  });

  it('says what to do when another process polls with its token', async () => {
    bot.start();
    await server.ask('问');
    await server.until(() => server.callsOf('setMyCommands').length === 6);
    const url = `${server.apiRoot}/bot${server.token}/getUpdates`;
    const body = JSON.stringify({ offset: 1000, timeout: 10 });
    const other = fetch(url, { method: 'POST', body }).catch(() => null);
    expect(await bot.ended).toMatchObject({
      name: 'AppError',
      userMessage: expect.stringContaining('Another process'),
    });
    await server.close();
    await other;
  });

  it('comes back when the connection was lost', async () => {
    server.fail({ method: 'getMe', kind: 'reset' });
    server.fail({ method: 'deleteWebhook', kind: 'reset' });
    server.fail({ method: 'getUpdates', kind: 'reset' });
    bot.start();
    await server.ask('问');
    const outage = ['telegram-unreachable', 'telegram-reachable'];
    expect(bot.events).toEqual([...outage, ...outage, 'bot-started', ...outage]);
  });
});
