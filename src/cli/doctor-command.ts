/** `presscite doctor`: what is configured, what works, and what to do about what does not. */
import { AppError } from '../core/app-error.js';
import { tryModel } from '../app/try-model.js';
import { remedyFor } from '../core/model/model-failure.js';
import type { Config } from '../config.js';
import type { Engine } from '../engine.js';
import type { Terminal } from './terminal.js';

/** One thing that was looked at. `remedy` is what to do; null when nothing is needed. */
interface Check {
  readonly level: 'ok' | 'note' | 'fail';
  readonly subject: string;
  readonly finding: string;
  readonly remedy?: string;
}

const signs = { ok: '✓', note: '·', fail: '✗' } as const;
const styles = { ok: 'green', note: 'yellow', fail: 'red' } as const;

/**
 * Looks at everything and prints what it finds.
 * @returns whether presscite can do its main job
 */
export async function runDoctor(
  config: Config,
  openEngine: (config: Config) => Promise<Engine>,
  { print, paint }: Terminal,
): Promise<boolean> {
  const checks = [
    { level: 'ok', subject: 'Node.js', finding: process.version } satisfies Check,
    ...(await checkEngine(config, openEngine)),
    await checkTelegram(config),
  ];
  for (const { level, subject, finding, remedy } of checks) {
    print(`${paint(styles[level], signs[level])} ${subject.padEnd(16)} ${finding}`);
    if (remedy) print(`  ${' '.repeat(16)} ${remedy}`);
  }
  return checks.every(({ level }) => level !== 'fail');
}

async function checkEngine(config: Config, openEngine: (config: Config) => Promise<Engine>): Promise<Check[]> {
  try {
    const engine = await openEngine(config);
    const reports = await engine.ingest();
    const problems = reports.filter(({ reason }) => reason !== null);
    const { vectors, size } = engine.index;
    return [
      engine.readerId === null
        ? {
            level: 'note',
            subject: 'reader',
            finding: 'cannot run here: nothing is asserted, answers are offered from the search alone',
            remedy: 'run npm ci again; models/reader must be whole',
          }
        : { level: 'ok', subject: 'reader', finding: engine.readerId },
      { level: 'ok', subject: 'embedding model', finding: engine.modelId },
      await checkLanguageModel(engine, config),
      {
        level: size > 0 ? 'ok' : 'note',
        subject: 'releases',
        finding: `${size} in ${config.knowledgeFolder}`,
        ...(size === 0 && { remedy: 'put .txt, .md or .jsonl files there' }),
      },
      ...problems.map(({ file, reason }): Check => ({
        level: 'note',
        subject: file,
        finding: reason!,
      })),
      {
        level: 'ok',
        subject: 'index',
        finding: `${vectors.size} of ${size} releases with vectors in ${config.indexFolder}`,
      },
      vectors.kind === 'hnsw'
        ? { level: 'ok', subject: 'vector search', finding: 'hnswlib' }
        : {
            level: 'note',
            subject: 'vector search',
            finding: 'exact: hnswlib-node is not installed, which matters from about 100,000 releases on',
            remedy: 'install a C++ compiler and run npm ci again',
          },
    ];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [{ level: 'fail', subject: 'engine', finding: error.message }];
  }
}

async function checkLanguageModel({ languageModel }: Engine, { languageModel: model }: Config): Promise<Check> {
  const subject = 'language model';
  if (!languageModel || !model) {
    const remedy = 'to have answers phrased by a model, set OPENAI_API_KEY or OPENAI_BASE_URL';
    return { level: 'note', subject, finding: 'none: answers are quoted', remedy };
  }
  const finding = `${languageModel.id} at ${new URL(model.baseUrl).host}`;
  const failure = await tryModel(languageModel, performance.now.bind(performance));
  if (!failure) return { level: 'ok', subject, finding };
  // Without it answers are quoted, which is presscite's main job.
  return {
    level: 'note',
    subject,
    finding: `${finding} does not work: ${failure.detail}`,
    remedy: remedyFor(failure),
  };
}

/** How long Telegram may take to answer. */
const telegramTimeoutMs = 5000;

async function checkTelegram({ botToken, telegramApiRoot }: Config): Promise<Check> {
  const subject = 'Telegram';
  if (botToken === null) {
    const remedy = 'to run the bot, get a token from @BotFather and put it into .env as BOT_TOKEN';
    return { level: 'note', subject, finding: 'no BOT_TOKEN: the terminal only', remedy };
  }
  const root = telegramApiRoot ?? 'https://api.telegram.org';
  try {
    const response = await fetch(`${root}/bot${botToken}/getMe`, {
      signal: AbortSignal.timeout(telegramTimeoutMs),
    });
    const body = (await response.json()) as { ok: boolean; result?: { username?: string } };
    if (body.ok) return { level: 'ok', subject, finding: `@${body.result?.username}` };
    const remedy = 'copy the token again from @BotFather into BOT_TOKEN';
    return { level: 'fail', subject, finding: 'the token is refused', remedy };
  } catch {
    // The cause would show the address, and with it the token.
    const remedy = 'check the network, or TELEGRAM_API_ROOT if it is set';
    return { level: 'fail', subject, finding: `${root} does not answer`, remedy };
  }
}
