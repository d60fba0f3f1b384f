/** What of an answer a follow-up can refer to. */
import type { Answer } from '../answer/answer.js';
import type { Turn } from '../answer/conversation.js';

/**
 * The turn that an answer adds to its conversation; null for small talk and whatever else cites nothing, which must not
 * come between a question and its follow-up. A refused question is a turn, for 「那2023年呢？」 may well follow it, but its
 * answer says nothing to refer to.
 */
export function turnOf({ question, understood, kind, text, nearest }: Answer): Turn | null {
  if (kind === 'unanswerable' && nearest.length === 0) return null;
  const asserts = kind === 'answered' || kind === 'partial';
  return { question: understood ?? question, answer: asserts ? text : '' };
}
