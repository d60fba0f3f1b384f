#!/usr/bin/env node
/** presscite: wires everything and runs the command line. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createKeyedDigest } from './adapters/keyed-digest.js';
import { createMemoryFeedbackStore } from './adapters/memory-feedback-store.js';
import { createMemorySettingsStore } from './adapters/memory-settings-store.js';
import { createBot } from './bot/create-bot.js';
import { runBot } from './bot/run-bot.js';
import { chat } from './cli/chat-command.js';
import { noteProblems } from './cli/ingest-command.js';
import { runProgram } from './cli/program.js';
import { createTerminal } from './cli/terminal.js';
import { packageFolder, readConfig, type Config } from './config.js';
import { AppError } from './core/app-error.js';
import { openEngine, type Engine } from './engine.js';
import { evaluateSets } from './evaluate-sets.js';

const terminal = createTerminal();

const howToGetToken =
  'No BOT_TOKEN: this is the terminal. For Telegram, get a token from @BotFather and start with BOT_TOKEN=… npm start';

function open(config: Config): Promise<Engine> {
  return openEngine(config, { warn: terminal.note, progress: terminal.progress });
}

/** The bot when there is a token, otherwise the chat in the terminal. */
async function startDefault(config: Config): Promise<void> {
  if (config.botToken === null) terminal.note(howToGetToken);
  const engine = await open(config);
  noteProblems(await engine.ingest(), terminal);
  if (config.botToken === null) await chat(engine, terminal);
  else await startBot(config.botToken, config, engine);
}

/** One line of JSON an event. */
function log(event: string, fields: Record<string, unknown> = {}): void {
  terminal.note(JSON.stringify({ at: new Date().toISOString(), event, ...fields }));
}

async function startBot(token: string, config: Config, engine: Engine): Promise<void> {
  const bot = createBot({
    token,
    apiRoot: config.telegramApiRoot ?? undefined,
    ask: engine.ask,
    search: engine.search,
    corpus: engine.corpus,
    quotes: engine.quotes,
    manager: engine.manager,
    settings: createMemorySettingsStore(),
    feedback: createMemoryFeedbackStore(),
    digest: createKeyedDigest(token, 'sentence references'),
    adminIds: config.adminIds,
    today: () => new Date().toISOString().slice(0, 10),
    log,
  });
  await runBot(bot, log);
}

function versionOfPackage(): string {
  const manifest = readFileSync(path.join(packageFolder, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

try {
  process.exitCode = await runProgram(process.argv.slice(2), {
    version: versionOfPackage(),
    terminal,
    configure: ({ knowledge, index }) => {
      const config = readConfig();
      return {
        ...config,
        knowledgeFolder: knowledge ?? config.knowledgeFolder,
        indexFolder: index ?? config.indexFolder,
      };
    },
    openEngine: open,
    runEval: evaluateSets,
    start: startDefault,
  });
} catch (error) {
  terminal.note(
    error instanceof AppError ? `presscite: ${error.message}` : String((error as Error).stack),
  );
  process.exitCode = 1;
}
