import { expect, it, onTestFinished } from 'vitest';
import { startHealthServer, type Health } from '../../src/adapters/health-server.js';

async function start(health: () => Promise<Health>, port = 0) {
  const server = await startHealthServer({ host: '127.0.0.1', port }, health);
  onTestFinished(server.close);
  return { ...server, url: `http://127.0.0.1:${server.port}/healthz` };
}

it('says 200 while the bot is well and 503 when it is not, or cannot tell', async () => {
  let health = async (): Promise<Health> => ({ isWell: true, inbox: 3 });
  const { url } = await start(() => health());
  const well = await fetch(url);
  expect([well.status, await well.json()]).toEqual([200, { status: 'ok', inbox: 3 }]);
  health = async () => ({ isWell: false, inbox: 4 });
  const unwell = await fetch(`${url}?verbose`);
  expect([unwell.status, await unwell.json()]).toEqual([503, { status: 'unwell', inbox: 4 }]);
  health = () => Promise.reject(new Error('the database is closed'));
  expect((await fetch(url)).status).toBe(503);
  expect((await fetch(url.replace('healthz', ''))).status).toBe(404);
});

it('says what to do about a port that is taken', async () => {
  const { port } = await start(async () => ({ isWell: true }));
  await expect(start(async () => ({ isWell: true }), port)).rejects.toMatchObject({
    name: 'AppError',
    message: expect.stringMatching(/HEALTH_PORT \d+ cannot be listened on .*: name another/),
  });
});
