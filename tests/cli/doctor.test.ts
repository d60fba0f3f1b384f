import { expect, it, onTestFinished } from 'vitest';
import { loadOpenAiModel } from '../../src/adapters/openai-model.js';
import { runDoctor } from '../../src/cli/doctor-command.js';
import { readConfig } from '../../src/config.js';
import type { Engine } from '../../src/engine.js';
import { indexOf } from '../support/corpus-of.js';
import { fakeTerminal } from '../support/fake-terminal.js';
import { OpenAiServer } from '../support/openai-server.js';

it('says what works, and what to do about a model that does not, which is no failure', async () => {
  const server = await OpenAiServer.start();
  onTestFinished(() => server.close());
  const apiKey = 'sk-secret-0123456789';
  const languageModel = { ...readConfig().languageModel!, apiKey, baseUrl: server.baseUrl, model: 'm', temperature: 0 };
  const config = { ...readConfig(), botToken: null, languageModel };
  const engine: Partial<Engine> = {
    index: indexOf([]),
    modelId: 'e5',
    languageModel: await loadOpenAiModel(languageModel),
    ingest: async () => [{ file: 'c.pdf', status: 'rejected', reason: 'unread', releases: [] }],
  };
  const examine = async (): Promise<string> => {
    const { terminal, printed } = fakeTerminal();
    expect(await runDoctor(config, async () => engine as Engine, terminal)).toBe(true);
    return printed.join('\n');
  };
  server.script('OK');
  const good = await examine();
  expect(good).toMatch(/✓ embedding model +e5\n/);
  expect(good).toMatch(/✓ language model +m at 127\.0\.0\.1:\d+\n/);
  expect(good).toMatch(/· c\.pdf +unread\n/);
  expect(good).toContain('no BOT_TOKEN');
  server.script({ status: 401, body: { error: { message: `bad key ${apiKey}` } } });
  const bad = await examine();
  expect(bad).toMatch(/· language model .* does not work: 401 bad key \[key\]\n/);
  expect(bad).toContain('put a valid key into OPENAI_API_KEY');
  expect(bad).not.toContain(apiKey);
});
