/** Works through the inbox: hands updates to the bot and notes what became of them. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { BotError, Context, Bot } from 'grammy';
import type { Update } from 'grammy/types';
import type { Inbox, PendingUpdate } from '../../core/stores/inbox.js';
import { describeError } from '../telegram/describe-error.js';
import { runHandling } from './handling.js';
import type { Log } from '../telegram/redacting-log.js';

/** An update in whose handling the process has ended so often is given up: it may be what ended it. */
const maxAttempts = 3;
/** So many updates are handled at once; further ones stay with Telegram until there is room. Unmeasured. */
const maxAtOnce = 1000;

export interface InboxWorkerDeps<C extends Context> {
  readonly bot: Bot<C>;
  readonly inbox: Inbox;
  readonly log: Log;
  /** From when on no update is begun any more. */
  readonly stop: AbortSignal;
}

/**
 * Hands updates to the bot, all at once: what has to wait for what, the bot's middleware says. An update is dealt with
 * when its handler ends, however it ends: a failure was told to the person, and would only come again.
 *
 * When the process is killed, an update that was not dealt with is handed over again by the next one. Messages that it
 * had sent by then are not sent again (see `sendOnce`). If it was killed in the moment between sending a message and
 * knowing that it arrived, the update is left alone: one answer too few is better than one too many.
 */
export class InboxWorker<C extends Context> {
  private readonly atWork = new Map<number, Promise<void>>();
  /** Begun and not ended. */
  private readonly begun = new Set<number>();
  private isOver = false;

  constructor(private readonly deps: InboxWorkerDeps<C>) {}

  /** Resolves when there is room for more updates. */
  async hasRoom(): Promise<void> {
    while (this.atWork.size >= maxAtOnce) await Promise.race(this.atWork.values());
  }

  /** @param isInherited whether an earlier process took the update in */
  add(update: PendingUpdate, isInherited = false): void {
    const { updateId } = update;
    const work = this.handle(update, isInherited)
      .catch((error: unknown) => {
        if (!this.isOver) this.deps.log('inbox-failed', { updateId, error: describeError(error) });
      })
      .finally(() => this.atWork.delete(updateId));
    this.atWork.set(updateId, work);
  }

  /**
   * Waits, at most `timeoutMs`, for the updates that were begun. What is not finished by then goes back into the inbox, as
   * if it had not been begun; a message that it still sends is noted all the same.
   *
   * @returns how many updates stay in the inbox
   */
  async end(timeoutMs: number): Promise<number> {
    const deadline = performance.now() + timeoutMs;
    while (this.begun.size > 0 && performance.now() < deadline) await sleep(10);
    this.isOver = true;
    for (const updateId of this.begun) await this.deps.inbox.giveBack(updateId);
    return this.deps.inbox.size();
  }

  private async handle(update: PendingUpdate, isInherited: boolean): Promise<void> {
    const { bot, inbox } = this.deps;
    const { updateId } = update;
    let isLeft = false;
    const begin = async () => {
      isLeft = this.deps.stop.aborted;
      if (isLeft || !this.mayBegin(update) || !(await inbox.begin(updateId))) return false;
      this.begun.add(updateId);
      return true;
    };
    const handling = { updateId, isInherited, alreadySent: [...update.sent], begin };
    await runHandling(handling, async () => {
      try {
        await bot.handleUpdate(JSON.parse(update.content) as Update);
      } catch (error) {
        if (this.isOver) isLeft = true;
        else await bot.errorHandler(error as BotError<C>);
      }
    });
    if (!isLeft) await inbox.done(updateId);
    this.begun.delete(updateId);
  }

  private mayBegin({ updateId, chatId, unsure, attempts }: PendingUpdate): boolean {
    if (unsure) this.deps.log('answer-unsure', { updateId, chatId });
    else if (attempts >= maxAttempts) this.deps.log('update-given-up', { updateId, chatId, attempts });
    else return true;
    return false;
  }
}
