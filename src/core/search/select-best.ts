/** The best of many scores without sorting them all. */

/**
 * Positions of the `count` highest scores above `above`, highest first; equal scores in order of position. One pass, and a
 * shift within the few that are kept: far below a sort where few of many are wanted.
 */
export function selectBest(scores: Float32Array, count: number, above = -Infinity): readonly number[] {
  const best: number[] = [];
  if (count < 1) return best;
  let least = above; // what a score must exceed to be kept
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]!;
    if (!(score > least)) continue;
    if (best.length === count) best.pop();
    let at = best.length;
    while (at > 0 && scores[best[at - 1]!]! < score) at--;
    best.splice(at, 0, i);
    if (best.length === count) least = scores[best[count - 1]!]!;
  }
  return best;
}
