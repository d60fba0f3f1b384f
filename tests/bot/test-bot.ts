/** A bot in this process that talks to a Bot API server of the tests' own and asks a fake corpus. */
import { createKeyedDigest } from '../../src/adapters/keyed-digest.js';
import { createMemoryFeedbackStore } from '../../src/adapters/memory-feedback-store.js';
import { createMemorySettingsStore } from '../../src/adapters/memory-settings-store.js';
import { createBot } from '../../src/bot/create-bot.js';
import { runBot } from '../../src/bot/run-bot.js';
import type { AskQuestion } from '../../src/core/answer.js';
import type { Release } from '../../src/core/corpus.js';
import type { ReleaseManager } from '../../src/core/manage-releases.js';
import { corpusOf, type CorpusParts } from '../support/corpus-of.js';
import { answer, release } from './answers.js';
import { BotApiServer } from './bot-api-server.js';

export class TestBot {
  /** What the bot asked, in order. */
  readonly questions: string[] = [];
  /** `event {fields}` lines. */
  readonly log: string[] = [];
  ask: AskQuestion = async (question) => answer({ question });
  readonly settings = createMemorySettingsStore();
  readonly feedback = createMemoryFeedbackStore();
  adminIds: readonly number[] = [];
  /** Settles when the bot has ended: with null, or with the error that ended it. */
  ended: Promise<unknown> = Promise.resolve(null);

  /** Without one, nothing can be added. */
  manager: ReleaseManager | null = null;

  private held = corpusOf([release()]);
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

  /** Holds another corpus from now on. */
  holdParts(parts: CorpusParts): void {
    this.held = parts;
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
      search: (...query) => this.held.search(...query),
      corpus: {
        releases: () => this.held.corpus.releases(),
        find: (id) => this.held.corpus.find(id),
        sentenceCount: (id) => this.held.corpus.sentenceCount(id),
        sentence: (...place) => this.held.corpus.sentence(...place),
        context: (...place) => this.held.corpus.context(...place),
      },
      quotes: {
        check: (text) => this.held.quotes.check(text),
        recognise: (sent) => this.held.quotes.recognise(sent),
      },
      manager: this.manager ?? unmanaged,
      settings: this.settings,
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

/** What no test without a manager of its own gets to. */
const unmanaged: ReleaseManager = {
  preview: async () => 'ending',
  add: async () => [],
  planRemoval: () => null,
  remove: async () => undefined,
  reindex: async () => ({ ingested: 0, unchanged: 0, removed: 0, faulty: 0 }),
  stats: async () => ({ releases: 0, sentences: 0, indexBytes: 0, uptimeMs: 0, answersToday: 0 }),
};

/** A promise that is resolved from outside. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
