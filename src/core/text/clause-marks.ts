/** Where clauses end in a folded text. */

/** Marks that end a clause; global, for `matchAll` and `search`. */
export const clauseEnd = /[,;。:!?()\n]|\. |—|--/gu;

/** Behind the last match of a global pattern; 0 when there is none. */
export function lastEnd(pattern: RegExp, text: string): number {
  let end = 0;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}
