import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { sayIn } from '../../src/bot/texts.js';
import { answer } from './answers.js';
import { bot, endAndFollow, leave, server } from './each-bot.js';

const tooMany = sayIn('zh-Hans')('too-many', { perMinute: 5 });
const group = -1001;

beforeEach(() => {
  bot.questionsPerMinute = 5;
  bot.start();
});

/** The texts of the bot in a chat once nothing is left to be done. */
async function settled(chatId?: number): Promise<string[]> {
  await bot.settled();
  return server.answers(chatId).map(({ text }) => text);
}

describe("one person's flood", () => {
  it('is told once and then passed over, while others are answered at once', async () => {
    bot.ask = async (question) => {
      await sleep(50);
      return answer({ question });
    };
    for (let i = 0; i < 300; i++) server.say(`问${i}`);
    const asked = Date.now();
    await server.ask('别人问', { chatId: 2002 });
    expect(Date.now() - asked).toBeLessThan(2000);
    const texts = await settled();
    expect(texts).toHaveLength(6);
    expect(texts.filter((text) => text === tooMany)).toHaveLength(1);
    expect(bot.questions).toHaveLength(6);
    expect(bot.log.filter((line) => line.startsWith('flood'))).toEqual(['flood {"chatId":1001,"personId":1001}']);
  });

  it('is not what is said in a group without asking the bot', async () => {
    for (let i = 0; i < 20; i++) server.say(`闲聊${i}`, { chatId: group });
    for (let i = 0; i < 7; i++) server.say(`/ask 问${i}`, { chatId: group });
    const texts = await settled(group);
    expect(texts).toHaveLength(6);
    expect(texts.at(-1) === tooMany || texts.includes(tooMany)).toBe(true);
  });

  it('does not take what an earlier process took in', async () => {
    await endAndFollow();
    bot.questionsPerMinute = 5;
    for (let i = 0; i < 10; i++) await leave(`问${i}`);
    bot.start();
    expect(await settled()).toHaveLength(10);
    expect(bot.questions).toHaveLength(10);
  });
});
