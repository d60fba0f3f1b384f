/** The bot: everything it does, in the order in which an update meets it. */
import { autoRetry } from '@grammyjs/auto-retry';
import { sequentialize } from '@grammyjs/runner';
import { Bot, type Transformer } from 'grammy';
import type { AskQuestion } from '../core/answer.js';
import type { SettingsStore } from '../core/chat-settings.js';
import type { CorpusView } from '../core/corpus-view.js';
import type { FeedbackStore } from '../core/feedback.js';
import type { ReleaseManager } from '../core/manage-releases.js';
import type { QuoteChecker } from '../core/quote-check.js';
import type { SearchSentences } from '../core/search-sentences.js';
import { SentenceReferences, type Digest } from '../core/sentence-reference.js';
import { adminMenuComposer } from './admin-menu-composer.js';
import { answerButtonsComposer } from './answer-buttons-composer.js';
import { answerEveryButton } from './answer-every-button.js';
import { askComposer } from './ask-composer.js';
import { knowChat, type BotContext } from './bot-context.js';
import { checkComposer } from './check-composer.js';
import { helpComposer } from './help-composer.js';
import { inlineComposer } from './inline-composer.js';
import { manageComposer } from './manage-composer.js';
import { obeyPauses } from './obey-pauses.js';
import { privacyComposer } from './privacy-composer.js';
import { redactingLog, type Log } from './redacting-log.js';
import { failureReporter } from './report-failure.js';
import { RunningAnswers } from './running-answers.js';
import { sentenceComposer } from './sentence-composer.js';
import { settingsComposer } from './settings-composer.js';
import { sourcesComposer } from './sources-composer.js';
import { stopComposer } from './stop-composer.js';
import { waitsFor } from './waits-for.js';

/** What the bot needs of the world. */
export interface BotDeps {
  /** From @BotFather. It is never logged. */
  readonly token: string;
  /** Another Bot API server, without a slash at the end. */
  readonly apiRoot?: string | undefined;
  readonly ask: AskQuestion;
  readonly search: SearchSentences;
  readonly corpus: CorpusView;
  readonly quotes: QuoteChecker;
  readonly manager: ReleaseManager;
  readonly settings: SettingsStore;
  readonly feedback: FeedbackStore;
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

/** A longer pause than this is a failure: nobody waits for an answer that long. */
const maxPauseSeconds = 120;

/** Creates the bot; nothing is sent before it is run. */
export function createBot(deps: BotDeps): Bot<BotContext> {
  const { token, apiRoot, ask, search, corpus, settings, feedback, digest, today, adminIds } = deps;
  const log = redactingLog(deps.log, token);
  const bot = new Bot<BotContext>(token, {
    client: { timeoutSeconds: apiTimeoutSeconds, ...(apiRoot !== undefined && { apiRoot }) },
  });
  bot.api.config.use(obeyPauses(maxPauseSeconds), retryRefused());
  bot.catch(failureReporter(log));

  const references = new SentenceReferences(corpus, digest);
  const running = new RunningAnswers();
  const forget = (chatId: number) =>
    Promise.all([settings.forget(chatId), feedback.forget(chatId)]);

  bot.use(stopComposer(running)); // before an update waits for the answer that it stops
  bot.use(sequentialize(waitsFor));
  bot.use(knowChat(settings), answerEveryButton);
  bot.use(inlineComposer({ corpus, references, search }));
  bot.use(sentenceComposer({ corpus, references, today }));
  bot.use(answerButtonsComposer({ references, feedback }));
  bot.use(sourcesComposer({ corpus, references }));
  bot.use(settingsComposer(settings));
  bot.use(privacyComposer(forget));
  bot.use(manageComposer({ adminIds, manager: deps.manager, corpus }));
  const messages = bot.on('message'); // edited messages and channel posts are not questions
  messages.use(adminMenuComposer(adminIds, log));
  messages.use(helpComposer());
  // Further commands stand here: what reaches the questions is a question.
  messages.use(checkComposer({ quotes: deps.quotes, corpus, references }));
  messages.use(askComposer({ ask, references, search, running }));
  return bot;
}

const notRepeated: ReadonlySet<string> = new Set([
  'getUpdates',
  'sendChatAction',
  'sendMessageDraft',
  'answerInlineQuery',
]);

/**
 * Tries a call again that Telegram refused for the moment (429 with its delay, 5xx after 3, 6 and 12 s). A call whose
 * connection broke is not tried again: it may have succeeded, and the answer would come twice. Chat actions,
 * drafts and answers to queries are worthless later; `getUpdates` is repeated by the runner.
 */
function retryRefused(): Transformer {
  const retry = autoRetry({
    maxRetryAttempts: 3,
    maxDelaySeconds: maxPauseSeconds,
    rethrowHttpErrors: true,
  });
  return (prev, method, payload, signal) =>
    notRepeated.has(method) ? prev(method, payload, signal) : retry(prev, method, payload, signal);
}
