/** Sending an answer with its quotes and buttons. */
import type { Citation } from '../../core/answer/answer.js';
import type { CorpusView } from '../../core/answer/corpus-view.js';
import type { SentenceReferences } from '../../core/answer/sentence-reference.js';
import { answerKeyboard, placesKeyboard } from '../messages/answer-keyboard.js';
import { answerMessages, quotesShown, type ShownAnswer } from '../messages/answer-message.js';
import type { MessageContext } from '../bot-context.js';
import { deepLink } from '../messages/deep-link.js';
import { releaseButtons } from '../messages/sources-message.js';
import type { Keyboard, ReplyOptions } from './reply.js';
import { sendMessages } from './send-messages.js';
import { sayIn, type Say } from '../texts.js';

interface Corpus {
  readonly corpus: CorpusView;
  readonly references: SentenceReferences;
}

/** @param takesPlaceOf the message in which the answer has been growing, if there is one */
export async function sendAnswer(
  ctx: MessageContext,
  answer: ShownAnswer,
  held: Corpus,
  options: ReplyOptions,
  takesPlaceOf: number | null,
): Promise<void> {
  const linkTo = (citation: Citation) => deepLink(ctx.me.username, held.references.of(citation));
  // The words around the answer are in the language of the question, as the answer itself is.
  const messages = answerMessages(answer, sayIn(answer.reader), linkTo);
  const keyboard = keyboardUnder(answer, held, ctx.say);
  await sendMessages(ctx, messages, { ...options, keyboard }, takesPlaceOf);
}

/** What can be opened of the answer; all that can be done with a quote only where it is the answer. */
function keyboardUnder({ kind, citations, nearest }: ShownAnswer, { corpus, references }: Corpus, say: Say): Keyboard {
  if (kind === 'unanswerable') {
    const openings = nearest.map(({ id }) => corpus.sentence(id, 1));
    const buttons = releaseButtons(openings.map((one, i) => ({ number: i + 1, reference: one && references.of(one) })));
    return buttons.length > 0 ? [buttons] : [];
  }
  const quotes = citations.slice(0, quotesShown);
  const marked = quotes.map((one) => ({ n: one.n, reference: references.of(one) }));
  if (kind === 'likely') return placesKeyboard(marked, say);
  return answerKeyboard(marked, 0, citations.length - quotes.length, say);
}
