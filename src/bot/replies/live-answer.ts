/** An answer that grows while a model writes it: as a draft in a private chat, as one message in a group. */
import type { AnswerSoFar } from '../../core/answer/answer.js';
import { growingMessage } from '../messages/answer-message.js';
import type { MessageContext } from '../bot-context.js';
import { latestOnly } from './latest-only.js';
import { edit, reply, type ReplyOptions } from './reply.js';

/** About one draft a second, as fast as a person reads along. */
const draftPace = { intervalMs: 1000, most: Infinity } as const;

/**
 * The first message and one edit; the finished answer is the second. A group may be sent 20 messages a minute,
 * https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this.
 */
const messagePace = { intervalMs: 3000, most: 2 } as const;

export interface LiveAnswer {
  readonly grow: (soFar: AnswerSoFar) => void;
  /** Shows nothing more; resolves to the message that the finished answer takes the place of, if there is one. */
  readonly finish: () => Promise<number | null>;
}

/** Nothing is shown before the first `grow`. A failure to show costs the sight of it, never the answer. */
export function liveAnswer(ctx: MessageContext, options: ReplyOptions): LiveAnswer {
  return ctx.chat.type === 'private' ? growingDraft(ctx) : growingReply(ctx, options);
}

/** The id of the draft of the answer to a message. */
export function draftIdOf(ctx: MessageContext): number {
  return ctx.message.message_id;
}

/** A draft vanishes with the bot's next message, which is the answer. It has a button that stops it. */
function growingDraft(ctx: MessageContext): LiveAnswer {
  const { message_thread_id: topic, is_topic_message: isTopic } = ctx.message;
  const options = {
    can_stop: true,
    ...(isTopic && topic !== undefined && { message_thread_id: topic }),
  };
  const drafts = latestOnly<AnswerSoFar>(async (soFar) => {
    const { text } = growingMessage(soFar);
    await ctx.api.sendMessageDraft(ctx.chat.id, draftIdOf(ctx), text, options);
  }, draftPace);
  return {
    grow: drafts.push,
    finish: async () => {
      await drafts.stop();
      return null;
    },
  };
}

function growingReply(ctx: MessageContext, options: ReplyOptions): LiveAnswer {
  let messageId: number | null = null;
  const messages = latestOnly<AnswerSoFar>(async (soFar) => {
    if (messageId !== null) await edit(ctx, messageId, growingMessage(soFar));
    else messageId = (await reply(ctx, growingMessage(soFar), options)).message_id;
  }, messagePace);
  return {
    grow: messages.push,
    finish: async () => {
      await messages.stop();
      return messageId;
    },
  };
}
