/** Long polling: updates in, until the process is asked to stop. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createConcurrentSink,
  createRunner,
  createSource,
  createUpdateFetcher,
  type UpdateSink,
} from '@grammyjs/runner';
import { GrammyError, type Bot, type BotError, type Context } from 'grammy';
import type { Update } from 'grammy/types';
import { AppError } from '../core/app-error.js';
import { describeError } from './describe-error.js';
import { interrupted } from './interrupted.js';
import { publishCommands } from './publish-commands.js';
import { redactingLog, type Log } from './redacting-log.js';
import { watchConnection } from './watch-connection.js';

/** A lost connection is tried again at this pace; longer pauses would also hold up the stop. */
const retryMs = 1000;
/** Answers in progress get this long after the signal; with what surrounds it the bot stops within 5 s. */
const drainMs = 4000;
/** Everything that some composer listens to, and nothing else. */
const allowedUpdates = [
  'message',
  'callback_query',
  'inline_query',
  'my_chat_member',
  'stopped_message_generation',
] as const;
/** How long Telegram may take to note which updates were read. */
const confirmMs = 500;

/**
 * Runs the bot until `stop` is aborted; then no further update is fetched, answers in progress are sent, and the
 * promise resolves, within 5 s. What is not sent by then is given up and logged.
 *
 * A lost connection is waited out. Several updates are handled at once, those of one chat in their order.
 *
 * @param adminIds who is offered the commands of administrators
 * @param stop SIGINT or SIGTERM unless given
 * @throws AppError when Telegram refuses the token (401) or another instance polls with it (409)
 */
export async function runBot<C extends Context>(
  bot: Bot<C>,
  adminIds: readonly number[],
  log: Log,
  stop: AbortSignal = interrupted(),
): Promise<void> {
  const note = redactingLog(log, bot.token);
  bot.api.config.use(watchConnection(note));
  try {
    await bot.init(apiSignal(stop));
    await removeWebhook(bot, stop);
    note('bot-started', { username: bot.botInfo.username });
    void publishCommands(bot.api, adminIds, note);
    stop.throwIfAborted();
    await poll(bot, note, stop);
    note('bot-stopped');
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
      await sleep(retryMs, undefined, { signal: stop });
    }
  }
}

async function poll<C extends Context>(bot: Bot<C>, log: Log, stop: AbortSignal): Promise<void> {
  const fetchUpdates = createUpdateFetcher(bot, {
    fetch: { allowed_updates: allowedUpdates },
    retryInterval: retryMs,
    maxRetryTime: Infinity,
    silent: true,
  });
  let nextUpdate: number | undefined;
  const source = createSource({
    supply: async (size, signal) => {
      const updates = await fetchUpdates(size, signal);
      const last = updates.at(-1);
      if (last) nextUpdate = last.update_id + 1;
      return updates;
    },
  });
  const sink = createConcurrentSink<Update, BotError<C>>(
    { consume: (update) => bot.handleUpdate(update) },
    async (error) => void (await bot.errorHandler(error)),
  );
  const runner = createRunner(source, sink);
  const stopped = new Promise<void>((resolve) => {
    stop.addEventListener('abort', () => resolve(), { once: true });
  });
  runner.start();
  try {
    await Promise.race([runner.task(), stopped]);
  } finally {
    const fetching = runner.stop();
    await Promise.race([fetching, sleep(confirmMs)]);
    if (nextUpdate !== undefined) await confirm(bot, nextUpdate);
    await drain(sink, log);
  }
}

/** Tells Telegram which updates were read, so that the next start does not answer the last of them again. */
async function confirm({ api }: Pick<Bot, 'api'>, offset: number): Promise<void> {
  await api
    .getUpdates({ offset, limit: 1, timeout: 0 }, apiSignal(AbortSignal.timeout(confirmMs)))
    .catch(() => undefined); // they were most likely confirmed by the poll that was given up
}

async function drain(sink: UpdateSink<Update>, log: Log): Promise<void> {
  const deadline = Date.now() + drainMs;
  while (sink.size() > 0 && Date.now() < deadline) await sleep(20);
  if (sink.size() > 0) log('answers-given-up', { count: sink.size() });
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
