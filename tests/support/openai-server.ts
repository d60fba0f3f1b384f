/** A small OpenAI-compatible server on loopback that replays scripted replies and faults over real HTTP and SSE. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly stream?: boolean;
  readonly temperature?: number;
  readonly stream_options?: { readonly include_usage?: boolean };
}

/** One call, with the `authorization` header that came with it. */
export interface ModelCall extends ChatRequest {
  readonly authorization: string | undefined;
}

/** How the server replies to one call. */
export type Reply =
  | string
  | {
      /** What the model writes, in pieces; a string is cut into pieces of four characters. */
      readonly text: string | readonly string[];
      readonly reasoning?: string;
      /** Between two pieces. */
      readonly delayMs?: number;
      /** Before the first piece. */
      readonly firstMs?: number;
      /** Null: the stream ends without a reason, as one that was cut does. */
      readonly finish?: 'stop' | 'length' | null;
      readonly usage?: { readonly prompt_tokens: number; readonly completion_tokens: number } | null;
      /** What happens behind the text. */
      readonly ending?: 'done' | 'reset' | 'hang';
    }
  | { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  /** A whole body, of any content type. */
  | { readonly raw: string; readonly contentType: string }
  | { readonly hang: true }
  | { readonly reset: true };

export type Respond = (request: ChatRequest, call: number) => Reply | Promise<Reply>;

export class OpenAiServer {
  /** All calls of chat completions, oldest first. */
  readonly calls: ModelCall[] = [];
  /** Calls whose connection the client closed before the reply was over. */
  closedByClient = 0;
  /** When the first piece of text was last sent, by `performance.now()`. */
  firstTextAt = 0;

  private readonly http: Server;
  private respond: Respond = () => ({ status: 500, body: { error: { message: 'no script' } } });

  private constructor() {
    this.http = createServer((request, response) => void this.serve(request, response));
  }

  /** @param port 0 takes a free one */
  static async start(port = 0): Promise<OpenAiServer> {
    const server = new OpenAiServer();
    await new Promise<void>((resolve) => server.http.listen(port, '127.0.0.1', resolve));
    return server;
  }

  /** For `OPENAI_BASE_URL`. */
  get baseUrl(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}/v1`;
  }

  /** Replies in this order, the last one from then on. */
  script(...replies: readonly Reply[]): void {
    this.calls.length = 0;
    this.respond = (_, call) => replies[Math.min(call, replies.length - 1)]!;
  }

  /** Replies as a function says; `call` counts from 0. */
  answerWith(respond: Respond): void {
    this.calls.length = 0;
    this.respond = respond;
  }

  async close(): Promise<void> {
    this.http.closeAllConnections();
    await new Promise((resolve) => this.http.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url !== '/v1/chat/completions') {
      response.writeHead(404, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { message: `no ${request.url}` } }));
      return;
    }
    const asked = (await json(request)) as ChatRequest;
    const call = this.calls.push({ ...asked, authorization: request.headers.authorization }) - 1;
    let isOver = false;
    response.once('close', () => {
      if (!isOver) this.closedByClient++;
    });
    await this.reply(await this.respond(asked, call), asked, response);
    isOver = true;
  }

  private async reply(reply: Reply, asked: ChatRequest, response: ServerResponse): Promise<void> {
    if (typeof reply === 'string') return this.reply({ text: reply }, asked, response);
    if ('hang' in reply) return untilClosed(response);
    if ('reset' in reply) {
      response.destroy();
    } else if ('status' in reply) {
      response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
      response.end(JSON.stringify(reply.body ?? { error: { message: `status ${reply.status}` } }));
    } else if ('raw' in reply) {
      response.writeHead(200, { 'content-type': reply.contentType });
      response.end(reply.raw);
    } else {
      const { text, reasoning, delayMs = 0, firstMs = 0, finish = 'stop', ending = 'done' } = reply;
      const send = (choice: object | null, extra: object = {}): void => {
        const choices = choice === null ? [] : [{ index: 0, finish_reason: null, ...choice }];
        const chunk = { id: 'c', object: 'chat.completion.chunk', created: 0, model: asked.model };
        response.write(`data: ${JSON.stringify({ ...chunk, choices, ...extra })}\n\n`);
      };
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.flushHeaders();
      if (firstMs > 0) await sleep(firstMs);
      send({ delta: { role: 'assistant', content: '' } });
      if (reasoning) send({ delta: { reasoning_content: reasoning } });
      for (const [i, piece] of piecesOf(text).entries()) {
        if (response.destroyed) return;
        if (i === 0) this.firstTextAt = performance.now();
        else if (delayMs > 0) await sleep(delayMs);
        send({ delta: { content: piece } });
      }
      if (ending === 'hang') return untilClosed(response);
      if (ending === 'reset') {
        await sleep(20); // what was written gets out first
        response.destroy();
        return;
      }
      if (finish !== null) send({ delta: {}, finish_reason: finish });
      const { usage = { prompt_tokens: 1000, completion_tokens: 20 } } = reply;
      if (usage && asked.stream_options?.include_usage) send(null, { usage });
      response.end(finish === null ? '' : 'data: [DONE]\n\n');
    }
  }
}

function piecesOf(text: string | readonly string[]): readonly string[] {
  return typeof text === 'string' ? (text.match(/[\s\S]{1,4}/gu) ?? []) : text;
}

async function untilClosed(response: ServerResponse): Promise<void> {
  if (!response.destroyed) await new Promise((resolve) => response.once('close', resolve));
}

/** The evidence lines of a request, id and sentence. */
export function evidenceOf({ messages }: ChatRequest): { id: string; sentence: string }[] {
  const prompt = messages.map(({ content }) => content).join('\n');
  const fenced = /<releases>\n([\s\S]*?)\n<\/releases>/u.exec(prompt)?.[1] ?? '';
  return Array.from(fenced.matchAll(/^\[(R\d+S\d+)\] (.*)$/gmu), ([, id, sentence]) => ({
    id: id!,
    sentence: sentence!,
  }));
}

/** The id under which a request offers the sentence that holds some words. */
export function idOf(request: ChatRequest, words: string): string {
  const found = evidenceOf(request).find(({ sentence }) => sentence.includes(words));
  if (!found) throw new Error(`no evidence holds ${words}`);
  return found.id;
}
