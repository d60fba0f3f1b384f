/** What people do with the bot beside writing to it: buttons, inline mode, drafts; and the bot's calls that belong to it. */
import type { InlineKeyboardButton, InlineQueryResult, Message, User } from 'grammy/types';
import { Refusal } from './api-faults.js';
import { messageFault } from './send-message-rules.js';

/** What the server lends. */
export interface Wiring {
  readonly messages: Message[];
  readonly me: User;
  readonly nextId: () => number;
  readonly deliver: (update: Record<string, unknown>) => void;
  readonly until: (condition: () => boolean) => Promise<void>;
}

/** The answer to a pressed button. */
export interface ButtonAnswer {
  readonly text?: string;
  readonly show_alert?: boolean;
}

/** The answer to an inline query. */
export interface InlineAnswer {
  readonly results: readonly (InlineQueryResult & { readonly id: string })[];
  readonly next_offset?: string;
  readonly cache_time?: number;
  readonly is_personal?: boolean;
  readonly button?: { readonly text: string; readonly start_parameter?: string };
}

export interface Draft {
  readonly chatId: number;
  readonly draftId: number;
  readonly text: string;
}

/** Who acts; a person whose Telegram speaks 简体中文 unless told otherwise. */
export interface Acting {
  readonly personId?: number;
  readonly languageCode?: string;
}

export class Interactions {
  readonly drafts: Draft[] = [];
  /** Administrators of groups. */
  readonly admins = new Set<number>();
  private readonly open = new Map<string, unknown>();

  constructor(private readonly wiring: Wiring) {}

  /** Presses the button whose label holds `label`, and waits for the answer. */
  async press(message: Message, label: string, acting: Acting = {}): Promise<ButtonAnswer> {
    const now = this.current(message);
    const button = buttonsOf(now).find(({ text }) => text.includes(label));
    if (!button || !('callback_data' in button))
      throw new Error(`no button "${label}" among ${JSON.stringify(buttonsOf(now))}`);
    return this.pressData(now, button.callback_data, acting);
  }

  /** Presses a button with any data, as a manipulated client can. */
  async pressData(message: Message, data: string, acting: Acting = {}): Promise<ButtonAnswer> {
    const id = `button-${this.wiring.nextId()}`;
    this.open.set(id, null);
    this.wiring.deliver({ callback_query: { id, from: person(acting), message, chat_instance: '1', data } });
    return (await this.answered(id)) as ButtonAnswer;
  }

  async inline(query: string, offset = '', acting: Acting = {}): Promise<InlineAnswer> {
    const id = `inline-${this.wiring.nextId()}`;
    this.open.set(id, null);
    this.wiring.deliver({ inline_query: { id, from: person(acting), query, offset } });
    return (await this.answered(id)) as InlineAnswer;
  }

  /** Presses the stop button of the latest draft. */
  stopDraft(): void {
    const { chatId, draftId } = this.drafts.at(-1)!;
    const chat = { id: chatId, type: 'private', first_name: 'Lin' };
    this.wiring.deliver({ stopped_message_generation: { chat, draft_id: draftId } });
  }

  /** Changes what the bot is in a group. */
  move(chatId: number, status: 'member' | 'kicked' | 'left'): void {
    this.wiring.deliver({
      my_chat_member: {
        chat: { id: chatId, type: 'supergroup', title: 'Newsroom' },
        from: person({}),
        date: 1,
        old_chat_member: { user: this.wiring.me, status: 'member' },
        new_chat_member: { user: this.wiring.me, status },
      },
    });
  }

  /** A message as it is now, after edits. */
  current<M extends Message>(message: M): M {
    const { messages } = this.wiring;
    return messages.find((one) => one.chat.id === message.chat.id && one.message_id === message.message_id) as M;
  }

  /** Deletes a message, of which Telegram tells nobody. */
  forget({ message_id }: { readonly message_id?: unknown }): void {
    const { messages } = this.wiring;
    const at = messages.findIndex((message) => message.message_id === message_id);
    if (at === -1) throw new Refusal(400, 'Bad Request: message to delete not found');
    messages.splice(at, 1);
  }

  /** Carries a call out, or returns undefined when it is another's. */
  carryOut(method: string, params: Record<string, unknown>): unknown {
    switch (method) {
      case 'answerCallbackQuery':
        return this.settle(params.callback_query_id, params);
      case 'answerInlineQuery':
        checkInlineResults(params);
        return this.settle(params.inline_query_id, params);
      case 'editMessageText':
      case 'editMessageReplyMarkup':
        return this.edit(params);
      case 'deleteMessage':
        this.forget(params);
        return true;
      case 'sendMessageDraft':
        return this.draft(params);
      case 'getChatMember':
        return { status: this.admins.has(params.user_id as number) ? 'administrator' : 'member' };
      default:
        return undefined;
    }
  }

  private async answered(id: string): Promise<unknown> {
    await this.wiring.until(() => this.open.get(id) !== null);
    return this.open.get(id);
  }

  private settle(id: unknown, answer: unknown): true {
    if (this.open.get(String(id)) !== null)
      throw new Refusal(400, 'Bad Request: query is too old or query ID is invalid');
    this.open.set(String(id), answer);
    return true;
  }

  private edit(params: Record<string, unknown>): Message {
    const { messages, me } = this.wiring;
    const at = messages.findIndex(
      ({ chat, message_id }) => chat.id === params.chat_id && message_id === params.message_id,
    );
    const message = messages[at];
    if (message?.from?.id !== me.id) throw new Refusal(400, 'Bad Request: message to edit not found');
    const changed = {
      ...('text' in params && { text: params.text, entities: params.entities ?? [] }),
      reply_markup: params.reply_markup,
    };
    if ('text' in params) {
      const { message_id: _, ...sent } = params;
      const fault = messageFault(sent);
      if (fault) throw new Refusal(400, `Bad Request: ${fault}`);
    }
    const isSame = Object.entries(changed).every(
      ([key, value]) =>
        JSON.stringify(value) ===
        JSON.stringify(message[key as keyof Message] ?? (key === 'entities' ? [] : undefined)),
    );
    if (isSame) throw new Refusal(400, 'Bad Request: message is not modified');
    const edited = { ...message, ...changed } as Message;
    messages[at] = edited;
    return edited;
  }

  private draft(params: Record<string, unknown>): true {
    const { chat_id: chatId, draft_id: draftId, text } = params as { chat_id: number; draft_id: number; text: string };
    if (chatId < 0) throw new Refusal(400, 'Bad Request: TEXTDRAFT_PEER_INVALID');
    if (!draftId) throw new Refusal(400, 'Bad Request: draft_id must be non-zero');
    this.drafts.push({ chatId, draftId, text });
    return true;
  }
}

/** The buttons under a message, in their order. */
export function buttonsOf(message: Message): InlineKeyboardButton[] {
  return ('reply_markup' in message && message.reply_markup?.inline_keyboard.flat()) || [];
}

/** The data of the button with a label; empty when it has none. */
export function dataOf(message: Message, label: string): string {
  const button = buttonsOf(message).find(({ text }) => text === label);
  return button && 'callback_data' in button ? button.callback_data : '';
}

/** What Telegram refuses in the buttons under a message, or null. */
export function keyboardFault(markup: unknown): string | null {
  const rows = (markup as { inline_keyboard?: InlineKeyboardButton[][] } | undefined)?.inline_keyboard;
  for (const button of rows?.flat() ?? []) {
    if (button.text === '') return 'a button has no text';
    if ('callback_data' in button) {
      const bytes = Buffer.byteLength(button.callback_data);
      if (bytes < 1 || bytes > 64) return 'BUTTON_DATA_INVALID';
    }
    if ('copy_text' in button && (button.copy_text.text.length < 1 || button.copy_text.text.length > 256)) {
      return 'COPY_TEXT_INVALID';
    }
  }
  return null;
}

function checkInlineResults(params: Record<string, unknown>): void {
  const { results, next_offset = '', button } = params as unknown as InlineAnswer;
  if (results.length > 50) throw new Refusal(400, 'Bad Request: RESULTS_TOO_MUCH');
  const ids = new Set(results.map(({ id }) => id));
  const isBad = [...ids].some((id) => Buffer.byteLength(id) < 1 || Buffer.byteLength(id) > 64);
  if (ids.size !== results.length || isBad) throw new Refusal(400, 'Bad Request: RESULT_ID_INVALID');
  if (Buffer.byteLength(next_offset) > 64) throw new Refusal(400, 'Bad Request: NEXT_OFFSET_INVALID');
  if (button && !/^[\w-]{1,64}$/.test(button.start_parameter ?? '')) {
    throw new Refusal(400, 'Bad Request: START_PARAM_INVALID');
  }
  for (const result of results) {
    const content = 'input_message_content' in result ? result.input_message_content : undefined;
    const { message_text: text, ...rest } = content as { message_text: string };
    const fault = messageFault({ text, ...rest });
    if (fault) throw new Refusal(400, `Bad Request: ${fault}`);
  }
}

function person({ personId = 1001, languageCode = 'zh-hans' }: Acting): User {
  return { id: personId, is_bot: false, first_name: 'Lin', language_code: languageCode };
}
