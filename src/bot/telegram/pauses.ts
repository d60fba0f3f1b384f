/** When a chat may be written to again, by what Telegram has refused. */

/** After a refusal, a chat, and all chats together, are written to at Telegram's pace for so long. */
const cautionMs = 60_000;
/**
 * Telegram's pace, https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this: a message a second in a chat,
 * 20 a minute in a group, 30 a second in all; each with 5 % to spare for the way.
 */
const intervalsMs = { person: 1050, group: 3150, all: 35 } as const;

interface Lane {
  pausedUntil: number;
  cautiousUntil: number;
  /** When the last call that was let through takes place. */
  last: number;
}

/**
 * Nothing waits until Telegram refuses: it lets short bursts pass, and most chats never see a limit. After a refusal the
 * chat pauses as long as told; for a minute from then on, its calls, and those of all chats, keep Telegram's pace.
 */
export class Pauses {
  private readonly lanes = new Map<string, Lane>();
  private readonly all: Lane = newLane();

  /** @param now milliseconds from any fixed moment */
  constructor(private readonly now: () => number) {}

  /** How long, in ms, a chat is still paused. @param chat null for calls that belong to no chat */
  pauseOf(chat: string | null): number {
    return Math.max(0, (this.lanes.get(chat ?? '')?.pausedUntil ?? 0) - this.now());
  }

  /** Lets a call to a chat through after the returned time, in ms, and those after it later. */
  reserve(chat: string | null): number {
    const lane = this.lanes.get(chat ?? '');
    if (!lane) return 0;
    const intervalMs = chat?.startsWith('-') ? intervalsMs.group : intervalsMs.person;
    return Math.max(this.pauseOf(chat), chat === null ? 0 : this.next(lane, intervalMs));
  }

  /** The same for all chats together, to be asked when the chat's own time has come. */
  reserveOverall(): number {
    return this.next(this.all, intervalsMs.all);
  }

  /** Telegram refused a call and told to wait. */
  refused(chat: string | null, waitMs: number): void {
    const now = this.now();
    for (const [key, lane] of this.lanes) {
      if (Math.max(lane.pausedUntil, lane.cautiousUntil) < now) this.lanes.delete(key);
    }
    const lane = this.lanes.get(chat ?? '') ?? newLane();
    this.lanes.set(chat ?? '', lane);
    lane.pausedUntil = now + waitMs;
    lane.cautiousUntil = now + waitMs + cautionMs;
    this.all.cautiousUntil = now + cautionMs;
  }

  private next(lane: Lane, intervalMs: number): number {
    const now = this.now();
    if (lane.cautiousUntil < now) return 0;
    lane.last = Math.max(now, lane.pausedUntil, lane.last + intervalMs);
    return lane.last - now;
  }
}

function newLane(): Lane {
  return { pausedUntil: 0, cautiousUntil: 0, last: 0 };
}
