/** Questions: a text in a private chat, a mention or a reply in a group, or `/ask`. */
import { Composer } from 'grammy';
import type { AnswerSoFar, AskOptions, AskQuestion, Citation } from '../core/answer.js';
import type { ConversationStore } from '../core/conversation.js';
import type { SentenceReferences } from '../core/sentence-reference.js';
import { turnOf } from '../core/turn-of.js';
import { addressedQuestion, opensWithCommand, repliedText } from './addressed-question.js';
import { answerKeyboard } from './answer-keyboard.js';
import { answerMessages, quotesShown, type ShownAnswer } from './answer-message.js';
import type { MessageContext } from './bot-context.js';
import { deepLink } from './deep-link.js';
import { draftIdOf, liveAnswer } from './live-answer.js';
import { placeOf } from './new-composer.js';
import { reply, type ReplyOptions } from './reply.js';
import type { RunningAnswers, StopReason } from './running-answers.js';
import { sendMessages } from './send-messages.js';
import { sayIn } from './texts.js';
import { whileTyping } from './while-typing.js';

/** A question that takes longer is given up, so that it does not hold up its chat; well above a slow model's answer. */
const questionTimeoutMs = 120_000;

export interface AskDeps {
  readonly ask: AskQuestion;
  readonly conversations: ConversationStore;
  readonly references: SentenceReferences;
  readonly running: RunningAnswers;
}

/** Answers questions. Everything else that is said in a group passes in silence. */
export function askComposer({
  ask,
  conversations,
  references,
  running,
}: AskDeps): Composer<MessageContext> {
  const composer = new Composer<MessageContext>();

  composer.command('ask', (ctx) =>
    answer(ctx, ctx.match.trim() || repliedText(ctx.message, ctx.me), {
      isQuiet: ctx.chat.type !== 'private',
    }),
  );

  composer.on('message:text', async (ctx) => {
    const isPrivate = ctx.chat.type === 'private';
    if (opensWithCommand(ctx.message)) {
      if (isPrivate) await reply(ctx, ctx.say('unknown-command'));
      return;
    }
    const question = addressedQuestion(ctx.message, ctx.me, ctx.settings.commandsOnly);
    if (question !== null) await answer(ctx, question, {});
  });

  // What a person can send that holds no question; service messages are not among them.
  composer.on(
    ['message:file', 'message:location', 'message:contact', 'message:dice', 'message:poll'],
    async (ctx) => {
      if (ctx.chat.type === 'private') await reply(ctx, ctx.say('not-text'));
    },
  );

  async function answer(
    ctx: MessageContext,
    question: string,
    options: ReplyOptions,
  ): Promise<void> {
    if (question === '') {
      await reply(ctx, ctx.say('empty-question'), options);
      return;
    }
    const live = liveAnswer(ctx, options);
    const own = running.begin(ctx.chat.id, draftIdOf(ctx));
    let soFar: AnswerSoFar | null = null;
    const place = placeOf(ctx);
    const asking: AskOptions = {
      history: await conversations.turns(place),
      person: String(ctx.from.id),
      signal: AbortSignal.any([own.signal, AbortSignal.timeout(questionTimeoutMs)]),
      onProgress: (grown) => {
        soFar = grown;
        own.show();
        live.grow(grown);
      },
    };
    try {
      const found = await whileTyping(ctx, () => ask(question, asking));
      const turn = turnOf(found);
      if (turn) await conversations.add(place, turn);
      await send(ctx, found, options, await live.finish());
    } catch (error) {
      const shown = await live.finish();
      if (!own.signal.aborted) throw error;
      await send(ctx, unfinished(ctx, soFar, own.signal.reason as StopReason), options, shown);
    } finally {
      own.end();
    }
  }

  async function send(
    ctx: MessageContext,
    shown: ShownAnswer,
    options: ReplyOptions,
    takesPlaceOf: number | null,
  ): Promise<void> {
    const linkTo = (citation: Citation) => deepLink(ctx.me.username, references.of(citation));
    // The words around the answer are in the language of the question, as the answer itself is.
    const messages = answerMessages(shown, sayIn(shown.reader), linkTo);
    const quotes = shown.citations.slice(0, quotesShown);
    const marked = quotes.map((one) => ({ n: one.n, reference: references.of(one) }));
    const hidden = shown.citations.length - quotes.length;
    const keyboard = answerKeyboard(marked, 0, hidden, ctx.say);
    await sendMessages(ctx, messages, { ...options, keyboard }, takesPlaceOf);
  }

  return composer;
}

/** What had passed of an answer when it was stopped, or that it was stopped. */
function unfinished(
  ctx: MessageContext,
  soFar: AnswerSoFar | null,
  reason: StopReason,
): ShownAnswer {
  const isStopped = reason === 'stopped';
  const note = isStopped ? ctx.say('answer-stopped') : ctx.say('answer-interrupted');
  const nothing = { understood: null, text: note, citations: [], reader: 'en' } as const;
  return {
    kind: 'answered',
    reason: null,
    emphasis: [],
    note: soFar ? note : null,
    ...(soFar ?? nothing),
  };
}
