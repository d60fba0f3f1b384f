/** Whether messages still reach the bot: what the outcomes of its polls say. */

/** A long poll takes up to 30 s of its own; what goes beyond counts as broken. */
const pollMs = 30_000;
/** Broken for so long, the bot is unwell. */
const patienceMs = 60_000;

export interface PollReport {
  readonly isWell: boolean;
  /** Since the latest poll that succeeded, in whole milliseconds; null when none did yet. */
  readonly lastPollAgeMs: number | null;
}

/** Follows the polls. A bot that never polled is well for as long as one whose polls just broke. */
export class PollHealth {
  private lastSuccess: number | null = null;
  private brokenSince: number;

  /** @param now milliseconds from any fixed moment */
  constructor(private readonly now: () => number) {
    this.brokenSince = now();
  }

  polled(succeeded: boolean): void {
    if (!succeeded) this.brokenSince = Math.min(this.brokenSince, this.now());
    else {
      this.lastSuccess = this.now();
      this.brokenSince = this.lastSuccess + pollMs;
    }
  }

  report(): PollReport {
    const now = this.now();
    const lastPollAgeMs = this.lastSuccess === null ? null : Math.round(now - this.lastSuccess);
    return { isWell: now - this.brokenSince <= patienceMs, lastPollAgeMs };
  }
}
