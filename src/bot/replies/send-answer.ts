/** Sending an answer with its quotes and buttons. */
import type { Citation } from '../../core/answer/answer.js';
import type { SentenceReferences } from '../../core/answer/sentence-reference.js';
import { answerKeyboard } from '../messages/answer-keyboard.js';
import { answerMessages, quotesShown, type ShownAnswer } from '../messages/answer-message.js';
import type { MessageContext } from '../bot-context.js';
import { deepLink } from '../messages/deep-link.js';
import type { ReplyOptions } from './reply.js';
import { sendMessages } from './send-messages.js';
import { sayIn } from '../texts.js';

/** @param takesPlaceOf the message in which the answer has been growing, if there is one */
export async function sendAnswer(
  ctx: MessageContext,
  answer: ShownAnswer,
  references: SentenceReferences,
  options: ReplyOptions,
  takesPlaceOf: number | null,
): Promise<void> {
  const linkTo = (citation: Citation) => deepLink(ctx.me.username, references.of(citation));
  // The words around the answer are in the language of the question, as the answer itself is.
  const messages = answerMessages(answer, sayIn(answer.reader), linkTo);
  const quotes = answer.citations.slice(0, quotesShown);
  const marked = quotes.map((one) => ({ n: one.n, reference: references.of(one) }));
  const hidden = answer.citations.length - quotes.length;
  const keyboard = answerKeyboard(marked, 0, hidden, ctx.say);
  await sendMessages(ctx, messages, { ...options, keyboard }, takesPlaceOf);
}
