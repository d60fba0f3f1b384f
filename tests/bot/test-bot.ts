/** A bot in this process that talks to a Bot API server of the tests' own and asks a fake corpus. */
import { createKeyedDigest } from '../../src/adapters/keyed-digest.js';
import { createMemoryConversationStore } from '../../src/adapters/memory-conversation-store.js';
import { createMemoryFeedbackStore } from '../../src/adapters/memory-feedback-store.js';
import { createMemorySettingsStore } from '../../src/adapters/memory-settings-store.js';
import { createBot } from '../../src/bot/create-bot.js';
import { runBot } from '../../src/bot/run-bot.js';
import type { AskQuestion } from '../../src/core/answer.js';
import type { Release } from '../../src/core/corpus.js';
import type { SearchSentences } from '../../src/core/search-sentences.js';
import { corpusOf } from '../support/corpus-of.js';
import { answer, release } from './answers.js';
import { BotApiServer } from './bot-api-server.js';

export class TestBot {
  /** What the bot asked, in order. */
  readonly questions: string[] = [];
  /** `event {fields}` lines. */
  readonly log: string[] = [];
  ask: AskQuestion = async (question) => answer({ question });
  readonly settings = createMemorySettingsStore();
  readonly conversations = createMemoryConversationStore(Date.now);
  readonly feedback = createMemoryFeedbackStore();
  adminIds: readonly number[] = [];
  /** Settles when the bot has ended: with null, or with the error that ended it. */
  ended: Promise<unknown> = Promise.resolve(null);

  private held = corpusOf([release()]);
  search: SearchSentences = (...query) => this.held.search(...query);
  private readonly stopping = new AbortController();

  private constructor(readonly server: BotApiServer) {}

  /** A bot that is not started yet, with its server. */
  static async create(): Promise<TestBot> {
    return new TestBot(await BotApiServer.start());
  }

  /** Holds other releases from now on. */
  hold(releases: readonly Release[]): void {
    this.held = corpusOf(releases);
  }

  start(token = this.server.token): void {
    const log = (event: string, fields?: Record<string, unknown>) => {
      this.log.push(`${event} ${JSON.stringify(fields)}`);
    };
    const bot = createBot({
      token,
      apiRoot: this.server.apiRoot,
      ask: (question, options) => {
        this.questions.push(question);
        return this.ask(question, options);
      },
      search: (...query) => this.search(...query),
      corpus: {
        releases: () => this.held.corpus.releases(),
        find: (id) => this.held.corpus.find(id),
        sentenceCount: (id) => this.held.corpus.sentenceCount(id),
        sentence: (...place) => this.held.corpus.sentence(...place),
        context: (...place) => this.held.corpus.context(...place),
      },
      settings: this.settings,
      conversations: this.conversations,
      feedback: this.feedback,
      digest: createKeyedDigest(token, 'test'),
      adminIds: this.adminIds,
      today: () => '2026-01-02',
      log,
    });
    this.ended = runBot(bot, log, this.stopping.signal).then(
      () => null,
      (error: unknown) => error,
    );
  }

  /** Asks the bot to stop, as a signal would. */
  stop(): void {
    this.stopping.abort();
  }

  /** The names of the logged events, in order. */
  get events(): string[] {
    return this.log.map((line) => line.split(' ')[0]!);
  }

  /** Ends the bot and its server. */
  async dispose(): Promise<void> {
    this.stop();
    await this.ended;
    await this.server.close();
  }
}

/** A promise that is resolved from outside. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
