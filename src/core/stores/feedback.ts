/** What people think of answers. */

/** One person's vote on one answer; a later one takes the place of an earlier one. */
export interface Vote {
  /** The message under which the button was pressed. */
  readonly chatId: number;
  readonly messageId: number;
  /** Telegram's id of the person, nothing else of them. */
  readonly personId: number;
  readonly isHelpful: boolean;
}

/** Keeps votes. */
export interface FeedbackStore {
  readonly record: (vote: Vote) => Promise<void>;
  /** Forgets a vote. @returns false when the person has not voted like that */
  readonly withdraw: (vote: Vote) => Promise<boolean>;
  readonly count: () => Promise<{ readonly helpful: number; readonly unhelpful: number }>;
  /** Forgets the votes given in a chat. */
  readonly forget: (chatId: number) => Promise<void>;
}
