/** An update of Telegram as the inbox takes it in. */
import type { Update } from 'grammy/types';
import type { Arrival } from '../../core/stores/inbox.js';

/** Whatever an update is about, it holds its chat, or the message that it belongs to and that message its chat. */
interface Content {
  readonly chat?: { readonly id: number };
  readonly message?: { readonly chat: { readonly id: number } };
}

export function arrivalOf(update: Update): Arrival {
  const { update_id: updateId, ...contents } = update;
  const [content] = Object.values(contents) as Content[];
  const chat = content?.chat ?? content?.message?.chat;
  return { updateId, chatId: chat?.id ?? null, content: JSON.stringify(update) };
}
