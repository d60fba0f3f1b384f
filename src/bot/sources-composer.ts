/** Which releases the bot answers from: `/sources`. */
import { Composer } from 'grammy';
import type { Release } from '../core/corpus.js';
import { reply, type MessageContext } from './reply.js';
import { sourcesMessage } from './sources-message.js';
import { textsFor } from './texts.js';

/**
 * @param releases the corpus as it is now
 * @param opening what a release without a headline opens with, as shown
 */
export function sourcesComposer(
  releases: () => readonly Release[],
  opening: (release: Release) => string,
): Composer<MessageContext> {
  const composer = new Composer<MessageContext>();
  composer.command('sources', (ctx) => {
    return reply(ctx, sourcesMessage(releases(), opening, textsFor(ctx.from.language_code)));
  });
  return composer;
}
