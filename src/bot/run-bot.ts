/** Long polling: updates into the inbox and from there to the bot, until the process is asked to stop. */
import { setTimeout as sleep } from 'node:timers/promises';
import { GrammyError, HttpError, type Bot, type Context } from 'grammy';
import { AppError } from '../core/app-error.js';
import type { Inbox } from '../core/stores/inbox.js';
import { arrivalOf } from './updates/arrival.js';
import { describeError } from './telegram/describe-error.js';
import { InboxWorker } from './updates/inbox-worker.js';
import { interrupted } from './updates/interrupted.js';
import { publishCommands } from './telegram/publish-commands.js';
import { redactingLog, type Log } from './telegram/redacting-log.js';
import { watchConnection } from './telegram/watch-connection.js';

/** Everything that some composer listens to, and nothing else. */
const allowedUpdates = [
  'message',
  'callback_query',
  'inline_query',
  'my_chat_member',
  'stopped_message_generation',
] as const;
/** How long Telegram holds a poll open while there is nothing. */
const pollSeconds = 30;
/** A lost connection is tried again after these pauses, the last of them over and over. */
const retriesMs = [1000, 2000, 5000] as const;
/** Answers in progress get this long after the signal; with what surrounds it the bot stops within 5 s. */
const drainMs = 4000;
/** How long Telegram may take to note which updates were read. */
const confirmMs = 500;

export interface RunOptions {
  readonly inbox: Inbox;
  readonly log: Log;
  /** Hears of every poll whether it succeeded. */
  readonly onPoll?: (succeeded: boolean) => void;
  /** SIGINT or SIGTERM unless given. */
  readonly stop?: AbortSignal;
}

/**
 * Runs the bot until `stop` is aborted; then no further update is fetched or begun, answers in progress are sent, and the
 * promise resolves, within 5 s. What is not answered by then stays in the inbox for the next start.
 *
 * An update is in the inbox before Telegram is told that it was read. A lost connection is waited out. Several updates
 * are handled at once.
 *
 * @throws AppError when Telegram refuses the token (401) or another instance polls with it (409)
 */
export async function runBot<C extends Context>(bot: Bot<C>, options: RunOptions): Promise<void> {
  const { stop = interrupted() } = options;
  const log = redactingLog(options.log, bot.token);
  bot.api.config.use(watchConnection(log));
  try {
    await bot.init(apiSignal(stop));
    await removeWebhook(bot, stop);
    log('bot-started', { username: bot.botInfo.username });
    void publishCommands(bot.api, log);
    stop.throwIfAborted();
    await poll(bot, { ...options, log, stop });
    log('bot-stopped');
  } catch (error) {
    if (!stop.aborted) throw explained(error);
  }
}

/** A webhook would keep the updates from being fetched. Tries until the connection holds, as `bot.init` does. */
async function removeWebhook({ api }: Pick<Bot, 'api'>, stop: AbortSignal): Promise<void> {
  for (;;) {
    try {
      await api.deleteWebhook(undefined, apiSignal(stop));
      return;
    } catch (error) {
      if (error instanceof GrammyError && error.error_code < 500) throw error;
      await sleep(retriesMs[0], undefined, { signal: stop });
    }
  }
}

async function poll<C extends Context>(
  bot: Bot<C>,
  { inbox, log, stop, onPoll }: RunOptions & { readonly stop: AbortSignal },
): Promise<void> {
  const worker = new InboxWorker({ bot, inbox, log, stop });
  let offset = 0;
  let failures = 0;
  try {
    for (const update of await inbox.pending()) worker.add(update, true);
    while (!stop.aborted) {
      await worker.hasRoom();
      try {
        const updates = await bot.api.getUpdates(
          { offset, timeout: pollSeconds, allowed_updates: allowedUpdates },
          apiSignal(stop),
        );
        for (const update of await inbox.receive(updates.map(arrivalOf))) worker.add(update);
        offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
        failures = 0;
        onPoll?.(true);
      } catch (error) {
        if (stop.aborted) break;
        if (error instanceof GrammyError && error.error_code in remedies) throw error;
        onPoll?.(false);
        await pauseAfter(error, failures++, log, stop);
      }
    }
  } finally {
    if (offset > 0) await confirm(bot, offset);
    const left = await worker.end(drainMs);
    if (left > 0) log('updates-left', { count: left });
  }
}

/** Waits before the next poll; a failure other than Telegram's or the connection's is logged. */
async function pauseAfter(reason: unknown, failures: number, log: Log, stop: AbortSignal) {
  const isTelegrams = reason instanceof GrammyError || reason instanceof HttpError;
  if (!isTelegrams) log('poll-failed', { error: describeError(reason) });
  const told = reason instanceof GrammyError ? (reason.parameters.retry_after ?? 0) * 1000 : 0;
  const pauseMs = Math.max(told, retriesMs[Math.min(failures, retriesMs.length - 1)]!);
  await sleep(pauseMs, undefined, { signal: stop }).catch(() => undefined); // the loop sees the signal
}

/** Tells Telegram which updates were read, so that the next start does not answer the last of them again. */
async function confirm({ api }: Pick<Bot, 'api'>, offset: number): Promise<void> {
  await api
    .getUpdates({ offset, limit: 1, timeout: 0 }, apiSignal(AbortSignal.timeout(confirmMs)))
    .catch(() => undefined); // they were most likely confirmed by the poll that was given up
}

/** grammY takes any `AbortSignal`; its types name those of a polyfill. */
function apiSignal(signal: AbortSignal) {
  return signal as unknown as NonNullable<Parameters<Bot['init']>[0]>;
}

/** The errors that the operator can remedy, in words. */
function explained(error: unknown): unknown {
  if (!(error instanceof GrammyError)) return error;
  const remedy = remedies[error.error_code];
  if (remedy === undefined) return error;
  return new AppError(`${describeError(error)}. ${remedy}`, { userMessage: remedy, cause: error });
}

const badToken =
  'Telegram does not know this bot token. Copy it again from @BotFather (/mybots, your bot, API Token) into BOT_TOKEN.';

const remedies: Readonly<Record<number, string>> = {
  401: badToken,
  404: badToken, // what a token of the wrong form gets
  409: 'Another process is already receiving the messages of this bot. Stop it, or get a token of your own for this one from @BotFather.',
};
