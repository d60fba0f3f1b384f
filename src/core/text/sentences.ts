/** Sentences: the unit of citation. A split is a partition of the body, whatever the body is. */
import type { Span } from './fold.js';

/** Raise it whenever the boundaries change: a saved index depends on it. */
export const splitterVersion = 2;

const hardEnders = new Set('。！？!?｡…');
const closers = new Set('」』”’"\'）)】]》〉〕');
/** After a closing quote these carry the sentence on: 「加油！」的口號, “行！”，他說. */
const continuers = /^\s*[，,、；;：:的]/u;

/**
 * Words that end in a full stop without ending the sentence. Titles, months, company forms and references as they
 * stand in English press releases.
 */
const abbreviations = new Set(
  (
    'mr mrs ms dr prof sr jr st gen gov sen rep hon rev col lt sgt capt no nos vol fig art sec pp vs etc al eg ie ' +
    'inc corp co ltd llc plc bros dept univ assn est approx jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'mon tue tues wed thu thur thurs fri sat sun ave blvd rd'
  ).split(' '),
);

/**
 * Splits a text into sentences.
 *
 * A sentence ends after 。！？!?… with the quotes and brackets that close behind it, after a full stop that
 * is neither a decimal point, an abbreviation, an initial nor a list number, and at the end of a line. White space
 * belongs to the sentence before it; white space that opens the text belongs to the first sentence.
 *
 * @returns consecutive non-empty ranges from 0 to `text.length`; none for an empty text
 */
export function splitSentences(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  let visible = false; // whether anything but white space came since `start`
  for (let i = 0; i < text.length;) {
    const end = visible || !isSpace(text[i]!) ? boundaryAt(text, i, start) : -1;
    visible ||= !isSpace(text[i]!);
    if (end === -1) {
      i++;
      continue;
    }
    const next = skipSpace(text, end);
    sentences.push({ start, end: next });
    start = i = next;
    visible = false;
  }
  if (start < text.length) {
    const last = sentences.at(-1);
    if (visible || !last) sentences.push({ start, end: text.length });
    else sentences[sentences.length - 1] = { start: last.start, end: text.length };
  }
  return sentences;
}

/** The end of the sentence that the character at `i` ends, or -1 when it ends none. */
function boundaryAt(text: string, i: number, start: number): number {
  const char = text[i]!;
  if (char === '\n' || char === '\r') return i + 1;
  if (char === '.') return endsWithStop(text, i, start) ? closersEnd(text, i + 1) : -1;
  if (!hardEnders.has(char)) return -1;
  let end = i + 1;
  while (end < text.length && hardEnders.has(text[end]!)) end++;
  const closed = closersEnd(text, end);
  return closed > end && continuers.test(text.slice(closed, closed + 4)) ? -1 : closed;
}

/** Past the quotes and brackets that close right behind an ender. */
function closersEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && closers.has(text[end]!)) end++;
  return end;
}

function endsWithStop(text: string, i: number, start: number): boolean {
  if (text[i + 1] === '.') return false; // the last stop of "..." decides
  const after = closersEnd(text, i + 1);
  // 3.5, example.com, U.S; but said.Later
  if (after < text.length && !isSpace(text[after]!) && !isLostSpace(text, i, after)) return false;
  const word = /[\p{L}\p{N}.]*$/u.exec(text.slice(Math.max(start, i - 24), i))![0];
  if (abbreviations.has(word.toLowerCase())) return false;
  if (/^\p{L}(\.\p{L})*$/u.test(word) && /^[\p{Lu}.]+$|^\p{L}\./u.test(word)) return false; // U.S., J. Smith
  if (/^\d{1,3}$/.test(word) && text.slice(start, i).trim() === word) return false; // "1. First"
  const next = text[skipSpace(text, after)];
  return next === undefined || !/\p{Ll}/u.test(next);
}

/** Whether a lower-case word before a stop and an upper-case word behind it show that the space between is missing. */
function isLostSpace(text: string, stop: number, after: number): boolean {
  return (
    /\p{Ll}{2}$/u.test(text.slice(Math.max(0, stop - 2), stop)) &&
    /^\p{Lu}(?:\p{Ll}|\s)/u.test(text.slice(after, after + 2))
  );
}

function skipSpace(text: string, from: number): number {
  let end = from;
  while (end < text.length && isSpace(text[end]!)) end++;
  return end;
}

function isSpace(char: string): boolean {
  return /\s/u.test(char);
}
