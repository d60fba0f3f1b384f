/** A bot in this process that talks to a Bot API server of the tests' own and asks a fake corpus. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { createKeyedDigest } from '../../src/adapters/keyed-digest.js';
import { createMemoryStores } from '../../src/adapters/bot-stores.js';
import { openApiConnection } from '../../src/bot/telegram/api-connection.js';
import { createBot } from '../../src/bot/create-bot.js';
import { runBot } from '../../src/bot/run-bot.js';
import type { AskQuestion } from '../../src/core/answer/answer.js';
import type { BotStores } from '../../src/core/stores/bot-stores.js';
import type { Release } from '../../src/core/corpus/corpus.js';
import type { ReleaseManager } from '../../src/core/corpus/manage-releases.js';
import type { SearchSentences } from '../../src/core/answer/search-sentences.js';
import { corpusOf, type CorpusParts } from '../support/corpus-of.js';
import { answer, release } from './answers.js';
import { BotApiServer } from './bot-api-server.js';

export class TestBot {
  /** What the bot asked, in order. */
  readonly questions: string[] = [];
  /** `event {fields}` lines. */
  readonly log: string[] = [];
  ask: AskQuestion = async (question) => answer({ question });
  /** What the bot keeps. */
  stores: BotStores = createMemoryStores(Date.now);
  questionsPerMinute = 1000;
  /** Whether the test means calls to be refused. */
  mayBeRefused = false;

  adminIds: readonly number[] = [];
  /** Settles when the bot has ended: with null, or with the error that ended it. */
  ended: Promise<unknown> = Promise.resolve(null);

  /** Without one, nothing can be added. */
  manager: ReleaseManager | null = null;

  private held = corpusOf([release()]);
  private readonly connection = openApiConnection();
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

  /** Holds another corpus from now on. */
  holdParts(parts: CorpusParts): void {
    this.held = parts;
  }

  /** The next bot on the server and with the stores of one that has ended. */
  static after(earlier: TestBot): TestBot {
    earlier.connection.close();
    const next = new TestBot(earlier.server);
    next.stores = earlier.stores;
    return next;
  }

  start(token = this.server.token): void {
    const log = (event: string, fields?: Record<string, unknown>) => {
      this.log.push(`${event} ${JSON.stringify(fields)}`);
    };
    const bot = createBot({
      token,
      apiRoot: this.server.apiRoot,
      connection: this.connection,
      ask: (question, options) => {
        this.questions.push(question);
        return this.ask(question, options);
      },
      search: (...query) => this.search(...query),
      corpus: live(() => this.held.corpus),
      stores: this.stores,
      questionsPerMinute: this.questionsPerMinute,
      quotes: live(() => this.held.quotes),
      manager: this.manager ?? unmanaged,
      digest: createKeyedDigest(token, 'test'),
      adminIds: this.adminIds,
      today: () => '2026-01-02',
      log,
    });
    const { stores, stopping } = this;
    const options = { inbox: stores.inbox, log, stop: stopping.signal };
    this.ended = runBot(bot, options).then(
      () => null,
      (error: unknown) => error,
    );
  }

  /** Asks the bot to stop, as a signal would. */
  stop(): void {
    this.stopping.abort();
  }

  /** Waits until nothing is left to be done. */
  async settled(): Promise<void> {
    await this.server.until(() => this.server.unconfirmed === 0);
    while ((await this.stores.inbox.size()) > 0) await sleep(5);
  }

  /** The names of the logged events, in order. */
  get events(): string[] {
    return this.log.map((line) => line.split(' ')[0]!);
  }

  /** Takes the one call that was refused for one that had to be, and says why it was. */
  forgive(): string {
    const at = this.server.calls.findIndex(({ error }) => error !== null);
    return this.server.calls.splice(at, 1)[0]!.error!;
  }

  /** Ends the bot and its server. Its calls must have been taken as they were, and its log must hold no token. */
  async dispose(): Promise<void> {
    const refused = this.server.calls.filter(({ error }) => error !== null);
    this.stop();
    await this.ended;
    this.connection.close();
    await this.server.close();
    expect(this.log.join('\n')).not.toContain(this.server.token);
    if (!this.mayBeRefused) expect(refused).toEqual([]);
  }
}

/** What no test without a manager of its own gets to. */
const unmanaged: ReleaseManager = {
  preview: async () => 'ending',
  add: async () => [],
  planRemoval: () => null,
  remove: async () => undefined,
  reindex: async () => ({ ingested: 0, unchanged: 0, removed: 0, faulty: [] }),
  stats: async () => ({ releases: 0, sentences: 0, indexBytes: 0, uptimeMs: 0, answersToday: 0 }),
};

/** What an object of the moment holds, whenever it is asked. */
function live<T extends object>(now: () => T): T {
  return new Proxy({} as T, { get: (_, key) => Reflect.get(now(), key) as unknown });
}

/** A promise that is resolved from outside. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
