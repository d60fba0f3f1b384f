/**
 * Many chats ask at once: how long each waits from its message to the bot's answer. The bot runs as a process of its own, built, against
 * the tests' Bot API server in this one.
 *
 *     npm run build && npx tsx bench/crowd.ts [CHATS]
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BotApiServer } from '../tests/bot/bot-api-server.js';

const count = Number(process.argv[2] ?? 300);
const questions = readFileSync('tests/eval/seed.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { question: string }).question);

const server = await BotApiServer.start();
const indexFolder = mkdtempSync(path.join(tmpdir(), 'presscite-'));
const bot = spawn(process.execPath, ['dist/main.js', '--index', indexFolder], {
  env: { PATH: process.env.PATH, BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.apiRoot },
  stdio: ['ignore', 'ignore', 'inherit'],
});
await server.ask(questions[0]!, { chatId: 999 });

const chats = Array.from({ length: count }, (_, i) => 5000 + i);
const started = performance.now();
const waits: number[] = [];
const open = new Set(chats);
for (const [i, chatId] of chats.entries()) server.say(questions[i % questions.length]!, { chatId });
await server.until(() => {
  for (const chatId of open) {
    if (server.answers(chatId).length === 0) continue;
    open.delete(chatId);
    waits.push(performance.now() - started);
  }
  return open.size === 0;
}, 120_000);
const copies = Math.max(...chats.map((chatId) => server.answers(chatId).length));

const at = (share: number) => `${Math.round(waits[Math.floor((count - 1) * share)]!)} ms`;
process.stdout.write(
  `${count} chats, each answered (${copies} at most): median ${at(0.5)}, p95 ${at(0.95)}, last ${at(1)}\n`,
);
bot.kill('SIGTERM');
await new Promise((resolve) => bot.once('exit', resolve));
await server.close();
rmSync(indexFolder, { recursive: true });
