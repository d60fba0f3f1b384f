/** The program itself as a bot, as `npm start` runs it, against the tests' Bot API server. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { makeFolder } from '../support/folder.js';
import { cleanEnvironment, command } from '../support/run-presscite.js';
import { BotApiServer } from './bot-api-server.js';

export let server: BotApiServer;
/** What all processes of the test have said. */
export let output: string;
let indexFolder: string;
let running: ChildProcess[];

beforeEach(async () => {
  [output, running] = ['', []];
  indexFolder = path.join(await makeFolder(), 'index');
  server = await BotApiServer.start();
});

afterEach(async () => {
  for (const bot of running) bot.kill('SIGKILL');
  await server.close();
  expect(output).not.toContain(server.token);
});

/** Starts a bot; all of a test have the same index folder. */
export function startBot(environment: Record<string, string> = {}): void {
  const [file, args] = command;
  const { token, apiRoot } = server;
  const bot = spawn(file, [...args, '--index', indexFolder], {
    env: cleanEnvironment({ BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, ...environment }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [bot.stdout, bot.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  running.push(bot);
}

/** The exit code of the latest bot, to which a signal is sent if it is to end. */
export async function ended(signal?: NodeJS.Signals): Promise<number | null> {
  const bot = running.at(-1)!;
  if (signal) bot.kill(signal);
  if (bot.exitCode !== null) return bot.exitCode;
  const [code] = (await once(bot, 'exit')) as [number | null];
  return code;
}

/** Waits until so many bots have said that they are there. */
export function started(times = 1): Promise<void> {
  return server.until(() => output.split('"bot-started"').length > times, 20_000);
}
