/** How good answer spans are: character F1 as CMRC 2018's own script measures it, on folded text. */

/** A text as units that are compared: single Han characters, runs of anything else; no white space, no punctuation. */
function unitsOf(folded: string): string[] {
  return folded.match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}%])+/gu) ?? [];
}

/** F1 of the longest common run of units, 0 to 1. */
export function runF1(found: string, gold: string): number {
  const [a, b] = [unitsOf(found), unitsOf(gold)];
  const common = longestCommonRun(a, b);
  return common === 0 ? 0 : (2 * common) / (a.length + b.length);
}

function longestCommonRun(a: readonly string[], b: readonly string[]): number {
  let longest = 0;
  let previous = new Uint32Array(b.length + 1);
  for (const unit of a) {
    const current = new Uint32Array(b.length + 1);
    for (const [j, other] of b.entries()) {
      if (unit === other) longest = Math.max(longest, (current[j + 1] = previous[j]! + 1));
    }
    previous = current;
  }
  return longest;
}
