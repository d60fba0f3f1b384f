/** One answer as a person reads it in the terminal. */
import type { Answer, Citation } from '../core/answer/answer.js';
import { sourceLine } from '../core/answer/source-line.js';
import type { Terminal } from './terminal.js';

export function printAnswer(answer: Answer, terminal: Terminal): void {
  const { print, paint } = terminal;
  if (answer.understood !== null) print(paint('dim', `→ ${answer.understood}`));
  if (answer.note !== null) print(paint('dim', answer.note));
  print(highlighted(answer.text, answer.emphasis, paint));
  printCitations(answer.citations, terminal);
}

/** Each cited sentence with where it stands. */
function printCitations(
  citations: readonly Citation[],
  { print, paint }: Pick<Terminal, 'print' | 'paint'>,
): void {
  for (const citation of citations) {
    print('');
    print(
      `${paint('cyan', `[${citation.n}]`)} ${highlighted(citation.quote, citation.highlight, paint)}`,
    );
    const { release, sentence } = citation;
    const line = [sourceLine(release), `${release.file} · ${sentence}`].filter(Boolean).join(' · ');
    print(paint('dim', `    ${line}`));
  }
}

function highlighted(
  text: string,
  ranges: Citation['highlight'],
  paint: Terminal['paint'],
): string {
  let painted = '';
  let from = 0;
  for (const [start, end] of ranges) {
    painted += text.slice(from, start) + paint(['bold', 'yellow'], text.slice(start, end));
    from = end;
  }
  return painted + text.slice(from);
}
