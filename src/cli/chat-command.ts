/** `presscite chat`: a conversation in the terminal, or one answer a line of piped input. */
import { createInterface } from 'node:readline/promises';
import { conversationLimits, type Turn } from '../core/answer/conversation.js';
import { turnOf } from '../core/conversation/turn-of.js';
import type { Engine } from '../engine.js';
import { askAloud } from './ask-aloud.js';
import { printReleases } from './releases-command.js';
import { counted, type Terminal } from './terminal.js';

const help = 'Type a question. /sources lists the releases, /new begins a new conversation, /exit or Ctrl-D ends.';

/** Answers each line until the input ends; a follow-up refers to the lines before it. */
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
  let history: readonly Turn[] = [];
  for await (const line of lines) {
    const text = line.trim();
    if (text === '/exit' || text === '/quit') break;
    if (text === '/help') note(help);
    else if (text === '/sources') printReleases(engine.index, false, terminal);
    else if (text === '/new') history = [];
    else if (text !== '') {
      try {
        const answer = await askAloud(text, engine, terminal, { history });
        history = [...history, turnOf(answer) ?? []].flat().slice(-conversationLimits.turns);
      } catch (error) {
        // One question that fails does not end the conversation.
        note(`presscite: ${(error as Error).message}`);
      }
    }
    if (text !== '') terminal.print('');
    if (isInteractive) lines.prompt();
  }
  lines.close();
}
