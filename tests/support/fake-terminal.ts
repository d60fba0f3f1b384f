import type { Terminal } from '../../src/cli/terminal.js';

/** A terminal without colours that keeps what is written. */
export function fakeTerminal() {
  const printed: string[] = [];
  const noted: string[] = [];
  const terminal: Terminal = {
    isInteractive: false,
    print: (line) => void printed.push(line),
    note: (line) => void noted.push(line),
    paint: (_, text) => text,
    grow: () => ({ show: () => undefined, clear: () => undefined }),
    progress: () => undefined,
  };
  return { terminal, printed, noted };
}
