/** `presscite check`: where a quote stands in the releases, and how it differs. */
import { text as readStream } from 'node:stream/consumers';
import type { Change, QuoteCheck, QuotePart, Stretch } from '../core/answer/quote-check.js';
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
export function printCheck(
  check: QuoteCheck,
  isJson: boolean,
  reader: Reader,
  terminal: Terminal,
): void {
  if (isJson) {
    terminal.print(checkToJson(check));
    return;
  }
  const { print, paint } = terminal;
  const wording = quoteWordings[reader];
  print(paint('bold', wording.verdicts[check.verdict]));
  for (const part of check.parts) {
    if (check.parts.length > 1) {
      const words = check.text.slice(part.pasted.start, part.pasted.end).replace(/\s+/gu, ' ');
      print(`\n「${words}」 ${wording.verdicts[part.verdict]}`);
    }
    printPart(part, wording, terminal);
  }
}

function printPart(part: QuotePart, wording: QuoteWording, { print, paint }: Terminal): void {
  for (const change of part.changes) print(`  ${changeLine(change, wording, paint)}`);
  for (const { originalText, pastedText } of part.rewritten) {
    print(`  ${wording.rewritten}: ${originalText} = ${pastedText}`);
  }
  if (part.stitched && part.verdict !== 'stitched') print(`  ${wording.verdicts.stitched}`);
  if (part.otherScript) print(`  ${wording.otherScript}`);
  for (const stretch of part.stretches) {
    print(`\n  ${stretch.quote}`);
    print(`  ${paint('dim', placeLine(stretch))}`);
    for (const copy of stretch.copies) {
      print(`  ${paint('dim', `${wording.alsoIn} ${placeLine(copy)}`)}`);
    }
  }
  if (part.nearest) {
    print(`\n  ${wording.nearest}: ${part.nearest.quote}`);
    print(`  ${paint('dim', placeLine(part.nearest))}`);
  }
}

function changeLine(
  { kind, originalText, pastedText }: Change,
  wording: QuoteWording,
  paint: Terminal['paint'],
): string {
  const label = wording.changes[kind];
  if (originalText === '') return `${label}: ${wording.putIn} ${paint('red', pastedText)}`;
  if (pastedText === '') return `${label}: ${wording.leftOut} ${paint('green', originalText)}`;
  return `${label}: ${paint('green', originalText)} → ${paint('red', pastedText)}`;
}

function placeLine({ release, sentences: [first, last] }: Stretch): string {
  const sentences = first === last ? String(first) : `${first}–${last}`;
  return [sourceLine(release), release.file, sentences].filter(Boolean).join(' · ');
}
