/** Text with its formatting as data, and the packing of such pieces into messages that Telegram takes whole. */
import type { MessageEntity } from 'grammy/types';

/**
 * A piece of a message. Entities are sorted, outer before inner, and lie within the text; their offsets are UTF-16
 * units and never split a surrogate pair. The text neither starts nor ends with white space, so that Telegram, which
 * trims, moves nothing.
 */
export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

/** Limits of one message, https://core.telegram.org/bots/api#sendmessage. */
export const messageLimits = {
  /** Telegram counts code points; counting UTF-16 units is never less strict and is what clients do. */
  length: 4096,
  /** From the 101st on they vanish silently, those that Telegram finds by itself included. */
  entities: 100,
} as const;

/** Simple formatting, which needs nothing but its range. */
export type Style = 'bold' | 'italic' | 'strikethrough' | 'code' | 'pre' | 'blockquote' | 'expandable_blockquote';

export function styled(type: Style, start: number, end: number): MessageEntity {
  return { type, offset: start, length: end - start };
}

/** Words of a text as code, which Telegram makes no link of, where they first stand at or behind `from`; none for no words. */
export function codeIn(text: string, words: string, from = 0): MessageEntity[] {
  const start = text.indexOf(words, from);
  return words === '' || start === -1 ? [] : [styled('code', start, start + words.length)];
}

export function linked(url: string, start: number, end: number): MessageEntity {
  return { type: 'text_link', url, offset: start, length: end - start };
}

/** What Telegram turns into links by itself: mentions, hashtags, cashtags, commands, addresses. Counts too many rather than too few. */
const linkLike = /(?<![\p{L}\p{N}_])[@#$/][\p{L}\p{N}_]|[^\s.]@|\.\p{L}/gu;

/** An upper bound of the entities that Telegram will find in a text by itself. */
export function countLinkLike(text: string): number {
  return text.match(linkLike)?.length ?? 0;
}

/** Replaces lone surrogates, which cannot be sent, by U+FFFD; offsets stay. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

/** Whether a person sees anything of it: Telegram refuses a text of nothing but white space and invisible signs. */
export function isVisible(text: string): boolean {
  return /[^\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
}

/** The last offset, at most `offset`, that does not split a surrogate pair. */
export function codePointBoundary(text: string, offset: number): number {
  const splits = /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(offset - 1, offset + 1));
  return splits ? offset - 1 : offset;
}

/** One line of at most `maxLength` UTF-16 units; a longer text ends with an ellipsis. */
export function clipLine(text: string, maxLength: number): string {
  const line = wellFormed(text).replace(/\s+/g, ' ').trim();
  if (line.length <= maxLength) return line;
  return `${line.slice(0, codePointBoundary(line, maxLength - 1)).trimEnd()}…`;
}

/** The part of a piece between two offsets, without its outer white space; entities are cut to it. */
export function slicePiece(piece: FormattedText, from: number, to: number): FormattedText {
  const raw = piece.text.slice(from, to);
  const start = from + raw.length - raw.trimStart().length;
  const text = raw.trim();
  const entities = piece.entities
    .map((entity) => {
      const first = Math.max(entity.offset, start);
      const end = Math.min(entity.offset + entity.length, start + text.length);
      return { ...entity, offset: first - start, length: end - first };
    })
    .filter(({ length }) => length > 0);
  return { text, entities };
}

/**
 * Lays pieces out one below the other, in as few messages as hold them in order.
 *
 * @param pieces none empty, each within the limits of a message
 */
export function packMessages(pieces: readonly FormattedText[]): FormattedText[] {
  const messages: FormattedText[] = [];
  for (const piece of pieces) {
    const last = messages.at(-1);
    const joined = last && below(last, piece);
    if (joined && fits(joined)) messages[messages.length - 1] = joined;
    else messages.push(piece);
  }
  return messages;
}

/** Two pieces in one, a line break between them. */
export function below(upper: FormattedText, lower: FormattedText): FormattedText {
  const shift = upper.text.length + 1;
  const moved = lower.entities.map((entity) => ({ ...entity, offset: entity.offset + shift }));
  return { text: `${upper.text}\n${lower.text}`, entities: [...upper.entities, ...moved] };
}

function fits({ text, entities }: FormattedText): boolean {
  return text.length <= messageLimits.length && entities.length + countLinkLike(text) <= messageLimits.entities;
}
