#!/usr/bin/env node
/** presscite: wires everything and runs the command line. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openBotStores } from './adapters/bot-stores.js';
import { startHealthServer } from './adapters/health-server.js';
import { createKeyedDigest } from './adapters/keyed-digest.js';
import { keepQuestions } from './adapters/question-log.js';
import { openApiConnection } from './bot/api-connection.js';
import { createBot } from './bot/create-bot.js';
import { runBot } from './bot/run-bot.js';
import { chat } from './cli/chat-command.js';
import { noteProblems } from './cli/ingest-command.js';
import { runProgram } from './cli/program.js';
import { createTerminal } from './cli/terminal.js';
import { packageFolder, readConfig, type Config } from './config.js';
import { AppError } from './core/app-error.js';
import { PollHealth } from './core/poll-health.js';
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

/** How often what has expired is deleted. */
const tidyMs = 60_000;

async function startBot(token: string, config: Config, engine: Engine): Promise<void> {
  const { indexFolder, keepsQuestions, questionsPerMinute } = config;
  const stores = await openBotStores({
    file: path.join(indexFolder, 'bot.db'),
    now: Date.now,
    warn: terminal.note,
  });
  const connection = openApiConnection();
  const questionFile = path.join(indexFolder, 'questions.jsonl');
  const bot = createBot({
    token,
    apiRoot: config.telegramApiRoot ?? undefined,
    connection,
    ask: keepsQuestions ? keepQuestions(engine.ask, questionFile, terminal.note) : engine.ask,
    search: engine.search,
    corpus: engine.corpus,
    stores,
    questionsPerMinute,
    digest: createKeyedDigest(token, 'sentence references'),
    adminIds: config.adminIds,
    today: () => new Date().toISOString().slice(0, 10),
    log,
  });
  const polls = new PollHealth(() => performance.now());
  const server =
    config.health &&
    (await startHealthServer(config.health, async () => ({
      ...polls.report(),
      inbox: await stores.inbox.size(),
      releases: engine.index.size,
      version: versionOfPackage(),
    })));
  const tidying = setInterval(() => void stores.tidy(), tidyMs);
  try {
    const onPoll = (succeeded: boolean) => polls.polled(succeeded);
    await runBot(bot, { inbox: stores.inbox, log, onPoll });
  } finally {
    clearInterval(tidying);
    server?.close();
    connection.close();
    await stores.close();
  }
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
