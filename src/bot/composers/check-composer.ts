/** Checking quotes: `/check`, and texts that are pasted or forwarded rather than asked. */
import { Composer } from 'grammy';
import type { CorpusView } from '../../core/answer/corpus-view.js';
import type { QuoteCheck, QuoteChecker } from '../../core/answer/quote-check.js';
import type { SentenceReferences } from '../../core/answer/sentence-reference.js';
import { addressedQuestion, opensWithCommand, wordsOf } from '../updates/addressed-question.js';
import { answerKeyboard } from '../messages/answer-keyboard.js';
import type { MessageContext } from '../bot-context.js';
import { checkMessages, shownStretches } from '../messages/check-message.js';
import { reply } from '../replies/reply.js';
import { sendMessages } from '../replies/send-messages.js';

export interface CheckDeps {
  readonly quotes: QuoteChecker;
  readonly corpus: CorpusView;
  readonly references: SentenceReferences;
}

export function checkComposer({ quotes, corpus, references }: CheckDeps): Composer<MessageContext> {
  const composer = new Composer<MessageContext>();

  composer.command('check', async (ctx) => {
    const text = ctx.match.trim() || repliedWords(ctx);
    if (text === '') await reply(ctx, ctx.say('check-what'));
    else await send(ctx, quotes.check(text));
  });

  composer.on(['message:text', 'message:caption'], async (ctx, next) => {
    if (opensWithCommand(ctx.message)) return next();
    const text = addressedQuestion(ctx.message, ctx.me, ctx.settings.commandsOnly);
    const check = text === null ? null : quotes.recognise({ text, isForwarded: isForwarded(ctx) });
    return check ? send(ctx, check) : next();
  });

  async function send(ctx: MessageContext, check: QuoteCheck): Promise<void> {
    const sentences = shownStretches(check).flatMap(({ n, stretch }) => {
      const citation = corpus.sentence(stretch.release.id, stretch.sentences[0]);
      return citation ? [{ n, reference: references.of(citation) }] : [];
    });
    const keyboard = answerKeyboard(sentences.slice(0, mostButtons), 0, 0, ctx.say);
    await sendMessages(ctx, checkMessages(check, ctx.say), { keyboard });
  }

  return composer;
}

/** As many tabs as fit in one row of buttons. */
const mostButtons = 6;

function isForwarded({ message }: MessageContext): boolean {
  return message.forward_origin !== undefined;
}

/** The words of the message that `/check` replies to, or the part of it that the person quotes. */
function repliedWords({ message }: MessageContext): string {
  const replied = message.reply_to_message;
  return (message.quote?.text ?? (replied ? wordsOf(replied) : '')).trim();
}
