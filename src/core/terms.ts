/**
 * Terms: what the lexical index counts. A term is an unsigned 32-bit number, so that postings need no strings.
 *
 * - a Han character: its code unit (below 0x1_0000)
 * - two neighbouring Han characters: `first << 16 | second` (0x3400_0000 to 0x9FFF_FFFF)
 * - a word or number of any script: its FNV-1a hash in 0xA000_0000 to 0xFFFF_FFFF. Two words share a term once in
 *   1.6 billion pairs, which costs a little rank, never a quote.
 */

const firstHan = 0x3400;
const lastHan = 0x9fff;
const wordBase = 0xa0000000;
const wordRange = 0x60000000;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Whether a UTF-16 unit is a Han character of the Basic Multilingual Plane. */
export function isHan(unit: number): boolean {
  return unit >= firstHan && unit <= lastHan;
}

/**
 * The terms of a folded text in order of appearance, repeated as often as they occur: characters and
 * character pairs of Han text; ICU's words of three characters and more (shorter ones are pairs already); words
 * and numbers of other scripts.
 */
export function termsOf(folded: string): Uint32Array {
  const terms: number[] = [];
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i);
    if (!isHan(unit)) continue;
    terms.push(unit);
    const next = folded.charCodeAt(i + 1); // NaN at the end, which is not Han
    if (isHan(next)) terms.push(((unit << 16) | next) >>> 0);
  }
  for (const { segment, isWordLike } of segmenter.segment(folded)) {
    if (!isWordLike) continue;
    if (!isHan(segment.charCodeAt(0)) || segment.length > 2) terms.push(wordTerm(segment));
  }
  return Uint32Array.from(terms);
}

/** The term of a word or number in its folded form. */
export function wordTerm(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) {
    hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  }
  return wordBase + ((hash >>> 0) % wordRange);
}
