/** One sentence as a result of inline mode, and the message that it becomes in a chat. */
import type { InlineQueryResultArticle } from 'grammy/types';
import type { Citation } from '../../core/answer/answer.js';
import { excerpt } from './excerpt.js';
import { clipLine, isVisible, linked, slicePiece, styled, wellFormed, type FormattedText } from './formatted-text.js';
import { clippedSource } from './quote-piece.js';

/** Of the quote as it is sent, with its links, and of the lines in the list; in UTF-16 units. */
const limits = { length: 3000, links: 60, title: 120, description: 200 } as const;

/** @param link opens the sentence in its context */
export function inlineResult(citation: Citation, reference: string, link: string): InlineQueryResultArticle {
  const { text, entities } = sharedMessage(citation, link);
  return {
    type: 'article',
    id: reference,
    title: clipLine(citation.quote, limits.title) || reference,
    description: clipLine(clippedSource(citation.release), limits.description),
    input_message_content: {
      message_text: text,
      entities: [...entities],
      link_preview_options: { is_disabled: true },
    },
  };
}

/**
 * The quote, and below it its source as a link to its context. No words of ours: Telegram keeps results for everybody who
 * types the same, in whatever language.
 */
function sharedMessage({ quote, release }: Citation, link: string): FormattedText {
  const whole = wellFormed(quote);
  const shown = excerpt(whole, [], limits);
  const piece = slicePiece({ text: whole, entities: [] }, shown.start, shown.end).text;
  const words = shown.end < whole.length ? `${piece}…` : piece;
  const source = clippedSource(release);
  if (!isVisible(words)) return { text: source, entities: [linked(link, 0, source.length)] };
  const text = `${words}\n${source}`;
  return {
    text,
    entities: [styled('blockquote', 0, words.length), linked(link, words.length + 1, text.length)],
  };
}
