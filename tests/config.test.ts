import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../src/config.js';
import { AppError } from '../src/core/app-error.js';
import { makeFolder } from './support/folder.js';

const variables = (
  'BOT_TOKEN TELEGRAM_API_ROOT ADMIN_IDS EMBEDDING_MODEL OPENAI_API_KEY OPENAI_BASE_URL OPENAI_MODEL OPENAI_TEMPERATURE ' +
  'ANSWER_TIMEOUT_MS EVIDENCE_TOKENS OPENAI_PRICE_IN OPENAI_PRICE_OUT MAX_ANSWERS_PER_DAY KNOWLEDGE_DIR INDEX_DIR ' +
  'QUESTIONS_PER_MINUTE LOG_QUESTIONS HEALTH_PORT HEALTH_HOST'
).split(' ');

const home = process.cwd();

beforeEach(() => {
  for (const name of variables) vi.stubEnv(name, undefined);
});

afterEach(() => {
  vi.unstubAllEnvs();
  process.chdir(home);
});

function problems(): string {
  try {
    readConfig();
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    return (error as AppError).message;
  }
  throw new Error('the configuration was taken');
}

describe('readConfig', () => {
  it('needs nothing', async () => {
    process.chdir(await makeFolder());
    expect(readConfig()).toEqual({
      botToken: null,
      telegramApiRoot: null,
      adminIds: [],
      embeddingModel: path.join(home, 'models', 'embedder'),
      languageModel: null,
      knowledgeFolder: 'knowledge',
      indexFolder: '.presscite',
      questionsPerMinute: 60,
      keepsQuestions: false,
      health: null,
    });
  });

  it('takes a key or a server for a language model, with defaults for the rest', async () => {
    process.chdir(await makeFolder());
    vi.stubEnv('OPENAI_API_KEY', 'sk-secret');
    expect(readConfig().languageModel).toEqual({
      apiKey: 'sk-secret',
      baseUrl: 'https://api.openai.com/v1',
      model: 'gpt-4.1-mini',
      temperature: 0,
      timeoutMs: 20_000,
      evidenceTokens: 2500,
      prices: { perMillionIn: null, perMillionOut: null },
      mostADay: null,
    });
    vi.stubEnv('OPENAI_API_KEY', '');
    vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:11434/v1/');
    vi.stubEnv('OPENAI_MODEL', 'qwen3:8b');
    vi.stubEnv('OPENAI_TEMPERATURE', '0.5');
    vi.stubEnv('ANSWER_TIMEOUT_MS', '5000');
    vi.stubEnv('EVIDENCE_TOKENS', '1000');
    vi.stubEnv('OPENAI_PRICE_IN', '0.4');
    vi.stubEnv('OPENAI_PRICE_OUT', '1.6');
    vi.stubEnv('MAX_ANSWERS_PER_DAY', '20');
    expect(readConfig().languageModel).toEqual({
      apiKey: null,
      baseUrl: 'http://127.0.0.1:11434/v1',
      model: 'qwen3:8b',
      temperature: 0.5,
      timeoutMs: 5000,
      evidenceTokens: 1000,
      prices: { perMillionIn: 0.4, perMillionOut: 1.6 },
      mostADay: 20,
    });
  });

  it('takes no password in the address of the model, and does not show it', () => {
    vi.stubEnv('OPENAI_BASE_URL', 'https://user:hunter2@models.example/v1');
    const message = problems();
    expect(message).toMatch(/OPENAI_BASE_URL must hold no user name and no password/);
    expect(message).not.toContain('hunter2');
  });

  it('takes the environment over .env, an empty variable as unset, and keeps secrets out of the environment', async () => {
    process.chdir(await makeFolder({ '.env': 'BOT_TOKEN=1:from-file\nINDEX_DIR=from-file\nKNOWLEDGE_DIR=\n' }));
    vi.stubEnv('INDEX_DIR', 'from-environment');
    vi.stubEnv('TELEGRAM_API_ROOT', 'http://127.0.0.1:8081/');
    expect(readConfig()).toMatchObject({
      botToken: '1:from-file',
      indexFolder: 'from-environment',
      knowledgeFolder: 'knowledge',
      telegramApiRoot: 'http://127.0.0.1:8081',
    });
    expect(process.env['BOT_TOKEN']).toBeUndefined();
  });

  it('reads the ids of administrators, and says what they look like when they are none', () => {
    vi.stubEnv('ADMIN_IDS', ' 1001,1002 , 8589934592,');
    expect(readConfig().adminIds).toEqual([1001, 1002, 8_589_934_592]);
    for (const ids of ['@lin', '-1', '1 2', '1;2', ',']) {
      vi.stubEnv('ADMIN_IDS', ids);
      expect(problems()).toMatch(/ADMIN_IDS must be Telegram ids/);
    }
  });

  it('names all problems at once, numbers with their ranges, and never shows a secret', () => {
    const faults = [
      ['BOT_TOKEN', 'my secret', 'is not a bot token'],
      ['TELEGRAM_API_ROOT', 'nonsense', 'must be an address'],
      ['QUESTIONS_PER_MINUTE', '0', 'must be .*a whole number from 1'],
      ['LOG_QUESTIONS', 'yes', 'must be true or false'],
      ['HEALTH_PORT', '80a', 'must be .*a whole number from 1 to 65535'],
      ['OPENAI_API_KEY', 'sk secret', 'holds a space'],
      ['OPENAI_BASE_URL', 'localhost:11434', 'must be an address'],
      ['OPENAI_TEMPERATURE', 'warm', 'must be a temperature, 0 to 2'],
      ['ANSWER_TIMEOUT_MS', '20', 'must be milliseconds, a whole number from 1000'],
      ['MAX_ANSWERS_PER_DAY', '1.5', 'must be answers'],
    ] as const;
    for (const [name, value] of faults) vi.stubEnv(name, value);
    const message = problems();
    for (const [name, , fault] of faults) expect(message).toMatch(new RegExp(`${name} ${fault}`));
    expect(message).not.toContain('secret');
  });
});

describe('.env.example', () => {
  it('documents every variable', async () => {
    const example = await readFile('.env.example', 'utf8');
    const documented = [...example.matchAll(/^([A-Z_]+)=/gmu)].map(([, name]) => name!);
    expect(documented.toSorted()).toEqual(variables.toSorted());
  });
});
