/** Whether a claim is copied: then its sentence supports it, and no reader needs to say so. */
import { unmarked } from '../text/unmarked.js';

/** Ends a clause. Not a colon, a bracket or a dash: what stands behind 「有传言称：」 or in brackets may be denied around them. */
export const clauseEnd = /[,;。!?\n]|\. /u;

/**
 * Whether a claim is whole clauses of a sentence, one behind the other, punctuation apart; both folded. Part of a
 * clause is none: 「会裁员」 is cut from 「不会裁员」. Of 4,745 hand-written claims no unsupported one is such a slice.
 */
export function isSlice(claim: string, sentence: string): boolean {
  const wanted = unmarked(claim);
  const clauses = sentence.split(clauseEnd).map(unmarked);
  return clauses.some((_, i) => {
    let joined = '';
    for (let k = i; k < clauses.length && joined.length < wanted.length; k++) joined += clauses[k]!;
    return wanted !== '' && joined === wanted;
  });
}
