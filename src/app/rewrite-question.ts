/** Rewriting: a model turns a question into the one that is searched with, on its own and in the releases' language. */
import { defuse } from '../core/draft/answer-protocol.js';
import type { Turn } from '../core/answer/conversation.js';
import type { ModelFailure } from '../core/model/model-failure.js';
import { fillPrompt, type Prompts } from '../core/draft/prompt.js';
import { MarkupFilter } from '../core/draft/markup-filter.js';
import { plainClaim } from '../core/draft/plain-claim.js';
import type { ModelSession } from './model-session.js';

export interface RewriteRequest {
  readonly question: string;
  /** Earlier turns, oldest first; none when only the language is to change. */
  readonly history: readonly Turn[];
  /** The language to write in, in English. */
  readonly language: string;
}

/** No question is longer; a model that explains itself is. In UTF-16 units. */
const longestQuestion = 300;

/** Of an earlier answer so much goes along as a question may refer to. */
const longestAnswer = 400;

/**
 * Asks the model. Nobody has checked what it writes: see `isOfConversation` before it is shown.
 * @returns the question, or null with why when the model gave none
 * @throws the reason of the person's signal when that is aborted
 */
export async function rewriteQuestion(
  { question, history, language }: RewriteRequest,
  session: ModelSession,
  prompts: Prompts,
): Promise<{ readonly question: string | null; readonly failure: ModelFailure | null }> {
  const filter = new MarkupFilter();
  let reply = '';
  const turns = history.map((turn) => `Q: ${defuse(turn.question)}\nA: ${defuse(turn.answer).slice(0, longestAnswer)}`);
  const { failure } = await session.call(
    fillPrompt(prompts.rewrite, {
      language,
      history: turns.join('\n') || '(none)',
      question: defuse(question),
    }),
    (text) => (reply += filter.push(text)),
  );
  reply += filter.end();
  const line = reply.split('\n').map(plainClaim).find(Boolean) ?? '';
  const isQuestion = failure === null && line !== '' && line.length <= longestQuestion;
  return { question: isQuestion ? line : null, failure };
}
