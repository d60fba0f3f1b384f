/** `presscite chat`: a conversation in the terminal, or one answer a line of piped input. */
import { createInterface } from 'node:readline/promises';
import type { Engine } from '../engine.js';
import { askAloud } from './ask-aloud.js';
import { printReleases } from './releases-command.js';
import { counted, type Terminal } from './terminal.js';

const help = 'Type a question. /sources lists the releases, /exit or Ctrl-D ends.';

/** Answers each line until the input ends. */
export async function chat(engine: Engine, terminal: Terminal): Promise<void> {
  const { isInteractive, note, paint } = terminal;
  const lines = createInterface({
    input: process.stdin,
    ...(isInteractive ? { output: process.stdout, prompt: paint('green', '> ') } : {}),
  });
  if (isInteractive) {
    note(`${counted(engine.index.size, 'release')}. ${help}`);
    lines.prompt();
  }
  for await (const line of lines) {
    const text = line.trim();
    if (text === '/exit' || text === '/quit') break;
    if (text === '/help') note(help);
    else if (text === '/sources') printReleases(engine.index, false, terminal);
    else if (text !== '') await askAloud(text, engine, terminal);
    if (text !== '') terminal.print('');
    if (isInteractive) lines.prompt();
  }
  lines.close();
}
