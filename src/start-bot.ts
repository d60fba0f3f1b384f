/** The bot as a running whole: its engine, what it keeps, its connection, its health, wired for one configuration. */
import path from 'node:path';
import { openBotStores } from './adapters/bot-stores.js';
import { startHealthServer } from './adapters/health-server.js';
import { createKeyedDigest } from './adapters/keyed-digest.js';
import { keepQuestions } from './adapters/question-log.js';
import { tryModel } from './app/try-model.js';
import { openApiConnection } from './bot/telegram/api-connection.js';
import { createBot } from './bot/create-bot.js';
import type { Log } from './bot/telegram/redacting-log.js';
import { runBot } from './bot/run-bot.js';
import type { Config } from './config.js';
import { abortWith } from './core/abort-with.js';
import type { AskQuestion } from './core/answer/answer.js';
import type { BotStores } from './core/stores/bot-stores.js';
import type { DailyCounts } from './core/stores/daily-counts.js';
import { remedyFor } from './core/model/model-failure.js';
import { PollHealth } from './core/stores/poll-health.js';
import type { Engine } from './engine.js';

export interface StartBotDeps {
  readonly version: string;
  /** Opens the engine with its releases read; it counts answers where it is told to. */
  readonly openEngine: (counts: DailyCounts) => Promise<Engine>;
  readonly log: Log;
  readonly warn: (line: string) => void;
}

/** How often what has expired is deleted. */
const tidyMs = 60_000;

/**
 * Runs the bot until the process is asked to stop, then closes all that was opened for it.
 * @throws AppError when Telegram refuses the token, or something that it needs cannot be opened
 */
export async function startBot(token: string, config: Config, deps: StartBotDeps): Promise<void> {
  const stores = await openBotStores({
    file: path.join(config.indexFolder, 'bot.db'),
    now: Date.now,
    warn: deps.warn,
  });
  const noteTidy = (error: Error): void => deps.log('tidy-failed', { error: error.message });
  const tidying = setInterval(() => void stores.tidy().catch(noteTidy), tidyMs);
  try {
    await runWith(stores, token, config, deps);
  } finally {
    clearInterval(tidying);
    await stores.close();
  }
}

async function runWith(
  stores: BotStores,
  token: string,
  config: Config,
  { version, openEngine, log, warn }: StartBotDeps,
): Promise<void> {
  const engine = await openEngine(stores.dailyCounts);
  const connection = openApiConnection();
  // A model that is still at work when the bot has stopped would keep the process.
  const stopped = new AbortController();
  const questionFile = path.join(config.indexFolder, 'questions.jsonl');
  const ask = stoppable(engine.ask, stopped.signal);
  const bot = createBot({
    token,
    apiRoot: config.telegramApiRoot ?? undefined,
    connection,
    ask: config.keepsQuestions ? keepQuestions(ask, questionFile, warn) : ask,
    search: engine.search,
    corpus: engine.corpus,
    quotes: engine.quotes,
    manager: engine.manager,
    stores,
    questionsPerMinute: config.questionsPerMinute,
    adminIds: config.adminIds,
    digest: createKeyedDigest(token, 'sentence references'),
    today: () => new Date().toISOString().slice(0, 10),
    log,
  });
  const polls = new PollHealth(() => performance.now());
  const health =
    config.health &&
    (await startHealthServer(config.health, async () => ({
      ...polls.report(),
      inbox: await stores.inbox.size(),
      releases: engine.index.size,
      version,
    })));
  void reportModel(engine, log, stopped.signal);
  engine.warmUp().catch((error: Error) => log('warm-up-failed', { error: error.message }));
  try {
    await runBot(bot, {
      inbox: stores.inbox,
      log,
      onPoll: (went) => polls.polled(went),
    });
  } finally {
    stopped.abort();
    await engine.close();
    health?.close();
    connection.close();
  }
}

function stoppable(ask: AskQuestion, stop: AbortSignal): AskQuestion {
  return async (question, options = {}) => {
    const asking = new AbortController();
    const unfollow = abortWith(asking, stop, options.signal);
    try {
      return await ask(question, { ...options, signal: asking.signal });
    } finally {
      unfollow();
    }
  };
}

/** Tells once at the start when the language model does not work; answers are quoted then. */
async function reportModel({ languageModel }: Engine, log: Log, stop: AbortSignal): Promise<void> {
  const failure = languageModel && (await tryModel(languageModel, () => performance.now(), stop));
  if (failure) {
    log('model-failed', { model: languageModel.id, ...failure, remedy: remedyFor(failure) });
  }
}
