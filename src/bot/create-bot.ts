/** The bot: everything it does, in the order in which a message meets it. */
import { sequentialize } from '@grammyjs/runner';
import { Bot } from 'grammy';
import type { AskQuestion } from '../core/answer.js';
import type { BotStores } from '../core/bot-stores.js';
import type { Release } from '../core/corpus.js';
import type { ApiConnection } from './api-connection.js';
import { askComposer } from './ask-composer.js';
import { chatChangesComposer } from './chat-changes-composer.js';
import { beginHandling } from './handling.js';
import { helpComposer } from './help-composer.js';
import { inTurns } from './in-turns.js';
import { floodLimiter } from './limit-floods.js';
import { redactingLog, type Log } from './redacting-log.js';
import { failureReporter } from './report-failure.js';
import { retryCalls } from './retry-calls.js';
import { sendOnce } from './send-once.js';
import { sourcesComposer } from './sources-composer.js';

/** What the bot needs of the world. */
export interface BotDeps {
  /** From @BotFather. It is never logged. */
  readonly token: string;
  /** Another Bot API server, without a slash at the end. */
  readonly apiRoot?: string | undefined;
  readonly connection: ApiConnection;
  readonly ask: AskQuestion;
  /** The corpus as it is now. */
  readonly releases: () => readonly Release[];
  /** What a release without a headline is listed by: its first sentence as shown. */
  readonly opening: (release: Release) => string;
  /** What the bot keeps. */
  readonly stores: BotStores;
  /** How many questions and commands of one person are dealt with in a minute. */
  readonly questionsPerMinute: number;
  readonly log: Log;
}

/** Above the 30 s of a long poll; grammY's default of 500 s would leave a lost connection unnoticed. */
const apiTimeoutSeconds = 60;

/** Creates the bot; nothing is sent before it is run. */
export function createBot(deps: BotDeps): Bot {
  const { token, apiRoot, connection, ask, releases, opening, stores, questionsPerMinute, log } =
    deps;
  const bot = new Bot(token, {
    client: {
      timeoutSeconds: apiTimeoutSeconds,
      fetch: connection.fetch,
      ...(apiRoot !== undefined && { apiRoot }),
    },
  });
  bot.api.config.use(sendOnce(stores.inbox), retryCalls());
  bot.catch(failureReporter(redactingLog(log, token), stores.inbox));

  bot.use(floodLimiter({ perMinute: questionsPerMinute, now: () => performance.now(), log }));
  bot.use(
    sequentialize((ctx) => ctx.chatId?.toString()),
    beginHandling,
  );
  bot.use(chatChangesComposer(stores));
  const messages = bot.on('message'); // edited messages and channel posts are not questions
  messages.use(helpComposer());
  messages.use(sourcesComposer(releases, opening));
  messages.use(askComposer(inTurns(ask)));
  return bot;
}
