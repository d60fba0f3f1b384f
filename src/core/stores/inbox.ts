/** The inbox: every update of Telegram that is not dealt with yet, so that nothing is lost when the process is killed. */

/** An update as it arrived. */
export interface Arrival {
  readonly updateId: number;
  /** The chat that it belongs to; null where it belongs to none, as an inline query does. */
  readonly chatId: number | null;
  /** The update itself, as JSON. */
  readonly content: string;
}

/** An update that is not dealt with yet, with what was done about it so far. */
export interface PendingUpdate extends Arrival {
  /** How often its handling was begun and not ended. */
  readonly attempts: number;
  /** The ids of the messages that were sent for it, in their order. */
  readonly sent: readonly number[];
  /** The process ended while a message was on its way for it, which may have arrived or not. */
  readonly unsure: boolean;
}

/**
 * Keeps updates from their arrival until they are dealt with. A promise that resolves means that it is written: it
 * outlives a kill.
 */
export interface Inbox {
  /**
   * Takes updates in, in the order of their ids. Resolves with those that are new: an update that has arrived before,
   * dealt with or not, is a repeat. An id that comes back with another content is another update, because Telegram
   * starts its numbering anew now and then.
   */
  readonly receive: (arrivals: readonly Arrival[]) => Promise<readonly PendingUpdate[]>;
  /** Everything that is not dealt with, in the order of arrival. */
  readonly pending: () => Promise<readonly PendingUpdate[]>;
  /** Counts an attempt; false when the update is not pending any more, and so is not to be handled. */
  readonly begin: (updateId: number) => Promise<boolean>;
  /** Takes an attempt back that came to nothing through no fault of the update. */
  readonly giveBack: (updateId: number) => Promise<void>;
  /** A message for the update is about to go out: from now on it may have arrived. */
  readonly sending: (updateId: number) => Promise<void>;
  /** The message went out. */
  readonly sent: (updateId: number, messageId: number) => Promise<void>;
  /** The message did certainly not go out. */
  readonly notSent: (updateId: number) => Promise<void>;
  /** The update is dealt with: its content is deleted, its id remembered. */
  readonly done: (updateId: number) => Promise<void>;
  /** How many updates are not dealt with. */
  readonly size: () => Promise<number>;
  /** Deals with everything of a chat that is gone. */
  readonly forget: (chatId: number) => Promise<void>;
}

/** How long the id of an update is remembered: Telegram repeats one for 24 h, https://core.telegram.org/bots/api#getting-updates. */
export const repeatWindowMs = 48 * 3_600_000;
