/** What can be done with one sentence: see it in its context, copy a reference, see the untouched original. */
import { Composer, InputFile } from 'grammy';
import type { Citation } from '../../core/answer/answer.js';
import type { CorpusView } from '../../core/answer/corpus-view.js';
import type { SentenceReferences } from '../../core/answer/sentence-reference.js';
import type { BotContext, ButtonContext, MessageContext } from '../bot-context.js';
import { buttonPattern } from '../messages/button-data.js';
import { citedSentence } from '../messages/cited-sentence.js';
import { contextKeyboard, contextMessage } from '../messages/context-message.js';
import { clipLine, type FormattedText } from '../messages/formatted-text.js';
import { longestOriginal, originalMessage, originalPlace } from '../messages/original-message.js';
import { clippedSource } from '../messages/quote-piece.js';
import { referenceMessage } from '../messages/reference-message.js';
import { edit, reply, replyTarget, type Keyboard } from '../replies/reply.js';

export interface SentenceDeps {
  readonly corpus: CorpusView;
  readonly references: SentenceReferences;
  /** ISO date. */
  readonly today: () => string;
}

export function sentenceComposer({ corpus, references, today }: SentenceDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();

  /** Handles a button about a sentence, which the first value of its data names. */
  const onSentence = (
    pattern: RegExp,
    handle: (ctx: ButtonContext, citation: Citation, reference: string) => Promise<unknown>,
  ) =>
    composer.callbackQuery(pattern, async (ctx) => {
      const reference = ctx.match[1]!;
      const citation = await citedSentence(ctx, references, reference);
      if (citation) await handle(ctx, citation, reference);
    });

  // A link t.me/BOT?start=REFERENCE; any other payload is left to /start.
  composer.on('message').command('start', async (ctx, next) => {
    const found = references.resolve(ctx.match);
    if (found === 'forged') return next();
    if (found === 'gone') return reply(ctx, ctx.say('gone'));
    return sendContext(ctx, found, ctx.match);
  });

  onSentence(buttonPattern('context', 1), sendContext);

  onSentence(buttonPattern('page', 2), async (ctx, citation, reference) => {
    const page = Number(ctx.match![2]);
    const shown = Number.isSafeInteger(page) ? contextPage(ctx, citation, reference, page) : null;
    if (shown) await edit(ctx, ctx.msgId!, shown.message, shown.keyboard);
  });

  onSentence(buttonPattern('whole', 1), (ctx, { release }) =>
    sendFile(ctx, release.body, fileNameOf(release.id), clippedSource(release)),
  );

  onSentence(buttonPattern('original', 1), (ctx, citation) =>
    citation.original.length > longestOriginal
      ? sendFile(
          ctx,
          citation.original,
          fileNameOf(`${citation.release.id} ${citation.sentence}`),
          `${ctx.say('original-untouched')}\n${originalPlace(citation, ctx.say)}`,
        )
      : reply(ctx, originalMessage(citation, ctx.say), { isQuiet: true }),
  );

  onSentence(buttonPattern('copy', 1), (ctx, citation) => {
    const { message, keyboard } = referenceMessage(citation, today(), ctx.say);
    return reply(ctx, message, { keyboard, isQuiet: true });
  });

  function contextPage(
    ctx: BotContext,
    citation: Citation,
    reference: string,
    page: number,
  ): { readonly message: FormattedText; readonly keyboard: Keyboard } | null {
    const { release, sentence } = citation;
    const window = corpus.context(release.id, sentence, page);
    if (!window) return null;
    const count = corpus.sentenceCount(release.id);
    return {
      message: contextMessage(citation, window, count, ctx.say),
      keyboard: contextKeyboard(reference, page, window, ctx.say),
    };
  }

  async function sendContext(
    ctx: MessageContext | ButtonContext,
    citation: Citation,
    reference: string,
  ): Promise<void> {
    const { message, keyboard } = contextPage(ctx, citation, reference, 0)!;
    await reply(ctx, message, { keyboard, isQuiet: true });
  }

  return composer;
}

/** Sends a text as a file, untouched. */
async function sendFile(ctx: ButtonContext, text: string, name: string, caption: string) {
  await ctx.replyWithDocument(new InputFile(Buffer.from(text, 'utf8'), name), {
    caption,
    ...replyTarget(ctx),
    disable_notification: true,
  });
}

/** A name that every system takes: `000_9ab38b60921dbbaf.txt#1` as `000_9ab38b60921dbbaf-1.txt`. */
function fileNameOf(id: string): string {
  const name = id.replace(/\.(?:txt|md|jsonl)(?=$|#| )/giu, '').replace(/[^\p{L}\p{N}_.]+/gu, '-');
  return `${clipLine(name, 60).replace(/^[-.]+|[-.…]+$/gu, '') || 'release'}.txt`;
}
