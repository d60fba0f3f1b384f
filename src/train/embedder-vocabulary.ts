/** Chooses the pieces of the embedder's vocabulary by how often they occur. */
import { runs, type Piece } from './embedder-tokenizer.js';

/** How many pieces of each kind; together they decide the size of the model. */
export interface VocabularySizes {
  readonly hanWords: number;
  readonly latinWords: number;
  readonly latinParts: number;
  readonly numbers: number;
}

/** Fewer occurrences than this teach a character nothing. */
const fewestOccurrences = 3;
const longestHanWord = 6;

const everyRun = new RegExp(runs, 'gu');
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const han = /^[\u3400-\u9fff]+$/;
const latin = /^[a-zß-öø-ÿ]+$/;
const digits = /^[0-9]+$/;

/**
 * Counts ICU's words of folded texts.
 *
 * Guarantee: texts may come one by one; nothing but the counts is kept.
 */
export class WordCounts {
  readonly words = new Map<string, number>();

  add(folded: string): void {
    for (const [run] of folded.matchAll(everyRun)) {
      if (!han.test(run)) increase(this.words, run, 1);
      else for (const { segment } of segmenter.segment(run)) increase(this.words, segment, 1);
    }
  }
}

/**
 * The vocabulary: single characters, so that nothing frequent is unknown; the most frequent words and numbers; beginnings and
 * endings of the remaining Latin words.
 *
 * @returns pieces without duplicates, in an order that depends on the counts alone
 */
export function choosePieces(words: ReadonlyMap<string, number>, sizes: VocabularySizes): Piece[] {
  const counted = [...words];
  const ofKind = (kind: RegExp, longest: number): [string, number][] =>
    counted.filter(([word]) => word.length > 1 && word.length <= longest && kind.test(word));
  const latinByCount = byCount(ofKind(latin, 20));
  const pieces = new Map<string, number>([
    ...byCount(ofKind(han, longestHanWord)).slice(0, sizes.hanWords),
    ...latinByCount.slice(0, sizes.latinWords),
    ...byCount(ofKind(digits, 6)).slice(0, sizes.numbers),
  ]);
  for (const [part, count] of latinParts(latinByCount.slice(sizes.latinWords), sizes.latinParts)) {
    if (!pieces.has(part)) pieces.set(part, count);
  }
  for (const [char, count] of characters(counted)) pieces.set(char, count);
  const total = [...pieces.values()].reduce((sum, count) => sum + count, 0);
  return [...pieces].map(([text, count]): Piece => [text, round(Math.log(count / total))]);
}

/** Every character of the basic plane with how often it stands alone, at least 1. */
function characters(counted: readonly (readonly [string, number])[]): Map<string, number> {
  const anywhere = new Map<string, number>();
  const alone = new Map<string, number>();
  for (const [word, count] of counted) {
    for (const char of new Set(word)) increase(anywhere, char, count);
    if (word.length === 1) alone.set(word, count);
  }
  const frequent = [...anywhere].filter(
    ([char, count]) => char.length === 1 && count >= fewestOccurrences,
  );
  return new Map(byCount(frequent).map(([char]) => [char, alone.get(char) ?? 1]));
}

/** Beginnings of 3 to 6 and endings of 2 to 5 letters of words that are not pieces themselves. */
function latinParts(
  rare: readonly (readonly [string, number])[],
  size: number,
): [string, number][] {
  const parts = new Map<string, number>();
  for (const [word, count] of rare) {
    for (let n = 3; n <= 6 && n < word.length; n++) increase(parts, word.slice(0, n), count);
    for (let n = 2; n <= 5 && n < word.length; n++) increase(parts, word.slice(-n), count);
  }
  return byCount([...parts]).slice(0, size);
}

function increase(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** Most frequent first; equals by code unit, so that the order does not depend on the reading order. */
function byCount(counted: readonly (readonly [string, number])[]): [string, number][] {
  return counted
    .map(([word, count]): [string, number] => [word, count])
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

/** Two decimals are enough to choose between segmentations and halve the file. */
function round(logProbability: number): number {
  return Math.round(logProbability * 100) / 100;
}
