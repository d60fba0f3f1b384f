/** The connection to the Bot API: knows of every request whether it went out, which tells what may be tried again. */
import { AsyncLocalStorage } from 'node:async_hooks';
import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { ApiClientOptions } from 'grammy';

type Fetch = NonNullable<ApiClientOptions['fetch']>;

export interface ApiConnection {
  /** For grammY's client. */
  readonly fetch: Fetch;
  /** Breaks off what is under way. */
  readonly close: () => void;
}

/** More requests at once wait for one another; Telegram takes 30 messages a second. */
const maxSockets = 50;
/** An idle connection is closed after so long, or before the server does, whichever comes first. */
const idleMs = 20_000;
/** How much earlier than the server an idle connection is closed: a request must not meet the server's closing. */
const idleMarginMs = 1000;

const beforeWriting = new AsyncLocalStorage<() => Promise<void>>();

/**
 * Runs `call` and, in the moment before the request that it makes is written to an open connection, `hook`. When the hook
 * has not run, the request has certainly not gone out. Between the hook and the writing there is nothing to wait for.
 */
export function withWriteHook<T>(hook: () => Promise<void>, call: () => Promise<T>): Promise<T> {
  return beforeWriting.run(hook, call);
}

/** Opens the connection; nothing is sent yet. */
export function openApiConnection(): ApiConnection {
  const options = { keepAlive: true, maxSockets, timeout: idleMs };
  const agents = { 'http:': new http.Agent(options), 'https:': new https.Agent(options) };
  for (const agent of Object.values(agents)) closeIdleEarlier(agent);
  return {
    fetch: ((url: string, init: RequestInit) => request(url, init, agents)) as never,
    close: () => Object.values(agents).forEach((agent) => agent.destroy()),
  };
}

interface RequestInit {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | Readable;
  readonly signal: AbortSignal;
}

/** As much of `fetch` as grammY uses. */
async function request(
  url: string,
  { method, headers, body, signal }: RequestInit,
  agents: Readonly<Record<string, http.Agent>>,
): Promise<{ json: () => Promise<unknown> }> {
  const hook = beforeWriting.getStore();
  const { protocol } = new URL(url);
  const length = typeof body === 'string' ? { 'content-length': Buffer.byteLength(body) } : {};
  const client = protocol === 'https:' ? https : http;
  const sending = client.request(url, {
    method,
    headers: { ...headers, ...length },
    agent: agents[protocol],
    signal,
  });
  const response = new Promise<IncomingMessage>((resolve, reject) => {
    sending.once('response', resolve).on('error', reject);
  });
  await Promise.race([connected(sending), response]);
  await hook?.().catch((error: unknown) => {
    sending.destroy();
    throw error;
  });
  if (typeof body === 'string') sending.end(body);
  else await Promise.race([pipeline(body, sending), response]);
  return answerOf(await response);
}

/**
 * Resolves when the request has an open connection; nothing of it is written before. A connection that was idle is given
 * the time to show that the server has closed it.
 */
function connected(sending: ClientRequest): Promise<void> {
  return new Promise((resolve) => {
    sending.once('socket', (socket: Socket & { readonly secureConnecting?: boolean }) => {
      if (socket.secureConnecting) socket.once('secureConnect', resolve);
      else if (socket.connecting) socket.once('connect', resolve);
      else setImmediate(() => setImmediate(resolve)); // what has arrived is read between the two
    });
  });
}

/** A gateway in between answers in HTML: it is told as Telegram would tell it. */
async function answerOf(response: IncomingMessage): Promise<{ json: () => Promise<unknown> }> {
  const { statusCode = 0, statusMessage = '' } = response;
  const body = await text(response);
  const isTelegram = response.headers['content-type']?.includes('json') ?? false;
  return {
    json: async () =>
      statusCode >= 500 && !isTelegram
        ? { ok: false, error_code: statusCode, description: statusMessage }
        : (JSON.parse(body) as unknown),
  };
}

function closeIdleEarlier(agent: http.Agent): void {
  const keep = agent.keepSocketAlive.bind(agent);
  agent.keepSocketAlive = (socket) => {
    const isKept = keep(socket) as unknown; // it says so, whatever its type says
    const { timeout } = socket as Socket;
    if (isKept && timeout) (socket as Socket).setTimeout(Math.max(1, timeout - idleMarginMs));
    return isKept as never;
  };
}
