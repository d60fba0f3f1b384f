/** One answer as a person reads it in the terminal. */
import type { Answer, Citation } from '../core/answer.js';
import { sourceLine } from '../core/source-line.js';
import type { Terminal } from './terminal.js';

export function printAnswer(answer: Answer, { print, paint }: Terminal): void {
  print(answer.kind === 'unanswerable' ? answer.text : paint('bold', answer.text));
  for (const citation of answer.citations) {
    print('');
    print(`${paint('cyan', `[${citation.n}]`)} ${highlighted(citation, paint)}`);
    const { release, sentence } = citation;
    const line = [sourceLine(release), `${release.file} · ${sentence}`].filter(Boolean).join(' · ');
    print(paint('dim', `    ${line}`));
  }
}

function highlighted({ quote, highlight }: Citation, paint: Terminal['paint']): string {
  let text = '';
  let from = 0;
  for (const [start, end] of highlight) {
    text += quote.slice(from, start) + paint(['bold', 'yellow'], quote.slice(start, end));
    from = end;
  }
  return text + quote.slice(from);
}
