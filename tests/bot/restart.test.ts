import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ended, output, server, startBot, started } from './bot-process.js';
import { privateChat } from './person-message.js';

const question = '示范区签约投资额是多少？';

describe('a bot that is started again', () => {
  it('answers what it was killed over, each question once', async () => {
    const chats = Array.from({ length: 50 }, (_, i) => 5000 + i);
    const counts = () => chats.map((chatId) => server.answers(chatId).length);
    const answered = () => counts().filter((count) => count > 0).length;
    startBot();
    for (const chatId of chats) server.say(question, { chatId });
    await server.until(() => answered() >= 15, 30_000);
    await ended('SIGKILL');
    expect(answered()).toBeLessThan(50);
    startBot();
    await server.until(() => answered() === 50, 30_000);
    await sleep(500);
    expect(counts()).toEqual(chats.map(() => 1));
    expect(output).not.toMatch(/update-failed|inbox-failed/);
  }, 90_000);

  it('keeps the questions of a chat in their order over a kill', async () => {
    startBot();
    for (let i = 1; i <= 20; i++) server.say(`第${i}问：签约投资额是多少？`, { chatId: -1001, extra: mentioned });
    await server.until(() => server.answers(-1001).length >= 5, 30_000);
    await ended('SIGKILL');
    startBot();
    await server.until(() => server.answers(-1001).length === 20, 30_000);
    const asked = server.answers(-1001).map((message) => message.reply_to_message!.message_id);
    expect(asked).toEqual(asked.toSorted((a, b) => a - b));
    expect(new Set(asked).size).toBe(20);
  }, 90_000);

  it('still has its settings and counts, and stops in order with an answer in progress', async () => {
    startBot();
    await started();
    await server.interactions.press(await server.ask('/lang'), '繁體中文');
    server.say(question);
    expect(await ended('SIGTERM')).toBe(0);
    startBot({ ADMIN_IDS: String(privateChat) });
    await started(2);
    expect((await server.ask('/help')).text).toContain('怎麼問');
    expect((await server.ask('/stats')).text).toContain('今天（UTC）回答了 1 次');
    expect(server.answers()).toHaveLength(4);
  }, 90_000);
});

/** Every text is a mention of the bot. */
const mentioned = {
  entities: [{ type: 'text_mention', offset: 0, length: 1, user: { id: 123456789, is_bot: true, first_name: 'b' } }],
};

describe('the health of the bot', () => {
  it('is told on the port that is asked for, without a word of anybody', async () => {
    const port = 20_000 + (process.pid % 40_000);
    startBot({ HEALTH_PORT: String(port) });
    const health = () => fetch(`http://127.0.0.1:${port}/healthz`);
    server.say(question);
    await server.until(() => server.answers().length === 1, 30_000);
    await server.until(() => server.unconfirmed === 0);
    const response = await health();
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      status: 'ok',
      lastPollAgeMs: expect.toSatisfy(Number.isInteger),
      inbox: 0,
      releases: 2,
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
    expect(await ended('SIGTERM')).toBe(0);
    await expect(health()).rejects.toThrow();
  }, 60_000);
});

describe('two bots', () => {
  it('do not share an index folder', async () => {
    startBot();
    await started();
    startBot();
    expect(await ended()).toBe(1);
    expect(output).toMatch(/another presscite is running with this index folder/);
  }, 60_000);
});
