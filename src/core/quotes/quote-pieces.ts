/** The pieces of a pasted text that are looked for one by one: its sentences, with what stands between them. */
import type { Span } from '../text/fold.js';
import { splitSentences } from '../text/sentences.js';

/**
 * How a piece follows the one before it: `directly`, after a mark that something is left out (`……`, `...`, `（略）`), or
 * as another quote (on a line of its own, or in quote marks of its own).
 */
export type PieceLink = 'direct' | 'omission' | 'separate';

/** A range of the pasted text. */
export interface QuotePiece extends Span {
  readonly link: PieceLink;
}

const omission =
  /[[【〔(（]?\s*(?:[…⋯‥]+|\.{3,}|。{3,}|·{3,})\s*[\]】〕)）]?|[[【〔(（](?:前略|中略|后略|後略|下略|略|省略)[\]】〕)）]/gu;
const closesAndOpens = /[」』”"»][^」』”"«»「『“]*[「『“"«]/u;
const closing: Readonly<Record<string, string>> = {
  '「': '」',
  '『': '』',
  '“': '”',
  '"': '"',
  '«': '»',
};

/** Cuts a pasted text into its pieces, in order. Together they hold every word of it. */
export function splitPieces(text: string): QuotePiece[] {
  const pieces: QuotePiece[] = [];
  let start = 0;
  const marks = [...text.matchAll(omission)].map(({ 0: mark, index }) => ({
    start: index,
    end: index + mark.length,
  }));
  for (const mark of [...marks, { start: text.length, end: text.length }]) {
    for (const sentence of splitSentences(text.slice(start, mark.start))) {
      const piece = { start: start + sentence.start, end: start + sentence.end };
      const last = pieces.at(-1);
      pieces.push({
        ...piece,
        link: last ? linkOf(text, last, piece, sentence.start === 0) : 'separate',
      });
    }
    start = mark.end;
  }
  return pieces;
}

function linkOf(text: string, last: Span, next: Span, afterMark: boolean): PieceLink {
  if (afterMark) return 'omission';
  const lead = /^[\p{P}\s]*/u.exec(text.slice(next.start, next.end))![0];
  const tail = /[\p{P}\s]*$/u.exec(text.slice(last.start, last.end))![0];
  const between = tail + text.slice(last.end, next.start) + lead;
  return between.includes('\n') || closesAndOpens.test(between) ? 'separate' : 'direct';
}

/** What a piece puts in quote marks, without the quotations within; one that is not closed runs to the end of the piece. */
export function quotationsIn(text: string, { start, end }: Span): QuotePiece[] {
  const found: QuotePiece[] = [];
  for (let i = start; i < end; i++) {
    const close = closing[text[i]!];
    if (close === undefined) continue;
    const to = closingMark(text, i, end, close);
    found.push({ start: i + 1, end: to, link: 'separate' });
    i = to;
  }
  return found;
}

/** Where the mark that closes the one at `from` stands; marks of the same kind may be nested. */
function closingMark(text: string, from: number, end: number, close: string): number {
  let depth = 0;
  for (let i = from; i < end; i++) {
    if (text[i] === close && i > from) {
      depth--;
      if (depth === 0) return i;
    } else if (text[i] === text[from]) depth++;
  }
  return end;
}
