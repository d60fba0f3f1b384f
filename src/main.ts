#!/usr/bin/env node
/** presscite: wires everything and runs the command line. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openBotStores } from './adapters/bot-stores.js';
import { startHealthServer } from './adapters/health-server.js';
import { createKeyedDigest } from './adapters/keyed-digest.js';
import { keepQuestions } from './adapters/question-log.js';
import { openApiConnection } from './bot/api-connection.js';
import { tryModel } from './app/try-model.js';
import { createBot } from './bot/create-bot.js';
import { runBot } from './bot/run-bot.js';
import { chat } from './cli/chat-command.js';
import { noteProblems } from './cli/ingest-command.js';
import { runProgram } from './cli/program.js';
import { createTerminal } from './cli/terminal.js';
import { packageFolder, readConfig, type Config } from './config.js';
import { AppError } from './core/app-error.js';
import { remedyFor } from './core/model-failure.js';
import { PollHealth } from './core/poll-health.js';
import { openEngine, type Engine } from './engine.js';
import { evaluateSets } from './evaluate-sets.js';

const terminal = createTerminal();

const howToGetToken =
  'No BOT_TOKEN: this is the terminal. For Telegram, get a token from @BotFather and start with BOT_TOKEN=… npm start';

function open(config: Config): Promise<Engine> {
  return openEngine(config, {
    warn: terminal.note,
    progress: terminal.progress,
    log: terminal.isInteractive ? noteRemedy : log,
  });
}

/** What a person at the terminal is told of an event: only what can be done about it. */
function noteRemedy(_: string, { detail, remedy }: Record<string, unknown>): void {
  if (typeof remedy === 'string') terminal.note(`${detail as string}: ${remedy}`);
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

/** Tells once at the start when the language model does not work; answers are quoted then. */
async function reportModel({ languageModel }: Engine, stop: AbortSignal): Promise<void> {
  const failure = languageModel && (await tryModel(languageModel, () => performance.now(), stop));
  if (failure) {
    log('model-failed', { model: languageModel.id, ...failure, remedy: remedyFor(failure) });
  }
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
  const ask = keepsQuestions ? keepQuestions(engine.ask, questionFile, terminal.note) : engine.ask;
  // A model that is still at work when the bot has stopped would keep the process.
  const stopped = new AbortController();
  const bot = createBot({
    token,
    apiRoot: config.telegramApiRoot ?? undefined,
    connection,
    ask: (question, options = {}) => {
      const signals = [stopped.signal, options.signal].filter((signal) => signal !== undefined);
      return ask(question, { ...options, signal: AbortSignal.any(signals) });
    },
    search: engine.search,
    corpus: engine.corpus,
    quotes: engine.quotes,
    manager: engine.manager,
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
  void reportModel(engine, stopped.signal);
  try {
    const onPoll = (succeeded: boolean) => polls.polled(succeeded);
    await runBot(bot, { inbox: stores.inbox, log, onPoll });
  } finally {
    stopped.abort();
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
