/** The command line: commands, options and help. What the commands do is in their own files. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { EvalQuestion } from '../core/measures/answer-measures.js';
import type { CitationMeasures } from '../core/measures/citation-measures.js';
import type { ClaimJudge } from '../core/verify/judge-claim.js';
import type { Config } from '../config.js';
import type { Engine } from '../engine.js';
import { askBatch, askOne, readBatch } from './ask-command.js';
import { readBatchLines } from './batch-lines.js';
import { chat } from './chat-command.js';
import { printCheck, readQuote } from './check-command.js';
import { evaluate, printCitation, type EvalOptions } from './eval-command.js';
import { runDoctor } from './doctor-command.js';
import { noteMissing, noteProblems, printReport, printReportJson } from './ingest-command.js';
import { printRelease, printReleases } from './releases-command.js';
import type { Terminal } from './terminal.js';
import { verifyClaims } from './verify-claim-command.js';

/** What the command line needs of the rest. */
export interface ProgramDeps {
  readonly version: string;
  readonly terminal: Terminal;
  /** Reads the configuration with the folders that the command line names. */
  readonly configure: (folders: FolderOptions) => Config;
  readonly openEngine: (config: Config) => Promise<Engine>;
  /** What judges claims: the reader without a corpus. */
  readonly withClaimJudge: (use: (judge: ClaimJudge) => Promise<void>) => Promise<void>;
  /** Reads a file of questions with their answers. */
  readonly readEvalQuestions: (file: string) => Promise<EvalQuestion[]>;
  /** Measures the citations of a file of recorded drafts. */
  readonly measureDrafts: (file: string) => Promise<CitationMeasures>;
  /** What runs without a command: the bot when there is a token, otherwise the terminal. */
  readonly start: (config: Config) => Promise<void>;
}

export interface FolderOptions {
  readonly knowledge?: string;
  readonly index?: string;
}

/** `ingest` makes vectors for so long: enough for some thousand releases. The rest is made while the bot or the chat runs. */
const ingestEmbedsMs = 180_000;
/** A question in the terminal waits so long for the vectors of what is new. */
const askEmbedsMs = 5000;

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
  const open = (command: Command): Promise<Engine> => openEngine(configure(command.optsWithGlobals<FolderOptions>()));

  /** The same with everything in the knowledge folder read. */
  async function openReady(command: Command): Promise<Engine> {
    const engine = await open(command);
    noteProblems(await engine.ingest(), terminal);
    return engine;
  }

  const program = new Command('presscite')
    .description('Answers questions from press releases and proves every answer with the original sentence.')
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
    .option('--strict', 'exit with 1 when a file could not be read or lost something')
    .action(async (options: { json?: true; strict?: true }, command: Command) => {
      const engine = await open(command);
      const reports = await engine.ingest();
      (options.json ? printReportJson : printReport)(reports, terminal);
      noteMissing(await engine.embed(ingestEmbedsMs), terminal);
      if (options.strict && reports.some(({ reason }) => reason !== null)) setExitCode(1);
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
    .option('--batch <file>', 'lines {"id","question"} in (- for standard input), one JSON answer a line out')
    .option('--why', 'how the answer came about, step by step')
    .action(async (words: string[], options: AskOptions, command: Command) => {
      const question = words.join(' ').trim();
      if ((question === '') === (options.batch === undefined)) {
        command.error('error: give either a question or --batch FILE', { exitCode: usageExit });
      }
      const { json: isJson = false, why = false } = options;
      const lines = options.batch === undefined ? null : await readBatch(options.batch);
      const engine = await openReady(command);
      await engine
        .embed(askEmbedsMs)
        .catch((error: Error) => terminal.note(`only words are searched: ${error.message}`));
      if (lines) await askBatch(lines, why, engine, terminal);
      else await askOne(question, { isJson, why }, engine, terminal);
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
    .command('verify-claim')
    .description('whether sentences support claims, by the reader and by exact checks')
    .requiredOption(
      '--batch <file>',
      'lines {"id","claim","sentences"} in (- for standard input), one line of JSON a line out',
    )
    .option('--json', 'as JSON, which is the only form')
    .addOption(new Option('--why', 'with what was weighed').hideHelp())
    .action(async ({ batch, why = false }: { batch: string; why?: boolean }) => {
      const lines = await readBatchLines(batch);
      await deps.withClaimJudge((judge) => verifyClaims(lines, why, judge, terminal));
    });

  program
    .command('chat')
    .description('ask in a conversation, or one question a line of standard input')
    .action(async (_, command: Command) => {
      const engine = await openReady(command);
      engine.embedInBackground();
      await chat(engine, terminal);
      await engine.close();
    });

  program
    .command('eval')
    .argument('[questions]', 'a file of lines {"id"?,"question","answers","doc_ids","answerable"?,"type"?,"v"?}')
    .description('ask a file of questions and say how good the answers are')
    .option('--limit <number>', 'at most so many questions', readCount)
    .option('--dump <file>', 'a line for every question, with what its probability was made of')
    .option(
      '--drafts <file>',
      'measure the citations of what a model wrote: lines {"question","evidence":[{"id","text"}],"draft"}',
    )
    .option('--json', 'as JSON')
    .action(async (file: string | undefined, options: EvalOptions & { drafts?: string }, command: Command) => {
      if (file === undefined && options.drafts === undefined) {
        command.error('error: give a file of questions, or --drafts FILE', {
          exitCode: usageExit,
        });
      }
      if (file !== undefined) {
        const questions = await deps.readEvalQuestions(file);
        const engine = await openReady(command);
        await engine.embed();
        await evaluate(questions, options, engine, terminal);
      }
      if (options.drafts !== undefined) printCitation(await deps.measureDrafts(options.drafts), terminal);
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

function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('It is not a count.');
  return count;
}

interface AskOptions {
  readonly json?: true;
  readonly batch?: string;
  readonly why?: true;
}
