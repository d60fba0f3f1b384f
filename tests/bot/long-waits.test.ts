import { describe, expect, it } from 'vitest';
import { repeatMs } from '../../src/bot/replies/while-typing.js';
import { answer } from './answers.js';
import { TestBot } from './test-bot.js';

/** What takes seconds by its nature; all at once, each with a bot of its own. */
describe.concurrent('over several seconds', () => {
  it('repeats "typing…" before Telegram takes it away after 5 s', async () => {
    const bot = await TestBot.create();
    bot.ask = async (question) => {
      await bot.server.until(() => bot.server.callsOf('sendChatAction').length === 2);
      return answer({ question });
    };
    bot.start();
    await bot.server.ask('问');
    expect(bot.server.callsOf('sendChatAction')).toHaveLength(2);
    // The timer decides, not how busy the machine is that runs the test.
    expect(repeatMs).toBeLessThan(5000);
    await bot.dispose();
  });

  it('stops within 5 s although an answer does not come', async () => {
    const bot = await TestBot.create();
    bot.ask = () => new Promise(() => {});
    bot.start();
    bot.server.say('问');
    await bot.server.until(() => bot.questions.length === 1);
    const stopped = Date.now();
    bot.stop();
    expect(await bot.ended).toBeNull();
    expect(Date.now() - stopped).toBeLessThan(5000);
    expect(bot.log.join('\n')).toContain('updates-left {"count":1}');
    expect(await bot.stores.inbox.pending()).toMatchObject([{ attempts: 0 }]);
    await bot.dispose();
  });
});
