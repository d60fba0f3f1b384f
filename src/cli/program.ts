/** The command line: commands, options and help. What the commands do is in their own files. */
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import type { SetMeasures } from '../app/run-eval.js';
import type { CitationMeasures } from '../core/measures/citation-measures.js';
import type { Config } from '../config.js';
import type { Engine } from '../engine.js';
import { askBatch, askOne, readBatch } from './ask-command.js';
import { chat } from './chat-command.js';
import { printCheck, readQuote } from './check-command.js';
import { printEval, printEvalJson } from './eval-command.js';
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
  /** Evaluates the sets that the options name. */
  readonly runEval: (options: EvalOptions, engine: Engine) => Promise<SetMeasures[]>;
  /** Measures the citations of a file of recorded drafts. */
  readonly measureDrafts: (file: string) => Promise<CitationMeasures>;
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

  /** The engine for the folders of the whole command line, wherever on it they stand. */
  const open = (command: Command): Promise<Engine> =>
    openEngine(configure(command.optsWithGlobals<FolderOptions>()));

  /** The same with everything in the knowledge folder read. */
  async function openReady(command: Command): Promise<Engine> {
    const engine = await open(command);
    noteProblems(await engine.ingest(), terminal);
    return engine;
  }

  const program = new Command('presscite')
    .description(
      'Answers questions from press releases and proves every answer with the original sentence.',
    )
    .version(deps.version)
    .option('--knowledge <folder>', 'where the releases are (KNOWLEDGE_DIR, otherwise knowledge)')
    .option('--index <folder>', 'where the index is kept (INDEX_DIR, otherwise .presscite)')
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(presscite --help lists the commands)')
    .exitOverride()
    .helpCommand(true)
    .allowExcessArguments()
    .action((options: FolderOptions, command: Command) => {
      const [unknown] = command.args;
      if (unknown !== undefined) {
        command.error(`error: unknown command '${unknown}'`, { exitCode: usageExit });
      }
      return deps.start(configure(options));
    });

  program
    .command('ingest')
    .description('read what changed in the knowledge folder and report every file')
    .option('--json', 'one line of JSON a file')
    .action(async (options: { json?: true }, command: Command) => {
      const engine = await open(command);
      const print = options.json ? printReportJson : printReport;
      print(await engine.ingest(), terminal);
    });

  program
    .command('releases')
    .description('list the releases')
    .option('--json', 'one line of JSON a release')
    .action(async (options: { json?: true }, command: Command) => {
      printReleases((await openReady(command)).index, options.json ?? false, terminal);
    });

  program
    .command('show')
    .description('show one release with its numbered sentences')
    .argument('<id>', 'as "presscite releases" lists it')
    .option('--json', 'as JSON')
    .action(async (id: string, options: { json?: true }, command: Command) => {
      printRelease(id, options.json ?? false, await openReady(command), terminal);
    });

  program
    .command('ask')
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
      const engine = await openReady(command);
      if (questions) await askBatch(questions, engine, terminal);
      else await askOne(question, options.json ?? false, engine, terminal);
    });

  program
    .command('check')
    .description('check a quote: word for word, altered, stitched, or not in these releases')
    .argument('<text...>', 'the quote (- for standard input)')
    .option('--json', 'places and differences as JSON')
    .action(async (words: string[], options: { json?: true }, command: Command) => {
      const text = await readQuote(words);
      const engine = await openReady(command);
      const check = engine.quotes.check(text);
      printCheck(check, options.json ?? false, engine.readerOf(text), terminal);
    });

  program
    .command('chat')
    .description('ask in a conversation, or one question a line of standard input')
    .action(async (_, command: Command) => chat(await openReady(command), terminal));

  program
    .command('eval')
    .description(
      'measure retrieval, ranking, spans and refusal beside a plain baseline, and the citations of recorded drafts',
    )
    .option('--data <folder>', 'with NAME.corpus.jsonl(.gz) and NAME.qa.jsonl')
    .option('--sets <names>', 'only these sets of the folder, separated by commas')
    .option('--corpus <file>', 'a corpus: lines {"id","title"?,"text"}')
    .option(
      '--questions <file>',
      'its questions: lines {"question","answers","doc_ids","answerable"?}',
    )
    .option('--limit <number>', 'at most so many questions of each set', readCount)
    .option(
      '--drafts <file>',
      'what a model wrote: lines {"question","evidence":[{"id","text"}],"draft"}',
    )
    .option('--json', 'as JSON')
    .action(async (options: EvalOptions & { json?: true }, command: Command) => {
      if (!isEvaluable(options)) {
        const message =
          'error: give either --data DIR, or --corpus FILE and --questions FILE, or --drafts FILE, also beside them';
        command.error(message, { exitCode: usageExit });
      }
      const hasSets = options.data !== undefined || options.corpus !== undefined;
      const sets = hasSets ? await deps.runEval(options, await open(command)) : [];
      const citation =
        options.drafts === undefined ? undefined : await deps.measureDrafts(options.drafts);
      const print = options.json ? printEvalJson : printEval;
      print(sets, citation, terminal);
    });

  program
    .command('doctor')
    .description('what is configured, what works, and what to do about what does not')
    .action(async (_, command: Command) => {
      const config = configure(command.optsWithGlobals<FolderOptions>());
      const isHealthy = await runDoctor(config, openEngine, terminal);
      setExitCode(isHealthy ? 0 : 1);
    });

  return program;
}

export interface EvalOptions {
  readonly data?: string;
  readonly sets?: string;
  readonly corpus?: string;
  readonly questions?: string;
  readonly limit?: number;
  readonly drafts?: string;
}

/** One source of sets, whole, or none beside recorded drafts. */
function isEvaluable({ data, corpus, questions, drafts }: EvalOptions): boolean {
  if ((corpus === undefined) !== (questions === undefined)) return false;
  const sources = [data, corpus].filter((source) => source !== undefined).length;
  return sources === 1 || (sources === 0 && drafts !== undefined);
}

function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('It is not a count.');
  return count;
}

interface AskOptions {
  readonly json?: true;
  readonly batch?: string;
}
