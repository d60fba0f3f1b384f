/**
 * Terms: what the lexical index counts. A term is an unsigned 32-bit number, so that postings need no strings.
 *
 * - a Han character: its code unit (below 0x1_0000)
 * - two neighbouring words of another script: the FNV-1a hash of their stems in 0x1_0000 to 0x33FF_FFFF
 * - two neighbouring Han characters: `first << 16 | second` (0x3400_0000 to 0x9FFF_FFFF)
 * - a word or number of any script: the FNV-1a hash of its stem in 0xA000_0000 to 0xFFFF_FFFF. Two words share a term
 *   once in 1.6 billion pairs, which costs a little rank, never a quote.
 */
import { stem } from './stem.js';

const firstHan = 0x3400;
const lastHan = 0x9fff;
const firstWordPair = 0x10000;
const firstHanPair = firstHan << 16;
const firstWord = 0xa0000000;
const wordRange = 0x60000000;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** English words that stand everywhere and say nothing; a pair reaches over them (`winner of the prize`). */
const functionWords = new Set(
  (
    'a about all also an and are as at be been but by can did do does for from had has have he her his how i in into is it its more ' +
    'not of on one or our out s she than that the their they this to up was we were what when where which who will with you your'
  ).split(' '),
);

/** Whether a term is a word that stands everywhere. */
export function isFunctionTerm(term: number): boolean {
  return functionTerms.has(term);
}

/** Whether a UTF-16 unit is a Han character of the Basic Multilingual Plane. */
export function isHan(unit: number): boolean {
  return unit >= firstHan && unit <= lastHan;
}

export type TermKind = 'character' | 'wordPair' | 'hanPair' | 'word';

/** Which of the four kinds a term is of. */
export function kindOf(term: number): TermKind {
  if (term < firstWordPair) return 'character';
  if (term < firstHanPair) return 'wordPair';
  return term < firstWord ? 'hanPair' : 'word';
}

/**
 * The terms of a folded text, repeated as often as they occur: characters and character pairs of Han text; ICU's words of
 * three characters and more (shorter ones are pairs already); words and numbers of other scripts, and their pairs.
 */
export function termsOf(folded: string): Uint32Array {
  const terms = hanTerms(folded);
  let before = ''; // the content word that a pair would begin with
  for (const word of wordsOf(folded)) {
    if (isHan(word.charCodeAt(0))) {
      if (word.length > 2) terms.push(wordTerm(word));
      before = '';
      continue;
    }
    const bare = word.replace(/['’]s?$/u, '');
    terms.push(wordTerm(bare));
    if (functionWords.has(bare)) continue;
    const own = stem(bare);
    if (before !== '') terms.push(pairTerm(before, own));
    before = own;
  }
  return Uint32Array.from(terms);
}

/** The term of a word or number in its folded form. */
export function wordTerm(word: string): number {
  return hash(stem(word), firstWord, wordRange);
}

function pairTerm(first: string, second: string): number {
  return hash(`${first} ${second}`, firstWordPair, firstHanPair - firstWordPair);
}

/** Characters, each followed by the pair that it begins. */
function hanTerms(folded: string): number[] {
  const terms: number[] = [];
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i);
    if (!isHan(unit)) continue;
    terms.push(unit);
    const next = folded.charCodeAt(i + 1); // NaN at the end, which is not Han
    if (isHan(next)) terms.push(((unit << 16) | next) >>> 0);
  }
  return terms;
}

function* wordsOf(folded: string): Generator<string> {
  for (const { segment, isWordLike } of segmenter.segment(folded)) if (isWordLike) yield segment;
}

/** FNV-1a, brought into `[first, first + range)`. */
function hash(text: string, first: number, range: number): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return first + ((value >>> 0) % range);
}

const functionTerms: ReadonlySet<number> = new Set(Array.from(functionWords, wordTerm));
