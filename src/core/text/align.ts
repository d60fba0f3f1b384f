/** Alignment of two short texts, character by character. */

/** One column of an alignment: offsets into both texts, -1 where a text has nothing. */
export interface Column {
  readonly q: number;
  readonly t: number;
}

/** Larger tables are not worth their time: what differs so much is one difference. */
const mostCells = 250_000;

const diagonal = 0;
const down = 1;
const right = 2;

/**
 * Aligns two texts with the fewest insertions, deletions and replacements (Levenshtein).
 *
 * Guarantee: the columns hold every offset of both texts once, ascending; a column with both offsets may be a
 * replacement.
 */
export function align(a: string, b: string, qFrom = 0, tFrom = 0): Column[] {
  const rows = a.length;
  const columns = b.length;
  if (rows === 0 || columns === 0 || rows * columns > mostCells) {
    return [...only(rows, 'q', qFrom), ...only(columns, 't', tFrom)];
  }
  const moves = fillMoves(a, b);
  const path: Column[] = [];
  let i = rows;
  let j = columns;
  while (i > 0 || j > 0) {
    const move = i === 0 ? right : j === 0 ? down : moves[i * (columns + 1) + j];
    if (move !== right) i--;
    if (move !== down) j--;
    path.push({
      q: move === right ? -1 : qFrom + i,
      t: move === down ? -1 : tFrom + j,
    });
  }
  return path.toReversed();
}

/** Columns of one text alone. */
export function only(length: number, side: 'q' | 't', from: number): Column[] {
  return Array.from({ length }, (_, i) => (side === 'q' ? { q: from + i, t: -1 } : { q: -1, t: from + i }));
}

function fillMoves(a: string, b: string): Uint8Array {
  const width = b.length + 1;
  const moves = new Uint8Array(width * (a.length + 1));
  let previous = Uint16Array.from({ length: width }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = new Uint16Array(width);
    current[0] = i;
    for (let j = 1; j < width; j++) {
      const replaced = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const inserted = previous[j]! + 1;
      const removed = current[j - 1]! + 1;
      const least = Math.min(replaced, inserted, removed);
      current[j] = least;
      moves[i * width + j] = least === replaced ? diagonal : least === inserted ? down : right;
    }
    previous = current;
  }
  return moves;
}

/** Longer words are not looked for: their edge is one difference. */
const longestStart = 200;

/** The shortest start of `text` that is closest to `words`, and its Levenshtein distance. */
export function closestStart(words: string, text: string): { length: number; distance: number } {
  if (words.length > longestStart) return { length: 0, distance: words.length };
  let row = Array.from({ length: text.length + 1 }, (_, j) => j);
  for (let i = 1; i <= words.length; i++) {
    const next = [i];
    for (let j = 1; j <= text.length; j++) {
      const replaced = row[j - 1]! + (words[i - 1] === text[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  const distance = Math.min(...row);
  return { length: row.indexOf(distance), distance };
}
