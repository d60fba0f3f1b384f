import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import { openApiConnection, withWriteHook } from '../../src/bot/telegram/api-connection.js';

const connection = openApiConnection();
let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function post(url: string, body: unknown, signal = new AbortController().signal) {
  const init = { method: 'POST', headers: {}, body, signal };
  return (await connection.fetch(url, init)).json();
}

/** Gives the body of the request back. */
async function echo(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await text(request);
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ body }));
}

it('sends texts and files, over one connection while it is open', async () => {
  const ports = new Set<number | undefined>();
  const url = await serve((request, response) => {
    ports.add(request.socket.remotePort);
    void echo(request, response);
  });
  expect(await post(url, '{"text":"字"}')).toEqual({ body: '{"text":"字"}' });
  expect(await post(url, Readable.from([Buffer.from('a'), Buffer.from('b')]))).toEqual({ body: 'ab' });
  expect(ports.size).toBe(1);
});

it('runs the hook before the server gets anything, and only when there is a connection', async () => {
  const seen: string[] = [];
  const url = await serve((request, response) => {
    seen.push('request');
    void echo(request, response);
  });
  const hook = async () => void seen.push('hook');
  await withWriteHook(hook, () => post(url, 'a'));
  await withWriteHook(hook, () => post(url, 'b'));
  expect(seen).toEqual(['hook', 'request', 'hook', 'request']);
  server!.closeAllConnections();
  await new Promise((resolve) => server!.close(resolve));
  await expect(withWriteHook(hook, () => post(url, 'c'))).rejects.toThrow(/ECONN|hang up/);
  expect(seen).toHaveLength(4);
});

it('sends nothing when the hook fails', async () => {
  let requests = 0;
  const url = await serve((request, response) => {
    requests++;
    void echo(request, response);
  });
  const hook = () => Promise.reject(new Error('the disk is full'));
  await expect(withWriteHook(hook, () => post(url, 'a'))).rejects.toThrow('the disk is full');
  expect(await post(url, 'b')).toEqual({ body: 'b' });
  expect(requests).toBe(1);
});

it('breaks off when it is aborted', async () => {
  const url = await serve(() => undefined);
  const controller = new AbortController();
  const pending = post(url, 'a', controller.signal);
  setTimeout(() => controller.abort(), 50);
  await expect(pending).rejects.toThrow(/abort/i);
});

it("tells a gateway's page as Telegram would tell a failure", async () => {
  const url = await serve((_, response) => {
    response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad Gateway</html>');
  });
  expect(await post(url, 'a')).toEqual({ ok: false, error_code: 502, description: 'Bad Gateway' });
});
