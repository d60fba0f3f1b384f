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
 * The expected calibration error (Naeini et al. 2015): in ten bins of equal width, the mean distance of probability and share,
 * weighted by the bin's size.
 * @returns 0 to 1; NaN of nothing
 */
export function expectedCalibrationError(
  predictions: readonly { readonly probability: number; readonly isTrue: boolean }[],
): number {
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const inside = predictions.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === bin);
    if (inside.length === 0) continue;
    const probability = mean(inside.map((one) => one.probability));
    const share = mean(inside.map((one) => Number(one.isTrue)));
    error += (inside.length / predictions.length) * Math.abs(probability - share);
  }
  return predictions.length === 0 ? Number.NaN : error;
}

/** The value below which a share `q`, 0 to 1, of the values lies; NaN of nothing. */
export function quantile(values: readonly number[], q: number): number {
  const ascending = values.toSorted((a, b) => a - b);
  return ascending[Math.min(ascending.length - 1, Math.floor(q * ascending.length))] ?? Number.NaN;
}

/** The arithmetic mean; NaN of nothing. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
