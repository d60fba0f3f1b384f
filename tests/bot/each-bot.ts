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

/** Says something that an earlier process took into the inbox, and lets that get further with it. */
export async function leave(text: string, progress?: (updateId: number) => Promise<void>): Promise<void> {
  const message = server.say(text);
  const updateId = message.message_id + 1; // as the server numbers them
  const content = JSON.stringify({ update_id: updateId, message });
  await bot.stores.inbox.receive([{ updateId, chatId: message.chat.id, content }]);
  await progress?.(updateId);
}
