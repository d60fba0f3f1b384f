/** One person's flood: told once, then passed over, so that nobody else waits for it. */
import type { Message, UserFromGetMe } from 'grammy/types';
import { Composer } from 'grammy';
import type { SettingsStore } from '../../core/stores/chat-settings.js';
import { addressedQuestion, opensWithCommand, wordsOf } from './addressed-question.js';
import { knowChat, type BotContext } from '../bot-context.js';
import { currentHandling } from './handling.js';
import type { Log } from '../telegram/redacting-log.js';
import { reply } from '../replies/reply.js';

/** What one person asked of late. */
interface Window {
  readonly startedAt: number;
  count: number;
  wasTold: boolean;
}

const windowMs = 60_000;
/** So many people are remembered before those of more than a minute ago are dropped. */
const remembered = 10_000;

export interface FloodOptions {
  /** How many questions and commands of one person are dealt with in a minute. */
  readonly perMinute: number;
  readonly settings: SettingsStore;
  /** Milliseconds from any fixed moment. */
  readonly now: () => number;
  readonly log: Log;
}

/**
 * Passes over what one person asks beyond the limit. The person is told once; not again until a minute has passed within
 * the limit. What is said in a group without asking the bot does not count. Stands before an update waits for others.
 */
export function floodLimiter({ perMinute, settings, now, log }: FloodOptions): Composer<BotContext> {
  const windows = new Map<number, Window>();

  const windowOf = (person: number): Window => {
    const at = now();
    const latest = windows.get(person);
    if (latest && at - latest.startedAt < windowMs) return latest;
    if (windows.size >= remembered) {
      for (const [id, { startedAt }] of windows) if (at - startedAt > windowMs) windows.delete(id);
    }
    const isOngoing = latest !== undefined && at - latest.startedAt < 2 * windowMs;
    const fresh = { startedAt: at, count: 0, wasTold: isOngoing && latest.count > perMinute };
    windows.set(person, fresh);
    return fresh;
  };

  const composer = new Composer<BotContext>();
  composer.on('message', async (ctx, next) => {
    // What an earlier process took in was within the limit then.
    if (currentHandling()?.isInherited || !asksBot(ctx.message, ctx.me)) return next();
    const person = ctx.senderChat?.id ?? ctx.from.id;
    const window = windowOf(person);
    window.count++;
    if (window.count <= perMinute) return next();
    if (window.wasTold) return;
    window.wasTold = true;
    log('flood', { chatId: ctx.chat.id, personId: person });
    await knowChat(settings)(ctx, async () => {
      await reply(ctx, ctx.say('too-many', { perMinute }));
    });
  });
  return composer;
}

function asksBot(message: Message, me: UserFromGetMe): boolean {
  if (message.chat.type === 'private') return true;
  if (wordsOf(message) === '') return false;
  return opensWithCommand(message) || addressedQuestion(message, me, false) !== null;
}
