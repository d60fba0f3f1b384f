import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from '../support/folder.js';
import { cleanEnvironment, command } from '../support/run-presscite.js';
import { BotApiServer } from './bot-api-server.js';
import { privateChat } from './person-message.js';

let server: BotApiServer;
let indexFolder: string;
let bot: ChildProcess | undefined;
let output: string;

/** Starts the program itself; a later start has the same index folder. */
function startBot(environment: Record<string, string> = {}): void {
  const [file, args] = command;
  bot = spawn(file, [...args, '--index', indexFolder], {
    env: cleanEnvironment({
      BOT_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.apiRoot,
      ...environment,
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [bot.stdout!, bot.stderr!]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
}

async function end(signal: NodeJS.Signals): Promise<number | null> {
  bot!.kill(signal);
  const [code] = (await once(bot!, 'exit')) as [number | null];
  return code;
}

const question = '示范区签约投资额是多少？';

beforeEach(async () => {
  output = '';
  indexFolder = path.join(await makeFolder(), 'index');
  server = await BotApiServer.start();
});

afterEach(async () => {
  bot?.kill('SIGKILL');
  await server.close();
  expect(output).not.toContain(server.token);
});

describe('a bot that is started again', () => {
  it('answers what it was killed over, each question once', async () => {
    const chats = Array.from({ length: 50 }, (_, i) => 5000 + i);
    const counts = () => chats.map((chatId) => server.answers(chatId).length);
    const answered = () => counts().filter((count) => count > 0).length;
    startBot();
    for (const chatId of chats) server.say(question, { chatId });
    await server.until(() => answered() >= 15, 30_000);
    await end('SIGKILL');
    expect(answered()).toBeLessThan(50);
    startBot();
    await server.until(() => answered() === 50, 30_000);
    await sleep(500);
    expect(counts()).toEqual(chats.map(() => 1));
    expect(output).not.toMatch(/update-failed|inbox-failed/);
  }, 90_000);

  it('keeps the questions of a chat in their order over a kill', async () => {
    startBot();
    for (let i = 1; i <= 20; i++)
      server.say(`第${i}问：签约投资额是多少？`, { chatId: -1001, extra: mentioned });
    await server.until(() => server.answers(-1001).length >= 5, 30_000);
    await end('SIGKILL');
    startBot();
    await server.until(() => server.answers(-1001).length === 20, 30_000);
    const asked = server.answers(-1001).map((message) => message.reply_to_message!.message_id);
    expect(asked).toEqual(asked.toSorted((a, b) => a - b));
    expect(new Set(asked).size).toBe(20);
  }, 90_000);

  it('still counts the answers of the day', async () => {
    startBot();
    await server.ask(question);
    await end('SIGKILL');
    startBot({ ADMIN_IDS: String(privateChat) });
    await server.until(() => output.split('bot-started').length === 3, 20_000);
    expect((await server.ask('/stats')).text).toContain('今天（UTC）回答了 1 次');
  }, 90_000);

  it('still has the settings, and stops in order with an answer in progress', async () => {
    startBot();
    await server.until(() => output.includes('bot-started'), 20_000);
    const menu = await server.ask('/lang');
    await server.interactions.press(menu, '繁體中文');
    server.say(question);
    expect(await end('SIGTERM')).toBe(0);
    startBot();
    server.say('/help');
    const said = (words: string) => server.answers().some(({ text }) => text.includes(words));
    await server.until(() => said('怎麼問'), 30_000);
    expect(said('951.64')).toBe(true);
  }, 90_000);
});

/** Every text is a mention of the bot. */
const mentioned = {
  entities: [
    {
      type: 'text_mention',
      offset: 0,
      length: 1,
      user: { id: 123456789, is_bot: true, first_name: 'b' },
    },
  ],
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
    expect(await end('SIGTERM')).toBe(0);
    await expect(health()).rejects.toThrow();
  }, 60_000);
});

describe('two bots', () => {
  it('do not share an index folder', async () => {
    startBot();
    await server.until(() => output.includes('bot-started'), 20_000);
    const first = bot!;
    startBot();
    const [code] = (await once(bot!, 'exit')) as [number | null];
    first.kill('SIGKILL');
    expect(code).toBe(1);
    expect(output).toMatch(/another presscite is running with this index folder/);
  }, 60_000);
});
