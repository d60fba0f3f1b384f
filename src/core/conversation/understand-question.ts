/** Understanding a message before anything is looked up: small talk, a greeting before a question, a follow-up, nothing to look up. */
import type { ComposedAnswer } from '../compose/compose-answer.js';
import type { Turn } from '../answer/conversation.js';
import { asksNothing } from './asks-nothing.js';
import { resolveFollowUp } from './follow-up.js';
import { fold, type FoldTables } from '../text/fold.js';
import type { Reader } from '../text/reader.js';
import { withFullYears } from './full-years.js';
import { readSmallTalk } from './small-talk.js';
import { smallTalkReader, smallTalkReplies, type ReplyTopic } from './small-talk-replies.js';

export interface UnderstoodQuestion {
  /** Set when the message asks nothing of the releases. */
  readonly topic: ReplyTopic | null;
  /** The question to answer, on its own, its years in four digits; the message without a greeting where it was no follow-up. */
  readonly text: string;
  /** Whether `text` was completed from the conversation, so that the person should see it. */
  readonly isFollowUp: boolean;
}

/**
 * @param history earlier turns, oldest first
 * @param hasContext whether something else than rules may complete the message: a sentence that is pointed at, a model
 */
export function understandQuestion(
  message: string,
  history: readonly Turn[],
  tables: FoldTables,
  hasContext: boolean,
): UnderstoodQuestion {
  const { topic, rest } = readSmallTalk(message, tables);
  if (topic) return { topic, text: rest, isFollowUp: false };
  const text = withFullYears(rest);
  const told = history.map((turn) => ({ ...turn, question: withFullYears(turn.question) }));
  const resolved = resolveFollowUp(text, told, tables);
  if (resolved !== null) return { topic: null, text: resolved, isFollowUp: true };
  const folded = fold(text, tables).text;
  const isUnclear = !hasContext && /[\p{L}\p{N}]/u.test(folded) && asksNothing(folded, history.length === 0);
  return { topic: isUnclear ? 'unclear' : null, text, isFollowUp: false };
}

/**
 * The friendly answer to small talk: no citations, and no claim that the releases lack something.
 * @param isOfChat whether the reader was told by the chat's language where the message shows none
 */
export function composeSmallTalk(
  topic: ReplyTopic,
  message: string,
  reader: Reader,
  isOfChat: boolean,
): ComposedAnswer & { readonly reader: Reader } {
  const own = topic === 'unclear' || isOfChat ? reader : smallTalkReader(message, reader);
  const words = smallTalkReplies[own];
  return {
    kind: 'unanswerable',
    reason: words.reason,
    text: words[topic],
    emphasis: [],
    citations: [],
    nearest: [],
    confidence: 0,
    reader: own,
  };
}
