/** `presscite check`: where a quote stands in the releases, and how it differs. */
import { text as readStream } from 'node:stream/consumers';
import type { QuoteCheck, QuotePart, Stretch } from '../core/answer/quote-check.js';
import {
  citedStretches,
  copiesOf,
  distinctParts,
  isFaithful,
  toldChanges,
  type ToldChange,
} from '../core/answer/quote-digest.js';
import { quoteWordings, type QuoteWording } from '../core/answer/quote-wording.js';
import type { Reader } from '../core/text/reader.js';
import { sourceLine } from '../core/answer/source-line.js';
import { checkToJson } from './check-json.js';
import type { Terminal } from './terminal.js';

/** The text to check: the words of the command line, or standard input for `-`. */
export async function readQuote(words: readonly string[]): Promise<string> {
  const text = words.join(' ');
  return text === '-' ? readStream(process.stdin) : text;
}

/** Prints what checking gave; in words for `reader`. */
export function printCheck(check: QuoteCheck, isJson: boolean, reader: Reader, terminal: Terminal): void {
  if (isJson) {
    terminal.print(checkToJson(check));
    return;
  }
  const { print, paint } = terminal;
  const wording = quoteWordings[reader];
  print(paint('bold', wording.verdicts[check.verdict]));
  const parts = distinctParts(check);
  for (const part of parts) {
    if (parts.length > 1) {
      const words = check.text.slice(part.pasted.start, part.pasted.end).replace(/\s+/gu, ' ');
      print(`\n「${words}」 ${wording.verdicts[part.verdict]}`);
    }
    printPart(part, wording, terminal);
  }
}

function printPart(part: QuotePart, wording: QuoteWording, { print, paint }: Terminal): void {
  for (const told of toldChanges(part.changes)) print(`  ${changeLine(told, wording, paint)}`);
  for (const { originalText, pastedText } of part.rewritten) {
    print(`  ${wording.rewritten}: ${originalText} = ${pastedText}`);
  }
  if (part.stitched && part.verdict !== 'stitched') print(`  ${wording.verdicts.stitched}`);
  if (part.otherScript && isFaithful(part.verdict)) print(`  ${wording.otherScript}`);
  for (const cited of citedStretches(part)) {
    print(`\n  ${cited.map(({ quote }) => quote).join('…')}`);
    print(`  ${paint('dim', placeLine(cited[0]))}`);
    for (const copy of copiesOf(cited)) {
      print(`  ${paint('dim', `${wording.alsoIn} ${placeLine(copy)}`)}`);
    }
  }
  if (part.nearest) {
    print(`\n  ${wording.nearest}: ${part.nearest.quote}`);
    print(`  ${paint('dim', placeLine(part.nearest))}`);
  }
}

function changeLine(
  { change: { kind, originalText, pastedText }, times }: ToldChange,
  wording: QuoteWording,
  paint: Terminal['paint'],
): string {
  const label = wording.changes[kind];
  const often = times > 1 ? ` ×${times}` : '';
  if (originalText === '') return `${label}: ${wording.putIn} ${paint('red', pastedText)}${often}`;
  if (pastedText === '') return `${label}: ${wording.leftOut} ${paint('green', originalText)}${often}`;
  if (kind === 'order') return `${label}: ${paint('red', pastedText)}${often}`;
  return `${label}: ${paint('green', originalText)} → ${paint('red', pastedText)}${often}`;
}

function placeLine({ release, sentences: [first, last] }: Stretch): string {
  const sentences = first === last ? String(first) : `${first}–${last}`;
  return [sourceLine(release), release.file, sentences].filter(Boolean).join(' · ');
}
