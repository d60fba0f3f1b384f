/** Histograms of gradients: the rows of a tree's leaf in bins, and the split that gains most. */
import type { BoostingData, BoostingOptions } from './ranker-boosting.js';

const bins = 64;

/** Cut points of a feature and its rows in bins. */
export interface Binned {
  readonly cuts: readonly Float32Array[];
  readonly bin: Uint8Array;
}

/** The best split of a leaf; no gain and feature -1 when there is none. */
export interface Split {
  readonly gain: number;
  readonly feature: number;
  readonly cut: number;
}

/** Cuts every feature at quantiles of a sample. */
export function binRows({ rows, featureCount, first }: BoostingData, random: () => number): Binned {
  const rowCount = first.at(-1)!;
  const sample = Uint32Array.from({ length: Math.min(rowCount, 40_000) }, () =>
    Math.floor(random() * rowCount),
  );
  const cuts = Array.from({ length: featureCount }, (_, f) => {
    const values = Float32Array.from(sample, (r) => rows[r * featureCount + f]!).sort();
    const found: number[] = [];
    for (let b = 1; b < bins; b++) {
      const low = values[Math.floor((b * values.length) / bins) - 1]!;
      if (low < values.at(-1)! && low !== found.at(-1)) found.push(low);
    }
    return Float32Array.from(found);
  });
  const bin = new Uint8Array(rowCount * featureCount);
  for (let r = 0; r < rowCount; r++) {
    for (let f = 0; f < featureCount; f++) {
      bin[r * featureCount + f] = binOf(cuts[f]!, rows[r * featureCount + f]!);
    }
  }
  return { cuts, bin };
}

/** The number of cuts below a value. */
function binOf(cuts: Float32Array, value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cuts[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Splits rows in two, each in their order. */
export function partition(
  rows: Uint32Array,
  bin: Uint8Array,
  featureCount: number,
  feature: number,
  cut: number,
): [Uint32Array, Uint32Array] {
  const left = new Uint32Array(rows.length);
  const right = new Uint32Array(rows.length);
  let leftCount = 0;
  let rightCount = 0;
  for (let k = 0; k < rows.length; k++) {
    const r = rows[k]!;
    if (bin[r * featureCount + feature]! <= cut) left[leftCount++] = r;
    else right[rightCount++] = r;
  }
  return [left.subarray(0, leftCount), right.subarray(0, rightCount)];
}

/** The histogram of the other rows. */
export function difference(whole: Float64Array, part: Float64Array): Float64Array {
  const rest = new Float64Array(whole.length);
  for (let i = 0; i < rest.length; i++) rest[i] = whole[i]! - part[i]!;
  return rest;
}

/** Sums gradient and curvature per chosen feature and bin. */
export function buildHistogram(
  bin: Uint8Array,
  featureCount: number,
  rows: Uint32Array,
  features: Uint16Array,
  gradients: Float32Array,
  curvatures: Float32Array,
): Float64Array {
  const histogram = new Float64Array(features.length * bins * 2);
  for (let k = 0; k < rows.length; k++) {
    const r = rows[k]!;
    const gradient = gradients[r]!;
    const curvature = curvatures[r]!;
    const base = r * featureCount;
    for (let j = 0; j < features.length; j++) {
      const at = (j * bins + bin[base + features[j]!]!) * 2;
      histogram[at]! += gradient;
      histogram[at + 1]! += curvature;
    }
  }
  return histogram;
}

/** Sums over the rows of a leaf. */
export interface Sums {
  readonly gradient: number;
  readonly curvature: number;
}

/** The sums over all rows, read from the first chosen feature. */
export function totals(histogram: Float64Array): Sums {
  let gradient = 0;
  let curvature = 0;
  for (let b = 0; b < bins * 2; b += 2) {
    gradient += histogram[b]!;
    curvature += histogram[b + 1]!;
  }
  return { gradient, curvature };
}

/** Finds the split with the highest gain (Chen and Guestrin 2016, equation 7, without its constant). */
export function bestSplit(
  histogram: Float64Array,
  features: Uint16Array,
  all: Sums,
  { ridge, leastCurvature }: BoostingOptions,
): Split {
  let best: Split = { gain: 0, feature: -1, cut: 0 };
  const whole = all.gradient ** 2 / (all.curvature + ridge);
  for (let j = 0; j < features.length; j++) {
    let gradient = 0;
    let curvature = 0;
    for (let b = 0; b < bins - 1; b++) {
      const at = (j * bins + b) * 2;
      gradient += histogram[at]!;
      curvature += histogram[at + 1]!;
      if (curvature < leastCurvature) continue;
      if (all.curvature - curvature < leastCurvature) break;
      const other = all.gradient - gradient;
      const gain =
        gradient ** 2 / (curvature + ridge) +
        other ** 2 / (all.curvature - curvature + ridge) -
        whole;
      if (gain > best.gain + 1e-9) best = { gain, feature: features[j]!, cut: b };
    }
  }
  return best;
}
