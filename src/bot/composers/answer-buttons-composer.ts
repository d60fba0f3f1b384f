/** The buttons under an answer that are about the answer: which quote, further quotes, and whether it helped. */
import { Composer } from 'grammy';
import type { MessageEntity } from 'grammy/types';
import type { Citation } from '../../core/answer/answer.js';
import type { FeedbackStore } from '../../core/stores/feedback.js';
import type { SentenceReferences } from '../../core/answer/sentence-reference.js';
import { ignoreRefusal } from '../updates/answer-every-query.js';
import { answerKeyboard, readAnswerKeyboard } from '../messages/answer-keyboard.js';
import { quoteMessages, quotesShown } from '../messages/answer-message.js';
import type { BotContext, ButtonContext } from '../bot-context.js';
import { buttonPattern } from '../messages/button-data.js';
import { deepLink, referenceOfLink } from '../messages/deep-link.js';
import { currentHandling } from '../updates/handling.js';
import { isOwnButton } from '../updates/own-button.js';
import { editButtons } from '../replies/reply.js';
import { sendMessages } from '../replies/send-messages.js';

export interface AnswerButtonsDeps {
  readonly references: SentenceReferences;
  readonly feedback: FeedbackStore;
}

/** Nothing is remembered of an answer: what its buttons need stands in its message. */
export function answerButtonsComposer({ references, feedback }: AnswerButtonsDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();

  composer.callbackQuery(buttonPattern('select', 1), async (ctx) => {
    await ctx.answerCallbackQuery().catch(ignoreRefusal);
    const { sentences, selected, hidden } = readAnswerKeyboard(keyboardOf(ctx));
    const wanted = sentences.findIndex(({ reference }) => reference === ctx.match[1]);
    if (wanted === -1 || wanted === selected) return;
    await editButtons(ctx, answerKeyboard(sentences, wanted, hidden, ctx.say));
  });

  composer.callbackQuery(buttonPattern('more', 0), async (ctx) => {
    const citations = hiddenCitations(ctx, references);
    const isGone = citations.length === 0;
    await ctx.answerCallbackQuery(isGone ? { text: ctx.say('more-gone'), show_alert: true } : {}).catch(ignoreRefusal);
    if (isGone) return;
    const linkTo = (citation: Citation) => deepLink(ctx.me.username, references.of(citation));
    await sendMessages(ctx, quoteMessages(citations, ctx.say, linkTo), {
      isQuiet: true,
      keyboard: answerKeyboard(
        citations.slice(0, quotesShown).map((one) => ({ n: one.n, reference: references.of(one) })),
        0,
        Math.max(0, citations.length - quotesShown),
        ctx.say,
      ),
    });
  });

  composer.callbackQuery(buttonPattern('vote', 1), async (ctx) => {
    if (!isOwnButton(ctx)) return;
    const isHelpful = ctx.match[1] === 'up';
    const vote = {
      chatId: ctx.chatId!,
      messageId: ctx.msgId!,
      personId: ctx.from.id,
      isHelpful,
    };
    // A press that an earlier process took in may have been counted already.
    const isWithdrawn = !currentHandling()?.isInherited && (await feedback.withdraw(vote));
    if (!isWithdrawn) await feedback.record(vote);
    const sign = isHelpful ? '👍' : '👎';
    const text = isWithdrawn ? ctx.say('vote-withdrawn') : ctx.say('vote-given', { sign });
    await ctx.answerCallbackQuery({ text }).catch(ignoreRefusal);
  });

  return composer;
}

function keyboardOf({ callbackQuery: { message } }: ButtonContext) {
  return (message && 'reply_markup' in message && message.reply_markup?.inline_keyboard) || [];
}

/** The quotes that a message names without showing them: its links, each with its mark. */
function hiddenCitations(ctx: ButtonContext, references: SentenceReferences): Citation[] {
  const { text = '', entities = [] } = ctx.msg ?? {};
  return entities.flatMap((entity: MessageEntity) => {
    if (entity.type !== 'text_link') return [];
    const mark = text.slice(entity.offset, entity.offset + entity.length);
    const n = Number(/^\[(\d+)\]$/.exec(mark)?.[1]);
    const reference = referenceOfLink(entity.url);
    const found = reference === null ? 'forged' : references.resolve(reference);
    return typeof found === 'string' || Number.isNaN(n) ? [] : [{ ...found, n }];
  });
}
