/** Questions: a text in a private chat, a mention or a reply in a group, or `/ask`. */
import { Composer } from 'grammy';
import type { AskQuestion } from '../core/answer.js';
import { answerMessages } from './answer-message.js';
import { opensWithCommand, addressedQuestion } from './addressed-question.js';
import { reply, type MessageContext } from './reply.js';
import { textsFor } from './texts.js';
import { whileTyping } from './while-typing.js';

/** A question that takes longer is given up, so that it does not hold up its chat; well above a slow model's answer. */
const questionTimeoutMs = 120_000;

/** Answers questions. Everything else that is said in a group passes in silence. */
export function askComposer(ask: AskQuestion): Composer<MessageContext> {
  const composer = new Composer<MessageContext>();

  composer.command('ask', (ctx) => answer(ctx, ctx.match.trim()));

  composer.on('message:text', async (ctx) => {
    const isPrivate = ctx.chat.type === 'private';
    if (opensWithCommand(ctx.message)) {
      if (isPrivate) await reply(ctx, textsFor(ctx.from.language_code).unknownCommand);
      return;
    }
    const question = addressedQuestion(ctx.message, ctx.me);
    if (question !== null) await answer(ctx, question);
  });

  // What a person can send that holds no question; service messages are not among them.
  composer.on(
    ['message:file', 'message:location', 'message:contact', 'message:dice', 'message:poll'],
    async (ctx) => {
      if (ctx.chat.type === 'private') await reply(ctx, textsFor(ctx.from.language_code).notText);
    },
  );

  async function answer(ctx: MessageContext, question: string): Promise<void> {
    const texts = textsFor(ctx.from.language_code);
    if (question === '') return reply(ctx, texts.emptyQuestion(ctx.me.username));
    const found = await whileTyping(ctx, () =>
      ask(question, {
        person: String(ctx.from.id),
        signal: AbortSignal.timeout(questionTimeoutMs),
      }),
    );
    // The words around the answer are in the language of the question, as the answer itself is.
    const { answer: around } = textsFor(found.reader);
    for (const message of answerMessages(found, around)) await reply(ctx, message);
  }

  return composer;
}
