/** `/healthz` over HTTP, for whatever watches the process. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '../core/app-error.js';

export interface HealthServer {
  readonly port: number;
  readonly close: () => void;
}

/** Holds figures only, nothing of a person. */
export interface Health {
  readonly isWell: boolean;
  readonly [figure: string]: unknown;
}

/**
 * Answers `GET /healthz` with the figures as JSON: 200 while the bot is well, 503 when it is not.
 * @param host loopback unless others are to see it
 * @param port 0 for any that is free
 * @throws AppError when the port cannot be had
 */
export async function startHealthServer(
  { host, port }: { readonly host: string; readonly port: number },
  health: () => Promise<Health>,
): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://any');
    if (pathname !== '/healthz') return void response.writeHead(404).end();
    health().then(
      ({ isWell, ...figures }) => {
        const status = isWell ? 'ok' : 'unwell';
        response.writeHead(isWell ? 200 : 503, { 'content-type': 'application/json' });
        response.end(`${JSON.stringify({ status, ...figures })}\n`);
      },
      () => response.writeHead(503).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  }).catch((cause: Error) => {
    const message = `HEALTH_PORT ${port} cannot be listened on (${cause.message}): name another`;
    throw new AppError(message, { userMessage: 'The bot is not configured correctly.', cause });
  });
  server.unref();
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { port: (server.address() as AddressInfo).port, close };
}
