/** Questions: a text or a caption in a private chat, a mention or a reply in a group, or `/ask`. */
import { Composer } from 'grammy';
import { abortWith } from '../../core/abort-with.js';
import type { AnswerSoFar, AskOptions, AskQuestion } from '../../core/answer/answer.js';
import type { SearchSentences } from '../../core/answer/search-sentences.js';
import type { ConversationStore } from '../../core/answer/conversation.js';
import type { CorpusView } from '../../core/answer/corpus-view.js';
import type { SentenceReferences } from '../../core/answer/sentence-reference.js';
import { turnOf } from '../../core/conversation/turn-of.js';
import { addressedQuestion, opensWithCommand, repliedText } from '../updates/addressed-question.js';
import { ignoreRefusal } from '../updates/answer-every-query.js';
import type { ShownAnswer } from '../messages/answer-message.js';
import type { MessageContext } from '../bot-context.js';
import { draftIdOf, liveAnswer } from '../replies/live-answer.js';
import { quotedSentence } from '../updates/quoted-sentence.js';
import { placeOf } from './new-composer.js';
import { reply, type ReplyOptions } from '../replies/reply.js';
import type { RunningAnswers, StopReason } from '../replies/running-answers.js';
import { sendAnswer } from '../replies/send-answer.js';
import { whileTyping } from '../replies/while-typing.js';

/** A question that takes longer is given up, so that it does not hold up its chat; well above a slow model's answer. */
const questionTimeoutMs = 120_000;
const tooLong = `no answer within ${questionTimeoutMs / 1000} s`;

export interface AskDeps {
  readonly ask: AskQuestion;
  readonly conversations: ConversationStore;
  readonly corpus: CorpusView;
  readonly references: SentenceReferences;
  /** Finds the sentence that a person quotes of an answer. */
  readonly search: SearchSentences;
  readonly running: RunningAnswers;
}

/** Answers questions. Everything else that is said in a group passes in silence. */
export function askComposer({
  ask,
  conversations,
  corpus,
  references,
  search,
  running,
}: AskDeps): Composer<MessageContext> {
  const composer = new Composer<MessageContext>();

  composer.command('ask', (ctx) =>
    answer(ctx, ctx.match.trim() || repliedText(ctx.message, ctx.me), {
      isQuiet: ctx.chat.type !== 'private',
    }),
  );

  composer.on(['message:text', 'message:caption'], async (ctx) => {
    const isPrivate = ctx.chat.type === 'private';
    if (opensWithCommand(ctx.message)) {
      if (isPrivate) await reply(ctx, ctx.say('unknown-command'));
      return;
    }
    const question = addressedQuestion(ctx.message, ctx.me, ctx.settings.commandsOnly);
    // A mention alone, as a reply, asks what it replies to.
    if (question !== null) await answer(ctx, question || repliedText(ctx.message, ctx.me), {});
  });

  // What a person can send that holds no question; service messages are not among them.
  composer.on(['message:file', 'message:location', 'message:contact', 'message:dice', 'message:poll'], async (ctx) => {
    if (ctx.chat.type === 'private') await reply(ctx, ctx.say('not-text'));
  });

  async function answer(ctx: MessageContext, question: string, options: ReplyOptions): Promise<void> {
    if (question === '') {
      await reply(ctx, ctx.say('empty-question'), options);
      return;
    }
    const about = quotedSentence(ctx.message, ctx.me, search);
    const place = placeOf(ctx);
    const history = await conversations.turns(place);
    const live = liveAnswer(ctx, options);
    const own = running.begin(place, draftIdOf(ctx));
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort(new Error(tooLong)), questionTimeoutMs);
    const unfollow = abortWith(giveUp, own.signal);
    let soFar: AnswerSoFar | null = null;
    const asking: AskOptions = {
      ...(about && { about }),
      language: ctx.language,
      history,
      person: String(ctx.from.id),
      chat: String(ctx.chat.id),
      signal: giveUp.signal,
      onProgress: (grown) => {
        soFar = grown;
        own.show();
        live.grow(grown);
      },
    };
    let found: ShownAnswer;
    try {
      const answered = await whileTyping(ctx, () => ask(question, asking));
      const turn = turnOf(answered);
      if (turn) await conversations.add(place, turn);
      found = answered;
    } catch (error) {
      if (!own.signal.aborted) {
        await takeBack(ctx, await live.finish());
        throw error;
      }
      found = unfinished(ctx, soFar, own.signal.reason as StopReason);
    } finally {
      clearTimeout(timer);
      unfollow();
      own.end();
    }
    await sendAnswer(ctx, found, { corpus, references }, options, await live.finish());
  }

  return composer;
}

/** Deletes the message in which an answer that failed has been growing. */
async function takeBack(ctx: MessageContext, messageId: number | null): Promise<void> {
  if (messageId === null) return;
  await ctx.api.deleteMessage(ctx.chat.id, messageId).catch(ignoreRefusal);
}

/** What had passed of an answer when it was stopped, or that it was stopped. */
function unfinished(ctx: MessageContext, soFar: AnswerSoFar | null, reason: StopReason): ShownAnswer {
  const isStopped = reason === 'stopped';
  const note = isStopped ? ctx.say('answer-stopped') : ctx.say('answer-interrupted');
  const nothing = { understood: null, text: note, citations: [], reader: 'en' } as const;
  return {
    kind: 'answered',
    reason: null,
    emphasis: [],
    nearest: [],
    note: soFar ? note : null,
    ...(soFar ?? nothing),
  };
}
