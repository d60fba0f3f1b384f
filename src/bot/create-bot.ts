/** The bot: everything it does, in the order in which a message meets it. */
import { autoRetry } from '@grammyjs/auto-retry';
import { sequentialize } from '@grammyjs/runner';
import { Bot, type Transformer } from 'grammy';
import type { AskQuestion } from '../core/answer.js';
import type { Release } from '../core/corpus.js';
import { askComposer } from './ask-composer.js';
import { helpComposer } from './help-composer.js';
import { obeyPauses } from './obey-pauses.js';
import { redactingLog, type Log } from './redacting-log.js';
import { failureReporter } from './report-failure.js';
import { sourcesComposer } from './sources-composer.js';

/** What the bot needs of the world. */
export interface BotDeps {
  /** From @BotFather. It is never logged. */
  readonly token: string;
  /** Another Bot API server, without a slash at the end. */
  readonly apiRoot?: string | undefined;
  readonly ask: AskQuestion;
  /** The corpus as it is now. */
  readonly releases: () => readonly Release[];
  /** What a release without a headline is listed by: its first sentence as shown. */
  readonly opening: (release: Release) => string;
  readonly log: Log;
}

/** Above the 30 s of a long poll; grammY's default of 500 s would leave a lost connection unnoticed. */
const apiTimeoutSeconds = 60;

/** A longer pause than this is a failure: nobody waits for an answer that long. */
const maxPauseSeconds = 120;

/** Creates the bot; nothing is sent before it is run. */
export function createBot({ token, apiRoot, ask, releases, opening, log }: BotDeps): Bot {
  const bot = new Bot(token, {
    client: { timeoutSeconds: apiTimeoutSeconds, ...(apiRoot !== undefined && { apiRoot }) },
  });
  bot.api.config.use(obeyPauses(maxPauseSeconds), retryRefused());
  bot.catch(failureReporter(redactingLog(log, token)));

  bot.use(sequentialize((ctx) => ctx.chatId?.toString()));
  const messages = bot.on('message'); // edited messages and channel posts are not questions
  messages.use(helpComposer());
  messages.use(sourcesComposer(releases, opening));
  messages.use(askComposer(ask));
  return bot;
}

/**
 * Tries a call again that Telegram refused for the moment (429 with its delay, 5xx after 3, 6 and 12 s). A call whose
 * connection broke is not tried again: it may have succeeded, and the answer would come twice. Chat actions are
 * worthless later; `getUpdates` is repeated by the runner.
 */
function retryRefused(): Transformer {
  const retry = autoRetry({
    maxRetryAttempts: 3,
    maxDelaySeconds: maxPauseSeconds,
    rethrowHttpErrors: true,
  });
  return (prev, method, payload, signal) =>
    method === 'sendChatAction' || method === 'getUpdates'
      ? prev(method, payload, signal)
      : retry(prev, method, payload, signal);
}
