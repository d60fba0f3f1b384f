/** One answer as a person reads it in the terminal. */
import type { Answer, Citation } from '../core/answer/answer.js';
import { sourceLine } from '../core/answer/source-line.js';
import { wordings } from '../core/answer/wording.js';
import type { Terminal } from './terminal.js';

type Printing = Pick<Terminal, 'print' | 'paint'>;

export function printAnswer(answer: Answer, terminal: Printing): void {
  const { print, paint } = terminal;
  if (answer.understood !== null) print(paint('dim', `→ ${answer.understood}`));
  if (answer.note !== null) print(paint('dim', answer.note));
  if (answer.kind === 'unanswerable' && answer.nearest.length > 0) {
    printRefusal(answer, terminal);
    return;
  }
  const bold = (stretch: string) => paint(['bold', 'yellow'], stretch);
  print(highlighted(answer.text, answer.emphasis, bold));
  printCitations(answer, terminal);
}

/** That the releases do not answer, which are the nearest, with the ids that `show` takes, and what may help. */
function printRefusal({ reader, reason, text, nearest }: Answer, { print, paint }: Printing): void {
  const wording = wordings[reader];
  print(reason ?? text);
  print('');
  print(wording.nearest([]).trim());
  for (const release of nearest) {
    print(`  ${paint('cyan', release.id)} · ${sourceLine(release) || release.file}`);
  }
  print('');
  print(wording.askAgain);
}

/** Each cited sentence with where it stands. What may be the answer is marked also where there are no colours. */
function printCitations({ kind, citations }: Answer, { print, paint }: Printing): void {
  const bold = (stretch: string) => {
    const painted = paint(['bold', 'yellow'], stretch);
    return kind === 'likely' && painted === stretch ? `**${stretch}**` : painted;
  };
  for (const citation of citations) {
    print('');
    print(`${paint('cyan', `[${citation.n}]`)} ${highlighted(citation.quote, citation.highlight, bold)}`);
    const { release, sentence } = citation;
    const line = [sourceLine(release), `${release.file} · ${sentence}`].filter(Boolean).join(' · ');
    print(paint('dim', `    ${line}`));
  }
}

function highlighted(text: string, ranges: Citation['highlight'], bold: (stretch: string) => string): string {
  let shown = '';
  let from = 0;
  for (const [start, end] of ranges) {
    shown += text.slice(from, start) + bold(text.slice(start, end));
    from = end;
  }
  return shown + text.slice(from);
}
