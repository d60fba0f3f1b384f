/** The command line: commands, options and help. What the commands do is in their own files. */
import { Command, CommanderError } from 'commander';
import type { Config } from '../config.js';
import type { Engine } from '../engine.js';
import { askBatch, askOne, readBatch } from './ask-command.js';
import { chat } from './chat-command.js';
import { runDoctor } from './doctor-command.js';
import { noteProblems, printReport, printReportJson } from './ingest-command.js';
import { printRelease, printReleases } from './releases-command.js';
import type { Terminal } from './terminal.js';

/** What the command line needs of the rest. */
export interface ProgramDeps {
  readonly version: string;
  readonly terminal: Terminal;
  /** Reads the configuration with the folders that the command line names. */
  readonly configure: (folders: FolderOptions) => Config;
  readonly openEngine: (config: Config) => Promise<Engine>;
  /** What runs without a command: the bot when there is a token, otherwise the terminal. */
  readonly start: (config: Config) => Promise<void>;
}

export interface FolderOptions {
  readonly knowledge?: string;
  readonly index?: string;
}

/** Wrong usage; the contract of the terminal. */
const usageExit = 2;

/**
 * Runs the command line.
 * @param args without the program's own name
 * @returns the exit code: 0 when the command did its work, 1 when it found a failure, 2 for wrong usage
 * @throws AppError or a bug, which the caller reports
 */
export async function runProgram(args: readonly string[], deps: ProgramDeps): Promise<number> {
  let exitCode = 0;
  const program = createProgram(deps, (code) => (exitCode = code));
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : usageExit;
  }
}

function createProgram(deps: ProgramDeps, setExitCode: (code: number) => void): Command {
  const { terminal, configure, openEngine } = deps;

  /** The engine with everything in the knowledge folder read. */
  async function openReady(options: FolderOptions): Promise<Engine> {
    const engine = await openEngine(configure(options));
    noteProblems(await engine.ingest(), terminal);
    return engine;
  }

  const program = new Command('presscite')
    .description(
      'Answers questions from press releases and proves every answer with the original sentence.',
    )
    .version(deps.version)
    .showHelpAfterError('(presscite --help lists the commands)')
    .exitOverride();

  withFolders(program).action((options: FolderOptions) => deps.start(configure(options)));

  withFolders(program.command('ingest'))
    .description('read what changed in the knowledge folder and report every file')
    .option('--json', 'one line of JSON a file')
    .action(async (options: FolderOptions & { json?: true }) => {
      const engine = await openEngine(configure(options));
      const print = options.json ? printReportJson : printReport;
      print(await engine.ingest(), terminal);
    });

  withFolders(program.command('releases'))
    .description('list the releases')
    .option('--json', 'one line of JSON a release')
    .action(async (options: FolderOptions & { json?: true }) => {
      printReleases((await openReady(options)).index, options.json ?? false, terminal);
    });

  withFolders(program.command('show'))
    .description('show one release with its numbered sentences')
    .argument('<id>', 'as "presscite releases" lists it')
    .option('--json', 'as JSON')
    .action(async (id: string, options: FolderOptions & { json?: true }) => {
      printRelease(id, options.json ?? false, await openReady(options), terminal);
    });

  withFolders(program.command('ask'))
    .description('answer one question, or a batch of them')
    .argument('[question...]', 'the question')
    .option('--json', 'the whole answer as JSON')
    .option(
      '--batch <file>',
      'lines {"id","question"} in (- for standard input), one JSON answer a line out',
    )
    .action(async (words: string[], options: AskOptions, command: Command) => {
      const question = words.join(' ').trim();
      if ((question === '') === (options.batch === undefined)) {
        command.error('error: give either a question or --batch FILE', { exitCode: usageExit });
      }
      const questions = options.batch === undefined ? null : await readBatch(options.batch);
      const engine = await openReady(options);
      if (questions) await askBatch(questions, engine, terminal);
      else await askOne(question, options.json ?? false, engine, terminal);
    });

  withFolders(program.command('chat'))
    .description('ask in a conversation, or one question a line of standard input')
    .action(async (options: FolderOptions) => chat(await openReady(options), terminal));

  withFolders(program.command('doctor'))
    .description('what is configured, what works, and what to do about what does not')
    .action(async (options: FolderOptions) => {
      const isHealthy = await runDoctor(configure(options), openEngine, terminal);
      setExitCode(isHealthy ? 0 : 1);
    });

  return program;
}

interface AskOptions extends FolderOptions {
  readonly json?: true;
  readonly batch?: string;
}

function withFolders(command: Command): Command {
  return command
    .option('--knowledge <folder>', 'where the releases are (KNOWLEDGE_DIR, otherwise knowledge)')
    .option('--index <folder>', 'where the index is kept (INDEX_DIR, otherwise .presscite)');
}
