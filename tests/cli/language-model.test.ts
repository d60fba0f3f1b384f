import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../support/folder.js';
import { idOf, OpenAiServer } from '../support/openai-server.js';
import { runPresscite, type Finished } from '../support/run-presscite.js';

const key = 'sk-secret-0123456789';
const question = '示范区签约投资额是多少？';

let server: OpenAiServer;

beforeAll(async () => {
  server = await OpenAiServer.start();
});

afterAll(() => server.close());

/** Runs presscite on the releases that come with it, with a language model. */
async function run(args: readonly string[], input = ''): Promise<Finished> {
  const index = path.join(await makeFolder(), 'index');
  return runPresscite([...args, '--index', index], input, {
    OPENAI_BASE_URL: server.baseUrl,
    OPENAI_API_KEY: key,
    OPENAI_PRICE_IN: '0.5',
    OPENAI_PRICE_OUT: '2',
  });
}

describe('the terminal with a language model', () => {
  it('prints the answer that the model phrased, with the original beneath, and logs what it cost', async () => {
    server.answerWith((request) => `签约投资额为951.64亿元。[${idOf(request, '簽約投資額為')}]`);
    const { code, stdout, stderr } = await run(['ask', question]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^签约投资额为951\.64亿元。\[1\]\n\n\[1\] 2023年以來.*簽約投資額為951\.64億元/,
    );
    expect(JSON.parse(stderr)).toMatchObject({
      event: 'answer-phrased',
      tokensIn: 1000,
      tokensOut: 20,
      cost: 0.00054,
    });
  }, 30_000);

  it('gives the account in JSON', async () => {
    server.answerWith((request) => `签约投资额为951.64亿元。[${idOf(request, '簽約投資額為')}]`);
    const { stdout } = await run(['ask', '--json', question]);
    expect(JSON.parse(stdout)).toMatchObject({
      mode: 'generated',
      kind: 'answered',
      note: null,
      text: '签约投资额为951.64亿元。[1]',
      usage: { calls: 1, tokensIn: 1000, tokensOut: 20, isEstimated: false, cost: 0.00054 },
    });
  }, 30_000);

  it('quotes with a line that says so when the key is bad, and tells the operator what to do', async () => {
    server.script({ status: 401, body: { error: { message: `bad key ${key}` } } });
    const { code, stdout, stderr } = await run(['chat'], `${question}\n`);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^语言模型暂时不可用，以下是原文摘录。\n951\.64亿元 \[1\]\n/);
    expect(stderr).toMatch(/"kind":"badKey".*put a valid key into OPENAI_API_KEY/);
    expect(stdout + stderr).not.toContain(key);
  }, 30_000);

  it('examines the model in doctor, which a bad key does not fail', async () => {
    server.script('OK');
    const good = await run(['doctor']);
    expect(good.stdout).toMatch(/✓ language model +gpt-4\.1-mini at 127\.0\.0\.1:\d+/);
    server.script({ status: 401, body: { error: { message: `bad key ${key}` } } });
    const bad = await run(['doctor']);
    expect(bad.code).toBe(0);
    expect(bad.stdout).toMatch(/· language model .* does not work: 401 bad key \[key\]/);
    expect(bad.stdout).toContain('put a valid key into OPENAI_API_KEY');
    expect(bad.stdout + bad.stderr).not.toContain(key);
  }, 30_000);
});
