/**
 * Many chats ask at once: how long each waits from its message to the bot's answer. The bot runs as a process of its own, built, against
 * the tests' Bot API server in this one.
 *
 *     npm run build && npx tsx bench/crowd.ts [CHATS] [QUESTIONS]
 *
 * QUESTIONS is how many different ones the chats ask, at most (and unless given) all of tests/eval/seed.jsonl.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BotApiServer } from '../tests/bot/bot-api-server.js';

const count = Number(process.argv[2] ?? 300);
const questions = readFileSync('tests/eval/seed.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { question: string }).question)
  .slice(0, Number(process.argv[3] ?? Infinity));

const server = await BotApiServer.start();
const indexFolder = mkdtempSync(path.join(tmpdir(), 'presscite-'));
const bot = spawn(process.execPath, ['dist/main.js', '--index', indexFolder], {
  env: { PATH: process.env.PATH, BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.apiRoot },
  stdio: ['ignore', 'ignore', 'inherit'],
});
await server.ask(questions[0]!, { chatId: 999 });
await sleep(1000); // what belongs to the start is over

const chats = Array.from({ length: count }, (_, i) => 5000 + i);
const started = performance.now();
for (const [i, chatId] of chats.entries()) server.say(questions[i % questions.length]!, { chatId });
const copies = new Map(chats.map((chatId) => [chatId, 0]));
const waits: number[] = [];
let seen = 0;
const collect = () => {
  for (; seen < server.calls.length; seen++) {
    const { method, params, error } = server.calls[seen]!;
    const chatId = params.chat_id as number;
    if (method !== 'sendMessage' || error !== null || !copies.has(chatId)) continue;
    if (copies.get(chatId) === 0) waits.push(performance.now() - started);
    copies.set(chatId, copies.get(chatId)! + 1);
  }
  return waits.length === count;
};
await server.until(collect, 120_000);
await sleep(1000);
collect();
const most = Math.max(...copies.values());

const at = (share: number) => `${Math.round(waits[Math.floor((count - 1) * share)]!)} ms`;
process.stdout.write(
  `${count} chats, ${Math.min(count, questions.length)} different questions, each answered (at most ${most} times): median ${at(0.5)}, p95 ${at(0.95)}, last ${at(1)}\n`,
);
bot.kill('SIGTERM');
await new Promise((resolve) => bot.once('exit', resolve));
await server.close();
rmSync(indexFolder, { recursive: true });
