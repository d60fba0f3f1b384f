/** A bot of its own for each test of a file that imports this; `bot` and `server` are those of the test which runs. */
import { afterEach, beforeEach } from 'vitest';
import type { BotApiServer } from './bot-api-server.js';
import { TestBot } from './test-bot.js';

export let bot: TestBot;
/** Its Bot API server. */
export let server: BotApiServer;

beforeEach(async () => {
  bot = await TestBot.create();
  ({ server } = bot);
});

afterEach(() => bot.dispose());

/** Ends the bot. The next one has its server and its stores, and is not started yet. */
export async function endAndFollow(): Promise<void> {
  bot.stop();
  await bot.ended;
  bot = TestBot.after(bot);
}
