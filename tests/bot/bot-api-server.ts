/** A small strict Bot API server on loopback: a bot talks to it as to Telegram, a test talks to the bot through it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Message, UserFromGetMe } from 'grammy/types';
import { Faults, Refusal, type Fault } from './api-faults.js';
import { readBody } from './call-body.js';
import { Chats } from './chats.js';
import { Interactions } from './interactions.js';
import { findEntities, personMessage, privateChat, type Saying } from './person-message.js';
import { SentFiles } from './sent-files.js';
import { UpdateQueue } from './update-queue.js';

/** One call of the bot. `error` is why it was refused. */
export interface Call {
  readonly method: string;
  readonly params: Record<string, unknown>;
  readonly error: string | null;
}

export class BotApiServer {
  readonly token = '123456789:AAtestsOwnToken-0123456789';
  readonly me: UserFromGetMe;
  readonly calls: Call[] = [];
  /** Buttons, inline mode and drafts. */
  readonly interactions: Interactions;
  readonly files = new SentFiles(this.token);

  private readonly http: Server;
  private readonly chats: Chats;
  private readonly updates: UpdateQueue;
  private readonly faults = new Faults();
  private lastId = 0;

  private constructor(username: string) {
    this.me = { id: 123456789, is_bot: true, first_name: 'presscite', username } as UserFromGetMe;
    const nextId = () => this.nextId();
    this.chats = new Chats(this.me, nextId);
    this.updates = new UpdateQueue(nextId);
    this.interactions = new Interactions({
      messages: this.chats.messages,
      me: this.me,
      nextId,
      deliver: (update) => this.updates.push(update),
      until: (condition) => this.until(condition),
    });
    this.http = createServer((request, response) => void this.serve(request, response));
  }

  /** Starts a server on a free port. */
  static async start(username = 'presscite_test_bot'): Promise<BotApiServer> {
    const server = new BotApiServer(username);
    await new Promise<void>((resolve) => server.http.listen(0, '127.0.0.1', resolve));
    return server;
  }

  /** For `TELEGRAM_API_ROOT`. */
  get apiRoot(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.http.closeAllConnections();
    await new Promise((resolve) => this.http.close(resolve));
  }

  /** Sends a person's message to the bot. A negative chat is a group. */
  say(text: string, saying: Saying = {}): Message {
    const entities = findEntities(text);
    return this.deliver('message', saying, { text, ...(entities.length > 0 && { entities }) });
  }

  /** Sends something that is not a text. */
  send(extra: Record<string, unknown>, saying: Saying = {}): Message {
    return this.deliver('message', saying, extra);
  }

  /** Sends a text that was edited. */
  edit(text: string, saying: Saying = {}): Message {
    return this.deliver('edited_message', saying, { text, edit_date: 2 });
  }

  /** Says something and waits for the bot's next message in that chat. */
  async ask(text: string, saying: Saying = {}): Promise<Message.TextMessage> {
    const chatId = saying.chatId ?? privateChat;
    const before = this.answers(chatId).length;
    this.say(text, saying);
    await this.until(() => this.answers(chatId).length > before);
    return this.answers(chatId)[before]!;
  }

  /** The bot's messages in a chat, oldest first. */
  answers(chatId = privateChat): Message.TextMessage[] {
    return this.chats.answers(chatId);
  }

  /** Calls of a method, oldest first. */
  callsOf(method: string): Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** Waits until a condition holds. */
  async until(condition: () => boolean, timeoutMs = 10_000): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    while (!condition()) {
      if (Date.now() > deadline) throw new Error(`The bot did not get there in ${timeoutMs} ms.`);
      await sleep(5);
    }
  }

  fail(fault: Fault): void {
    this.faults.add(fault);
  }

  /** From now on the person has blocked the bot, or the group has removed it. */
  closeChat(chatId = privateChat): void {
    this.chats.close(chatId);
  }

  /** How many updates the bot has not confirmed. */
  get unconfirmed(): number {
    return this.updates.size;
  }

  private deliver(kind: 'message' | 'edited_message', saying: Saying, content: object): Message {
    const message = personMessage(this.nextId(), saying, content);
    this.chats.messages.push(message);
    this.updates.push({ [kind]: message });
    return message;
  }

  /** Of messages, updates and queries alike. */
  private nextId(): number {
    return ++this.lastId;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.files.serve(request.url ?? '', response)) return;
    const method = request.url?.split('/').at(-1) ?? '';
    const body = await readBody(request);
    const record = (error: string | null) => {
      this.calls.push({ method, params: body, error });
    };
    const respond = (code: number, content: object) => {
      response.writeHead(code, { 'content-type': 'application/json' });
      response.end(JSON.stringify(content));
    };
    try {
      if (request.url !== `/bot${this.token}/${method}`) throw new Refusal(401, 'Unauthorized');
      const isLost = await this.faults.strike(method, request);
      const result = await this.carryOut(method, body, response);
      record(null);
      if (isLost) request.socket.destroy();
      respond(200, { ok: true, result });
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(500, String(error));
      const { code, message: description, parameters } = refusal;
      record(description);
      respond(code, { ok: false, error_code: code, description, parameters });
    }
  }

  private async carryOut(method: string, params: Record<string, unknown>, response: ServerResponse): Promise<unknown> {
    switch (method) {
      case 'getMe':
        return this.me;
      case 'getUpdates':
        return this.updates.getUpdates(params, response);
      case 'sendMessage':
        return this.chats.sendMessage(params);
      case 'sendChatAction':
        this.chats.open(params.chat_id);
        return true;
      case 'setMyCommands':
      case 'deleteWebhook':
        return true;
      case 'getFile':
        return this.files.getFile(params);
      case 'sendDocument':
        return this.chats.sendDocument(params);
      default: {
        const result = this.interactions.carryOut(method, params);
        if (result === undefined) throw new Refusal(404, 'Not Found');
        return result;
      }
    }
  }
}
