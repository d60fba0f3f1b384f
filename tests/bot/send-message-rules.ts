/** What Telegram refuses in a message, https://core.telegram.org/bots/api#sendmessage, stricter where it drops silently. */
import type { MessageEntity } from 'grammy/types';

const parameters = new Set(
  (
    'chat_id message_thread_id text entities reply_parameters link_preview_options reply_markup ' +
    'disable_notification'
  ).split(' '),
);
const blockquotes = new Set(['blockquote', 'expandable_blockquote']);
const kinds = new Set([...blockquotes, ...'bold italic strikethrough code pre text_link'.split(' ')]);

/** The reason why Telegram would refuse or mangle a message, or null. */
export function messageFault(params: Record<string, unknown>): string | null {
  const unknown = Object.keys(params).find((name) => !parameters.has(name));
  if (unknown) return `unknown parameter ${unknown}`;
  const { text, entities = [] } = params;
  if (typeof text !== 'string') return 'text must be a string';
  if (!/[^\s\p{C}]/u.test(text)) return 'text must be non-empty';
  if (text.length > 4096) return 'message is too long';
  if (/\p{Cs}/u.test(text)) return 'text must be encoded in UTF-8';
  if (!Array.isArray(entities)) return 'entities must be an array';
  if (entities.length > 100) return 'more than 100 entities: the rest is lost';
  return entitiesFault(text, entities as MessageEntity[]);
}

/** What is wrong with the entities of a text, or null. */
export function entitiesFault(text: string, entities: readonly MessageEntity[]): string | null {
  for (const entity of entities) {
    const fault = entityFault(text, entity);
    if (fault) return `${fault}: ${JSON.stringify(entity)}`;
  }
  const overlaps = entities.some((a, i) => entities.some((b, k) => i < k && overlap(a, b) && !mayNest(a, b)));
  return overlaps ? 'entities overlap' : null;
}

function entityFault(text: string, { type, offset, length }: MessageEntity): string | null {
  const end = offset + length;
  if (!kinds.has(type)) return 'unexpected kind of entity';
  if (!Number.isInteger(offset) || !Number.isInteger(length)) return 'offsets must be integers';
  if (offset < 0 || length <= 0 || end > text.length) return 'entity outside of the text';
  if (splitsPair(text, offset) || splitsPair(text, end)) return 'entity splits a UTF-16 symbol';
  if (end > text.trimEnd().length) return 'entity reaches into white space that is trimmed';
  return null;
}

function splitsPair(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(offset - 1, offset + 1));
}

function overlap(a: MessageEntity, b: MessageEntity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}

/** Only bold may stand inside another entity, and only inside a blockquote. */
function mayNest(a: MessageEntity, b: MessageEntity): boolean {
  const [outer, inner] = blockquotes.has(a.type) ? [a, b] : [b, a];
  return (
    blockquotes.has(outer.type) &&
    inner.type === 'bold' &&
    inner.offset >= outer.offset &&
    inner.offset + inner.length <= outer.offset + outer.length
  );
}
