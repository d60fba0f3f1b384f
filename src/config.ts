/** The configuration: the environment, and `.env` for what it does not set. The only reader of `process.env`. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { config as loadDotenv } from 'dotenv';
import { z } from 'zod';
import { AppError } from './core/app-error.js';
import type { Prices } from './core/model/usage.js';

/** Where the package is: beside `src` in a checkout, beside `dist` when it is built. */
export const packageFolder = fileURLToPath(new URL('..', import.meta.url));

/** An empty variable counts as unset, as `.env.example` leaves them. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const number = (least: number, most: number, what: string) => {
  const error = `must be ${what}, ${least} to ${most}`;
  return optional(z.coerce.number({ error }).min(least, { error }).max(most, { error }));
};

const wholeNumber = (least: number, most: number, what: string) => {
  const error = `must be ${what}, a whole number from ${least} to ${most}`;
  return optional(z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error }));
};

const environmentSchema = z.object({
  BOT_TOKEN: optional(
    z.string().regex(/^\d+:[\w-]+$/, 'is not a bot token: BotFather gives one such as 123456:ABC-DEF'),
  ),
  TELEGRAM_API_ROOT: optional(
    z.url({ protocol: /^https?$/, error: 'must be an address such as http://127.0.0.1:8081' }),
  ),
  ADMIN_IDS: optional(
    z
      .string()
      .regex(
        /^\s*\d{1,15}(?:\s*,\s*\d{1,15})*\s*,?\s*$/,
        'must be Telegram ids of people, separated by commas, such as 1001, 1002',
      ),
  ),
  EMBEDDING_MODEL: optional(z.string()),
  OPENAI_API_KEY: optional(
    z.string().regex(/^[\x21-\x7e]+$/, 'holds a space or a sign that no key has: copy it again'),
  ),
  OPENAI_BASE_URL: optional(
    z
      .url({ protocol: /^https?$/, error: 'must be an address such as http://127.0.0.1:11434/v1' })
      // `fetch` refuses such an address, and shows it in its error.
      .refine(
        (url) => !/^https?:\/\/[^/?#]*@/iu.test(url),
        'must hold no user name and no password: a key belongs into OPENAI_API_KEY',
      ),
  ),
  OPENAI_MODEL: optional(z.string()),
  OPENAI_TEMPERATURE: number(0, 2, 'a temperature'),
  // The bot gives a question up after 120 s; the quoted answer must go out before.
  ANSWER_TIMEOUT_MS: wholeNumber(1000, 110_000, 'milliseconds'),
  EVIDENCE_TOKENS: wholeNumber(200, 200_000, 'tokens'),
  OPENAI_PRICE_IN: number(0, 100_000, 'a price for a million tokens'),
  OPENAI_PRICE_OUT: number(0, 100_000, 'a price for a million tokens'),
  MAX_ANSWERS_PER_DAY: wholeNumber(0, 1_000_000, 'answers'),
  KNOWLEDGE_DIR: optional(z.string()),
  INDEX_DIR: optional(z.string()),
  QUESTIONS_PER_MINUTE: wholeNumber(1, 100_000, 'questions a minute'),
  LOG_QUESTIONS: optional(z.enum(['true', 'false'], 'must be true or false')),
  HEALTH_PORT: wholeNumber(1, 65_535, 'a port'),
  HEALTH_HOST: optional(z.string()),
});

/** Unmeasured: a small, fast model without hidden reasoning, which takes temperature 0. */
const defaultModel = 'gpt-4.1-mini';

/** All unmeasured. evidenceTokens: about forty sentences; the time: what a person waits for an answer that is being written. */
const modelDefaults = { temperature: 0, timeoutMs: 20_000, evidenceTokens: 2500 } as const;

/** A language model that phrases answers. */
export interface ModelConfig {
  /** A secret: never logged. Null for a server that asks for none. */
  readonly apiKey: string | null;
  /** Without a trailing slash. */
  readonly baseUrl: string;
  readonly model: string;
  readonly temperature: number;
  /** For all that the model does for one answer. */
  readonly timeoutMs: number;
  readonly evidenceTokens: number;
  readonly prices: Prices;
  /** Generated answers for a person in a day; null without a limit. */
  readonly mostADay: number | null;
}

export interface Config {
  /** Null: no bot, the terminal only. A secret: never logged. */
  readonly botToken: string | null;
  /** Without a trailing slash. */
  readonly telegramApiRoot: string | null;
  /** Telegram's ids of the people who may change the corpus from the chat. */
  readonly adminIds: readonly number[];
  /** A folder, or a model id of the hub. */
  readonly embeddingModel: string;
  /** Null: answers are extractive. */
  readonly languageModel: ModelConfig | null;
  readonly knowledgeFolder: string;
  readonly indexFolder: string;
  /** How many questions and commands of one person the bot deals with in a minute. */
  readonly questionsPerMinute: number;
  /** Whether questions are kept, in a file beside the index. */
  readonly keepsQuestions: boolean;
  /** Where `/healthz` is to be listened on; null: nowhere. */
  readonly health: { readonly host: string; readonly port: number } | null;
}

/**
 * Telegram takes about one message a second for a chat, https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this:
 * what is asked faster could not be answered in time anyway.
 */
const defaultQuestionsPerMinute = 60;

/**
 * Reads the configuration. Relative folders are relative to the working folder.
 * @throws AppError that names every variable at fault and never shows a secret's value
 */
export function readConfig(): Config {
  const environment = { ...process.env };
  loadDotenv({ quiet: true, processEnv: environment });
  const result = environmentSchema.safeParse(environment);
  if (!result.success) {
    const problems = result.error.issues.map(({ path: [name], message }) => `${String(name)} ${message}`);
    throw new AppError(`the configuration is not valid:\n  ${problems.join('\n  ')}`, {
      userMessage: 'The bot is not configured correctly.',
    });
  }
  const { data } = result;
  return {
    botToken: data.BOT_TOKEN ?? null,
    telegramApiRoot: data.TELEGRAM_API_ROOT?.replace(/\/+$/, '') ?? null,
    adminIds: (data.ADMIN_IDS ?? '')
      .split(',')
      .filter((id) => id.trim() !== '')
      .map(Number),
    embeddingModel: data.EMBEDDING_MODEL ?? path.join(packageFolder, 'models', 'embedder'),
    languageModel: modelConfig(data),
    knowledgeFolder: data.KNOWLEDGE_DIR ?? 'knowledge',
    indexFolder: data.INDEX_DIR ?? '.presscite',
    questionsPerMinute: data.QUESTIONS_PER_MINUTE ?? defaultQuestionsPerMinute,
    keepsQuestions: data.LOG_QUESTIONS === 'true',
    health: data.HEALTH_PORT === undefined ? null : { host: data.HEALTH_HOST ?? '127.0.0.1', port: data.HEALTH_PORT },
  };
}

/** There is a model as soon as there is a key or a server. */
function modelConfig(data: z.infer<typeof environmentSchema>): ModelConfig | null {
  const { OPENAI_API_KEY: key, OPENAI_BASE_URL: url } = data;
  if (key === undefined && url === undefined) return null;
  return {
    apiKey: key ?? null,
    baseUrl: (url ?? 'https://api.openai.com/v1').replace(/\/+$/, ''),
    model: data.OPENAI_MODEL ?? defaultModel,
    temperature: data.OPENAI_TEMPERATURE ?? modelDefaults.temperature,
    timeoutMs: data.ANSWER_TIMEOUT_MS ?? modelDefaults.timeoutMs,
    evidenceTokens: data.EVIDENCE_TOKENS ?? modelDefaults.evidenceTokens,
    prices: {
      perMillionIn: data.OPENAI_PRICE_IN ?? null,
      perMillionOut: data.OPENAI_PRICE_OUT ?? null,
    },
    mostADay: data.MAX_ANSWERS_PER_DAY ?? null,
  };
}
