/** A conversation: the earlier questions and answers that a follow-up refers to. */

/** One question and what was answered. */
export interface Turn {
  /** As it was understood: a follow-up stands here as the question of its own that it was taken for. */
  readonly question: string;
  /** The text of the answer, without its quotes. */
  readonly answer: string;
}

/** Where a conversation takes place: a chat, or one topic of a forum. */
export interface Place {
  readonly chatId: number;
  readonly topicId: number | null;
}

/** Keeps the latest turns of each conversation. */
export interface ConversationStore {
  /** Oldest first, at most six; none once the conversation has expired. */
  readonly turns: (place: Place) => Promise<readonly Turn[]>;
  readonly add: (place: Place, turn: Turn) => Promise<void>;
  /** Forgets the turns of one place, or of every topic of a chat when `topicId` is undefined. */
  readonly forget: (place: Place | { readonly chatId: number }) => Promise<void>;
}

/** How much of a conversation is kept, and how long after its latest turn. Both are unmeasured. */
export const conversationLimits = { turns: 6, expiryMs: 30 * 60_000 } as const;
