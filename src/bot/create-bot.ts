/** The bot: everything it does, in the order in which an update meets it. */
import { sequentialize } from '@grammyjs/runner';
import { Bot } from 'grammy';
import type { AskQuestion } from '../core/answer/answer.js';
import { forgetChat, type BotStores } from '../core/stores/bot-stores.js';
import type { CorpusView } from '../core/answer/corpus-view.js';
import type { ReleaseManager } from '../core/corpus/manage-releases.js';
import type { QuoteChecker } from '../core/answer/quote-check.js';
import type { SearchSentences } from '../core/answer/search-sentences.js';
import { SentenceReferences, type Digest } from '../core/answer/sentence-reference.js';
import { adminMenuComposer } from './composers/admin-menu-composer.js';
import { answerButtonsComposer } from './composers/answer-buttons-composer.js';
import { answerEveryQuery } from './updates/answer-every-query.js';
import type { ApiConnection } from './telegram/api-connection.js';
import { askComposer } from './composers/ask-composer.js';
import { knowChat, type BotContext } from './bot-context.js';
import { checkComposer } from './composers/check-composer.js';
import { floodLimiter } from './updates/limit-floods.js';
import { beginHandling } from './updates/handling.js';
import { helpComposer } from './composers/help-composer.js';
import { inlineComposer } from './composers/inline-composer.js';
import { inTurns } from './updates/in-turns.js';
import { LatestMessages } from './updates/latest-messages.js';
import { manageComposer } from './composers/manage-composer.js';
import { newComposer } from './composers/new-composer.js';
import { privacyComposer } from './composers/privacy-composer.js';
import { redactingLog, type Log } from './telegram/redacting-log.js';
import { failureReporter } from './updates/report-failure.js';
import { retryCalls } from './telegram/retry-calls.js';
import { RunningAnswers } from './replies/running-answers.js';
import { sendOnce } from './telegram/send-once.js';
import { sentenceComposer } from './composers/sentence-composer.js';
import { settingsComposer } from './composers/settings-composer.js';
import { sourcesComposer } from './composers/sources-composer.js';
import { stopComposer } from './composers/stop-composer.js';
import { waitsFor } from './updates/waits-for.js';

/** What the bot needs of the world. */
export interface BotDeps {
  /** From @BotFather. It is never logged. */
  readonly token: string;
  /** Another Bot API server, without a slash at the end. */
  readonly apiRoot?: string | undefined;
  readonly connection: ApiConnection;
  readonly ask: AskQuestion;
  readonly search: SearchSentences;
  readonly corpus: CorpusView;
  readonly quotes: QuoteChecker;
  readonly manager: ReleaseManager;
  /** What the bot keeps. */
  readonly stores: BotStores;
  /** How many questions and commands of one person are dealt with in a minute. */
  readonly questionsPerMinute: number;
  /** Telegram's ids of the people who may change the corpus. */
  readonly adminIds: readonly number[];
  /** Signs what buttons and links carry; its key must outlive the process. */
  readonly digest: Digest;
  /** ISO date. */
  readonly today: () => string;
  readonly log: Log;
}

/** Above the 30 s of a long poll; grammY's default of 500 s would leave a lost connection unnoticed. */
const apiTimeoutSeconds = 60;

/** Creates the bot; nothing is sent before it is run. */
export function createBot(deps: BotDeps): Bot<BotContext> {
  const { token, apiRoot, connection, ask, search, corpus, stores, digest, today } = deps;
  const { conversations } = stores;
  const log = redactingLog(deps.log, token);
  const bot = new Bot<BotContext>(token, {
    client: {
      timeoutSeconds: apiTimeoutSeconds,
      fetch: connection.fetch,
      ...(apiRoot !== undefined && { apiRoot }),
    },
  });
  const latest = new LatestMessages();
  bot.api.config.use(sendOnce(stores.inbox), latest.noteSent, retryCalls());
  bot.catch(failureReporter(log, stores.inbox));

  const references = new SentenceReferences(corpus, digest);
  const running = new RunningAnswers();
  const flood = {
    perMinute: deps.questionsPerMinute,
    settings: stores.settings,
    now: () => performance.now(),
    log,
  };

  bot.use(latest.noteReceived);
  bot.use(floodLimiter(flood));
  bot.use(stopComposer(running)); // before an update waits for the answer that it stops
  bot.use(sequentialize(waitsFor), beginHandling);
  bot.use(answerEveryQuery, knowChat(stores.settings));
  bot.on('message').use(adminMenuComposer(deps.adminIds, log));
  bot.use(inlineComposer({ corpus, references, search }));
  bot.use(sentenceComposer({ corpus, references, today }));
  bot.use(answerButtonsComposer({ references, feedback: stores.feedback }));
  bot.use(sourcesComposer({ corpus, references }));
  bot.use(settingsComposer(stores.settings));
  bot.use(privacyComposer((chatId) => forgetChat(stores, chatId)));
  bot.use(manageComposer({ adminIds: deps.adminIds, manager: deps.manager, corpus }));
  const messages = bot.on('message'); // edited messages and channel posts are not questions
  messages.use(helpComposer(deps.adminIds));
  messages.use(newComposer(conversations));
  // Further commands stand here: what reaches the questions is a question.
  messages.use(checkComposer({ quotes: deps.quotes, corpus, references }));
  const asking = { ask: inTurns(ask), conversations, corpus, references, search, running };
  messages.use(askComposer(asking));
  return bot;
}
