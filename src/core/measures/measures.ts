/** The measures of an evaluation, as the field names them. */

/**
 * The area under the ROC curve: the probability that a random positive scores above a random negative, ties counted half.
 * @returns 0 to 1, 0.5 for chance; NaN when either side is empty
 */
export function areaUnderRoc(positives: readonly number[], negatives: readonly number[]): number {
  const scored = [
    ...positives.map((score) => ({ score, isPositive: true })),
    ...negatives.map((score) => ({ score, isPositive: false })),
  ].toSorted((a, b) => a.score - b.score);
  // The rank-sum form (Mann and Whitney 1947), with the mean rank for ties.
  let rankSum = 0;
  for (let from = 0; from < scored.length;) {
    let to = from;
    while (to < scored.length && scored[to]!.score === scored[from]!.score) to++;
    const meanRank = (from + 1 + to) / 2;
    for (const { isPositive } of scored.slice(from, to)) if (isPositive) rankSum += meanRank;
    from = to;
  }
  const n = positives.length;
  return (rankSum - (n * (n + 1)) / 2) / (n * negatives.length);
}

/**
 * The share of the negatives that are refused, when the threshold is set so that `kept` of the positives are not.
 * @returns 0 to 1; NaN when there are no negatives
 */
export function refusedAtKept(
  positives: readonly number[],
  negatives: readonly number[],
  kept: number,
): number {
  const ascending = positives.toSorted((a, b) => a - b);
  const threshold = ascending[Math.floor(ascending.length * (1 - kept))] ?? Infinity;
  return negatives.filter((score) => score < threshold).length / negatives.length;
}

/** 1 / rank of the first that holds, counted from 1; 0 when none of the first `depth` does. */
export function reciprocalRank(holds: readonly boolean[], depth: number): number {
  const rank = holds.slice(0, depth).indexOf(true) + 1;
  return rank === 0 ? 0 : 1 / rank;
}
