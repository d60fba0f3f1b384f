/** From a pressed button to the sentence that it is about. */
import type { Citation } from '../../core/answer/answer.js';
import type { SentenceReferences } from '../../core/answer/sentence-reference.js';
import { ignoreRefusal } from '../updates/answer-every-query.js';
import type { ButtonContext } from '../bot-context.js';

/** Answers the button, and finds its sentence; null when there is none, which the person has then been told. */
export async function citedSentence(
  ctx: ButtonContext,
  references: SentenceReferences,
  reference: string,
): Promise<Citation | null> {
  const found = references.resolve(reference);
  if (typeof found !== 'string') {
    await ctx.answerCallbackQuery().catch(ignoreRefusal);
    return found;
  }
  const isGone = found === 'gone';
  const text = isGone ? ctx.say('gone') : ctx.say('button-unknown');
  await ctx.answerCallbackQuery({ text, show_alert: isGone }).catch(ignoreRefusal);
  return null;
}
