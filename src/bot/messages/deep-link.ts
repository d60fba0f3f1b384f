/** Links that open the bot at a sentence, https://core.telegram.org/bots/features#deep-linking. */
import { looksLikeReference } from '../../core/answer/sentence-reference.js';

/** @param username the bot's, without `@` */
export function deepLink(username: string, reference: string): string {
  return `https://t.me/${username}?start=${reference}`;
}

/** The reference in a link made by {@link deepLink}; null for any other link. */
export function referenceOfLink(url: string): string | null {
  const reference = /^https?:\/\/t\.me\/\w+\/?\?start=([\w-]+)$/.exec(url)?.[1] ?? '';
  return looksLikeReference(reference) ? reference : null;
}
