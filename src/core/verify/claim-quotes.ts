/** The quotations of a claim: each must be a slice of a cited sentence, and goes out in the glyphs of that sentence. */
import type { EvidenceSentence } from '../draft/evidence.js';
import { fold, sourceSpan, type Folded, type FoldTables } from '../text/fold.js';

const pairs: Readonly<Record<string, string>> = {
  '「': '」',
  '『': '』',
  '｢': '｣',
  '﹁': '﹂',
  '“': '”',
  '‘': '’',
  '"': '"',
  '＂': '＂',
  "'": "'",
  '〝': '〞',
  '«': '»',
};

/** A quoted stretch without its marks, as offsets of the claim. */
interface Quotation {
  readonly start: number;
  readonly end: number;
}

/** The outermost quotations of a text; one that is never closed reaches to the end. */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  for (let i = 0; i < text.length; i++) {
    const close = Object.hasOwn(pairs, text[i]!) ? pairs[text[i]!]! : null;
    if (close === null) continue;
    const end = closeAt(text, close, i + 1);
    // 5" is an inch mark when nothing closes it, and ' mostly an apostrophe.
    const isOther = close === "'" ? end === -1 || latin.test(text[i - 1] ?? '') : false;
    if (isOther || (close === '"' && end === -1 && /\d/u.test(text[i - 1] ?? ''))) continue;
    found.push({ start: i + 1, end: end === -1 ? text.length : end });
    i = end === -1 ? text.length : end;
  }
  return found;
}

const latin = /[\p{Script=Latin}\p{Nd}]/u;

/** Where a quotation closes; an apostrophe within a word closes none. */
function closeAt(text: string, close: string, from: number): number {
  let at = text.indexOf(close, from);
  const isApostrophe = (): boolean =>
    /['’]/u.test(close) && latin.test(text[at - 1] ?? '') && latin.test(text[at + 1] ?? '');
  while (at !== -1 && isApostrophe()) at = text.indexOf(close, at + 1);
  return at;
}

export interface CheckedQuotes {
  /** The claim with every quotation as the sentence shows it. */
  readonly text: string;
  /** The first quotation that is in no cited sentence. */
  readonly fault: string | null;
}

/** Checks the quotations of a claim against the sentences that it cites. */
export function checkQuotes(claim: string, cited: readonly EvidenceSentence[], tables: FoldTables): CheckedQuotes {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of findQuotations(claim)) {
    const quoted = claim.slice(start, end);
    const original = originalOf(quoted, cited, tables);
    if (original === null) return { text: claim, fault: quoted };
    parts.push(claim.slice(at, start), original);
    at = end;
  }
  return { text: parts.join('') + claim.slice(at), fault: null };
}

/** Marks that a writer puts inside of closing quotation marks though they are not quoted. */
const outerMarks = /^[\s，,、。．.；;：:！!？?…]+|[\s，,、。．.；;：:！!？?…]+$/gu;

/** The slice of a shown sentence that a quotation repeats; null when it repeats none. */
function originalOf(quoted: string, cited: readonly EvidenceSentence[], tables: FoldTables): string | null {
  if (cited.some(({ shown }) => wholeIndexOf(shown, quoted) !== -1)) return quoted;
  const bare = quoted.replace(outerMarks, '');
  if (bare === '') return quoted;
  const from = quoted.indexOf(bare);
  const wanted = matchForm(fold(bare, tables)).text;
  if (wanted === '') return null;
  for (const { shown } of cited) {
    const folded = matchForm(fold(shown, tables));
    const found = wholeIndexOf(folded.text, wanted);
    if (found === -1) continue;
    const span = sourceSpan(folded, found, found + wanted.length);
    return quoted.slice(0, from) + shown.slice(span.start, span.end) + quoted.slice(from + bare.length);
  }
  return null;
}

const sameMarks: Readonly<Record<string, string>> = {
  '「': '“',
  '」': '”',
  '『': '“',
  '』': '”',
  '‘': '“',
  '’': '”',
  '"': '“',
  '．': '.',
};

/** Quotation marks compare equal, spaces between Han characters do not count. */
function matchForm({ text, starts, ends }: Folded): Folded {
  const kept: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const isSpace = /\s/u.test(text[i]!);
    if (!isSpace || /[a-z\d]/u.test(text[i - 1] ?? '')) kept.push(i);
  }
  return {
    text: kept.map((i) => sameMarks[text[i]!] ?? text[i]!).join(''),
    starts: Uint32Array.from(kept, (i) => starts[i]!),
    ends: Uint32Array.from(kept, (i) => ends[i]!),
  };
}

function wholeIndexOf(text: string, wanted: string): number {
  let at = text.indexOf(wanted);
  while (at !== -1 && !isWhole(text, at, at + wanted.length)) at = text.indexOf(wanted, at + 1);
  return at;
}

/** Whether a match cuts no number and no word of letters in two: “5 months” is not in “15 months”. */
function isWhole(text: string, start: number, end: number): boolean {
  const isSplit = (at: number): boolean =>
    /[\p{Script=Latin}\p{Nd}]/u.test(text[at - 1] ?? '') && /[\p{Script=Latin}\p{Nd}]/u.test(text[at] ?? '');
  return !isSplit(start) && !isSplit(end);
}
