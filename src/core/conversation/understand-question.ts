/** Understanding a message before anything is looked up: small talk, a greeting before a question, a follow-up. */
import type { ComposedAnswer } from '../compose/compose-answer.js';
import type { Turn } from '../answer/conversation.js';
import { resolveFollowUp } from './follow-up.js';
import type { FoldTables } from '../text/fold.js';
import type { Reader } from '../text/reader.js';
import {
  readSmallTalk,
  smallTalkReader,
  smallTalkWords,
  type SmallTalkTopic,
} from './small-talk.js';

export interface UnderstoodQuestion {
  /** Set when the message asks nothing of the releases. */
  readonly topic: SmallTalkTopic | null;
  /** The question to answer, on its own; the message without a greeting where it was no follow-up. */
  readonly text: string;
  /** Whether `text` was completed from the conversation, so that the person should see it. */
  readonly isFollowUp: boolean;
}

/** @param history earlier turns, oldest first */
export function understandQuestion(
  message: string,
  history: readonly Turn[],
  tables: FoldTables,
): UnderstoodQuestion {
  const { topic, rest } = readSmallTalk(message, tables);
  const resolved = topic ? null : resolveFollowUp(rest, history, tables);
  return { topic, text: resolved ?? rest, isFollowUp: resolved !== null };
}

/** The friendly answer to small talk: no citations, and no claim that the releases lack something. */
export function composeSmallTalk(
  topic: SmallTalkTopic,
  message: string,
  reader: Reader,
): ComposedAnswer & { readonly reader: Reader } {
  const own = smallTalkReader(message, reader);
  const words = smallTalkWords[own];
  return {
    kind: 'unanswerable',
    reason: words.reason,
    text: words[topic],
    emphasis: [],
    citations: [],
    reader: own,
  };
}
