/** The terminal: answers to stdout, all else to stderr, colours and progress bars only where a person looks. */
import { styleText } from 'node:util';
import { SingleBar } from 'cli-progress';
import { growOn, type GrowingText } from './growing-text.js';

type Style = Parameters<typeof styleText>[0];

export interface Terminal {
  /** Whether a person reads stdout and types at stdin. */
  readonly isInteractive: boolean;
  /** Writes a line of an answer to stdout. */
  readonly print: (line: string) => void;
  /** Writes a line to stderr. */
  readonly note: (line: string) => void;
  /** Styles text for stdout; leaves it plain where nobody sees colours. */
  readonly paint: (style: Style, text: string) => string;
  /** Begins a text that grows in place; nothing is shown where nobody looks. */
  readonly grow: () => GrowingText;
  /** Shows how far a long piece of work is; done when `done` reaches `total`. */
  readonly progress: (work: string, done: number, total: number) => void;
}

/** `1 release`, `2 releases`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Work that is over before a person would wonder needs no bar. */
const barAfterMs = 500;

export function createTerminal(): Terminal {
  const { stdout, stderr, stdin } = process;
  // `hasColors` knows NO_COLOR and dumb terminals.
  const isColoured = stdout.isTTY && stdout.hasColors();
  // A reader that stops early (`| head`) is no error.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
  return {
    isInteractive: stdout.isTTY && stdin.isTTY,
    print: (line) => stdout.write(`${line}\n`),
    note: (line) => stderr.write(`${line}\n`),
    paint: (style, text) => (isColoured ? styleText(style, text) : text),
    grow: () => growOn(stderr),
    progress: createProgress(stderr),
  };
}

function createProgress(stream: NodeJS.WriteStream): Terminal['progress'] {
  let bar: SingleBar | null = null;
  let started = 0;
  let current = '';
  return (work, done, total) => {
    if (!stream.isTTY) return;
    if (work !== current) {
      bar?.stop();
      bar = null;
      current = work;
      started = performance.now();
    }
    if (!bar && performance.now() - started > barAfterMs && done < total) {
      bar = new SingleBar({ stream, format: '{work} {bar} {percentage}%', clearOnComplete: true });
      bar.start(total, done, { work });
    }
    bar?.update(done, { work });
    if (done >= total) {
      bar?.stop();
      bar = null;
      current = '';
    }
  };
}
