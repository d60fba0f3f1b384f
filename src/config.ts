/** The configuration: the environment, and `.env` for what it does not set. The only reader of `process.env`. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { config as loadDotenv } from 'dotenv';
import { z } from 'zod';
import { AppError } from './core/app-error.js';

/** Where the package is: beside `src` in a checkout, beside `dist` when it is built. */
export const packageFolder = fileURLToPath(new URL('..', import.meta.url));

/** An empty variable counts as unset, as `.env.example` leaves them. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const environmentSchema = z.object({
  BOT_TOKEN: optional(
    z
      .string()
      .regex(/^\d+:[\w-]+$/, 'is not a bot token: BotFather gives one such as 123456:ABC-DEF'),
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
  KNOWLEDGE_DIR: optional(z.string()),
  INDEX_DIR: optional(z.string()),
});

export interface Config {
  /** Null: no bot, the terminal only. A secret: never logged. */
  readonly botToken: string | null;
  /** Without a trailing slash. */
  readonly telegramApiRoot: string | null;
  /** Telegram's ids of the people who may change the corpus from the chat. */
  readonly adminIds: readonly number[];
  /** A folder, or a model id of the hub. */
  readonly embeddingModel: string;
  readonly knowledgeFolder: string;
  readonly indexFolder: string;
}

/**
 * Reads the configuration. Relative folders are relative to the working folder.
 * @throws AppError that names every variable at fault and never shows a secret's value
 */
export function readConfig(): Config {
  const environment = { ...process.env };
  loadDotenv({ quiet: true, processEnv: environment });
  const result = environmentSchema.safeParse(environment);
  if (!result.success) {
    const problems = result.error.issues.map(
      ({ path: [name], message }) => `${String(name)} ${message}`,
    );
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
    embeddingModel: data.EMBEDDING_MODEL ?? path.join(packageFolder, 'models', 'presscite-static'),
    knowledgeFolder: data.KNOWLEDGE_DIR ?? 'knowledge',
    indexFolder: data.INDEX_DIR ?? '.presscite',
  };
}
