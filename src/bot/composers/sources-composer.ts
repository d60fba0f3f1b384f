/** Which releases the bot answers from: `/sources`, `/latest` and `/release`. */
import { Composer } from 'grammy';
import type { CorpusView } from '../../core/answer/corpus-view.js';
import type { Release } from '../../core/corpus/corpus.js';
import { newestFirst } from '../../core/corpus/newest-first.js';
import type { SentenceReferences } from '../../core/answer/sentence-reference.js';
import { sourceLine } from '../../core/answer/source-line.js';
import { ignoreRefusal } from '../updates/answer-every-query.js';
import type { BotContext, ButtonContext, MessageContext } from '../bot-context.js';
import { buttonPattern } from '../messages/button-data.js';
import { ambiguousMessage } from '../messages/ambiguous-message.js';
import { citedSentence } from '../messages/cited-sentence.js';
import { isOwnButton } from '../updates/own-button.js';
import { releaseKeyboard, releaseMessage } from '../messages/release-message.js';
import { edit, reply } from '../replies/reply.js';
import {
  listKeyboard,
  listMessage,
  releasesPerPage,
  type ListedRelease,
  type ListOrder,
  type ListPage,
} from '../messages/sources-message.js';

export interface SourcesDeps {
  readonly corpus: CorpusView;
  readonly references: SentenceReferences;
}

export function sourcesComposer({ corpus, references }: SourcesDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const messages = composer.on('message');

  messages.command('sources', (ctx) => sendList(ctx, 'arrival'));
  messages.command('latest', (ctx) => sendList(ctx, 'newest'));

  messages.command('release', async (ctx) => {
    const name = ctx.match.trim();
    if (name === '') return reply(ctx, ctx.say('release-which'));
    const found = corpus.named(name);
    if (found.length === 1) return sendRelease(ctx, found[0]!);
    return reply(ctx, ambiguousMessage(name, found, corpus, ctx.say));
  });

  composer.callbackQuery(buttonPattern('list', 2), async (ctx) => {
    await ctx.answerCallbackQuery().catch(ignoreRefusal);
    if (!isOwnButton(ctx)) return;
    const order = ctx.match[1] === 'newest' ? 'newest' : 'arrival';
    const page = listPage(order, Number(ctx.match[2]) || 0);
    await edit(ctx, ctx.msgId!, listMessage(page, ctx.say), listKeyboard(page, ctx.say));
  });

  composer.callbackQuery(buttonPattern('release', 1), async (ctx) => {
    const citation = await citedSentence(ctx, references, ctx.match[1]!);
    if (citation) await sendRelease(ctx, citation.release);
  });

  async function sendList(ctx: MessageContext, order: ListOrder): Promise<void> {
    const page = listPage(order, 0);
    await reply(ctx, listMessage(page, ctx.say), { keyboard: listKeyboard(page, ctx.say) });
  }

  async function sendRelease(ctx: MessageContext | ButtonContext, release: Release): Promise<void> {
    const opening = corpus.sentence(release.id, 1);
    // A headline that is part of the release need not stand there twice.
    const text = opening?.quote === release.title ? corpus.sentence(release.id, 2) : opening;
    const count = corpus.sentenceCount(release.id);
    await reply(ctx, releaseMessage(release, text?.quote ?? '', count, ctx.say), {
      ...(opening && { keyboard: releaseKeyboard(references.of(opening), ctx.say) }),
    });
  }

  /** A page that there is, the nearest to the one asked for. */
  function listPage(order: ListOrder, wanted: number): ListPage {
    const releases = corpus.releases();
    const pageCount = Math.max(1, Math.ceil(releases.length / releasesPerPage));
    const page = Math.min(Math.max(0, Math.trunc(wanted)), pageCount - 1);
    const first = page * releasesPerPage;
    const ordered = order === 'newest' ? newestFirst(releases) : releases;
    const shown = ordered.slice(first, first + releasesPerPage);
    return { order, page, pageCount, total: releases.length, releases: shown.map(listed) };

    function listed(release: Release, i: number): ListedRelease {
      const opening = corpus.sentence(release.id, 1);
      return {
        number: order === 'arrival' ? first + i + 1 : releases.indexOf(release) + 1,
        title: corpus.nameOf(release),
        source: sourceLine({ ...release, title: null }),
        sentenceCount: corpus.sentenceCount(release.id),
        reference: opening && references.of(opening),
      };
    }
  }

  return composer;
}
