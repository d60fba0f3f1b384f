/** How an answer came about, as a person reads it in the terminal. */
import type { PartTrace, Trace } from '../core/answer/answer.js';
import type { Terminal } from './terminal.js';

/** Prints each part of the question: what was understood, found, read and decided. */
export function printTrace({ question, parts }: Trace, { print, paint }: Pick<Terminal, 'print' | 'paint'>): void {
  print('');
  print(paint('dim', `Why: ${question}`));
  for (const part of parts) {
    print('');
    for (const [name, lines] of rowsOf(part)) {
      const shown = lines.length > 0 ? lines : ['none'];
      for (const [i, line] of shown.entries()) {
        print(paint('cyan', (i === 0 ? name : '').padEnd(nameColumns)) + line);
      }
    }
  }
}

const nameColumns = 12;

function rowsOf(part: PartTrace): (readonly [name: string, lines: readonly string[]])[] {
  const features = Object.entries(part.features).map(([name, value]) => `${name} ${figure(value)}`);
  return [
    ['understood', [part.question]],
    ['releases', part.releases.map(releaseLine)],
    ['windows', part.windows.map(windowLine)],
    ['features', features],
    ['decision', [`${part.tier}, probability ${part.probability.toFixed(2)}`]],
  ];
}

/** `0.93  a.txt#1 · headline (words, meaning)` */
function releaseLine({ id, title, score, by }: PartTrace['releases'][number]): string {
  return `${score.toFixed(2)}  ${[id, title].filter(Boolean).join(' · ')} (${by.join(', ')})`;
}

/** `+4.21  a.txt#1 · 2–3 · yes 0.51 · the stretch` */
function windowLine({ releaseId, sentences, score, span, yes }: PartTrace['windows'][number]): string {
  const [first, last] = sentences;
  const place = first === last ? first : `${first}–${last}`;
  const words = span.replace(/\s+/gu, ' ');
  const sign = score < 0 ? '' : '+';
  return `${sign}${score.toFixed(2)}  ${releaseId} · ${place} · yes ${yes.toFixed(2)} · ${words}`;
}

/** Whole as it is, otherwise to hundredths. */
function figure(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
