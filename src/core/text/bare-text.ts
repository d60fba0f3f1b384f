/**
 * Bare text: what of a folded text counts when a quote is compared with its original. Punctuation, quote marks, white
 * space and ornaments are left out; letters, digits and the signs that give figures their meaning stay.
 */
import { textOf, type FoldTables } from './fold.js';
import { lowerBound } from './lower-bound.js';

/** Code unit `i` of `text` stands at `at[i]` of the folded text; `at` ascends. */
export interface BareText {
  readonly text: string;
  readonly at: Uint32Array;
}

const letter = /[\p{L}\p{N}\p{M}]/u;
/** Signs that change what is said: 5% is not 5, +5 is not 5. */
const meaningful = new Set('%‰+$€£¥°&@#=<>×');
const digit = /\d/;
const lineBreak = /[ \t]*\r?\n[ \t]*/gu;
const latin = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;

/**
 * Bares a folded text.
 *
 * What separates two figures or two words stays as one sign, so that `3,5` never reads as 35 and `in formal` not as
 * `informal`; a separator of thousands separates nothing.
 *
 * @param exchanged see {@link FoldTables.exchanged}
 * @param isPasted a line break within a figure is then taken for one that the copying made
 */
export function bareText(folded: string, exchanged: FoldTables['exchanged'], isPasted = false): BareText {
  const units: number[] = [];
  const at: number[] = [];
  let after = 0; // end of the last character that was kept
  for (let i = 0; i < folded.length;) {
    const point = folded.codePointAt(i)!;
    const end = i + (point > 0xffff ? 2 : 1);
    if (isKept(point)) {
      if (i > after) {
        const sign = separator(folded, after, i, isPasted);
        if (sign !== '') {
          units.push(sign.charCodeAt(0));
          at.push(after);
        }
      }
      const glyph = exchanged.get(point) ?? point;
      if (glyph <= 0xffff) units.push(glyph);
      else units.push(...[0, 1].map((k) => String.fromCodePoint(glyph).charCodeAt(k)));
      for (let k = i; k < (glyph <= 0xffff ? i + 1 : end); k++) at.push(k);
      after = end;
    }
    i = end;
  }
  return { text: textOf(units), at: Uint32Array.from(at) };
}

/** The bare range that came from a folded range. */
export function bareSpan({ at }: BareText, start: number, end: number) {
  return { start: lowerBound(at, start), end: lowerBound(at, end) };
}

/** For each code point of the BMP: 0 not asked yet, 1 kept, 2 left out. */
const known = new Uint8Array(0x10000);

function isKept(point: number): boolean {
  const found = known[point];
  if (found) return found === 1;
  const char = String.fromCodePoint(point);
  const kept = letter.test(char) || meaningful.has(char);
  if (point <= 0xffff) known[point] = kept ? 1 : 2;
  return kept;
}

/** What is left of the folded text between two kept characters. */
function separator(folded: string, start: number, end: number, isPasted: boolean): string {
  const line = folded.slice(start, end);
  const gap = isPasted ? line.replace(lineBreak, '') : line;
  const before = folded[start - 1] ?? '';
  const next = folded[end]!;
  if (digit.test(next)) {
    if (digit.test(before))
      return betweenDigits(gap, folded.slice(Math.max(0, start - 4), start), folded.slice(end, end + 8), isPasted);
    // A minus, or the mark of a range; a dash is two signs wide, a list's hyphen has a space behind it.
    const isRange = before !== '' && !latin.test(before) && /^\s*[-–—~−]$/u.test(gap);
    return isRange || /(?:^|\s)[-−]$/u.test(gap) ? '-' : '';
  }
  const areWords = latin.test(before) && latin.test(next);
  return areWords && !/^['’.]?$/u.test(gap) ? ' ' : '';
}

function betweenDigits(gap: string, before: string, behind: string, isPasted: boolean): string {
  if (gap === '' || gap === '.' || /^\s*[:/]\s*$/u.test(gap)) return gap.trim();
  if (/^\s*[-–—~−]\s*$/u.test(gap)) return '-';
  const next = isPasted ? behind.replace(lineBreak, '') : behind;
  const isThousands = gap === ',' && /^\d{3}(?!\d)/.test(next) && /(?<!\d)\d{1,3}$/.test(before);
  return isThousands ? '' : ' ';
}
