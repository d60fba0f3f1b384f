#!/usr/bin/env node
/** presscite: wires everything and runs the command line. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readEvalQuestions } from './adapters/eval-files.js';
import { chat } from './cli/chat-command.js';
import { noteProblems } from './cli/ingest-command.js';
import { runProgram } from './cli/program.js';
import { createTerminal } from './cli/terminal.js';
import { packageFolder, readConfig, type Config } from './config.js';
import { AppError } from './core/app-error.js';
import type { DailyCounts } from './core/stores/daily-counts.js';
import { openEngine, type Engine } from './engine.js';
import { startBot } from './start-bot.js';
import { evaluateDrafts, withClaimJudge } from './with-reader.js';

const terminal = createTerminal();

const howToGetToken =
  'No BOT_TOKEN: this is the terminal. For Telegram, get a token from @BotFather and start with BOT_TOKEN=… npm start';

function open(config: Config, counts?: DailyCounts): Promise<Engine> {
  const listener = {
    warn: terminal.note,
    progress: terminal.progress,
    log: terminal.isInteractive ? noteRemedy : log,
  };
  return openEngine(config, listener, counts);
}

/** The engine with everything in the knowledge folder read. */
async function openReady(config: Config, counts?: DailyCounts): Promise<Engine> {
  const engine = await open(config, counts);
  noteProblems(await engine.ingest(), terminal);
  engine.embedInBackground();
  return engine;
}

/** What a person at the terminal is told of an event: only what can be done about it. */
function noteRemedy(_: string, { detail, remedy }: Record<string, unknown>): void {
  if (typeof remedy === 'string') terminal.note(`${detail as string}: ${remedy}`);
}

/** The bot when there is a token, otherwise the chat in the terminal. */
async function startDefault(config: Config): Promise<void> {
  if (config.botToken === null) {
    terminal.note(howToGetToken);
    return chat(await openReady(config), terminal);
  }
  await startBot(config.botToken, config, {
    version: versionOfPackage(),
    openEngine: (counts) => openReady(config, counts),
    log,
    warn: terminal.note,
  });
}

/** One line of JSON an event. */
function log(event: string, fields: Record<string, unknown> = {}): void {
  terminal.note(JSON.stringify({ at: new Date().toISOString(), event, ...fields }));
}

function versionOfPackage(): string {
  const manifest = readFileSync(path.join(packageFolder, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

try {
  process.exitCode = await runProgram(process.argv.slice(2), {
    version: versionOfPackage(),
    terminal,
    configure: ({ knowledge, index }) => {
      const config = readConfig();
      return {
        ...config,
        knowledgeFolder: knowledge ?? config.knowledgeFolder,
        indexFolder: index ?? config.indexFolder,
      };
    },
    openEngine: open,
    readEvalQuestions,
    measureDrafts: (file) => evaluateDrafts(readConfig(), terminal.note, file),
    withClaimJudge: (use) => withClaimJudge(readConfig(), terminal.note, use),
    start: startDefault,
  });
} catch (error) {
  terminal.note(error instanceof AppError ? `presscite: ${error.message}` : String((error as Error).stack));
  process.exitCode = 1;
}
