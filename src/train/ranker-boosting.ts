/** Gradient boosting of regression trees on histograms (Friedman 2001; leaf-wise growth as in LightGBM, Ke et al. 2017). */
import type { SavedTrees } from '../core/boosted-trees.js';
import {
  bestSplit,
  binRows,
  buildHistogram,
  difference,
  partition,
  totals,
  type Binned,
  type Split,
} from './ranker-histograms.js';
import { createRandom } from './random.js';

/** Rows in groups: group `g` is `[first[g], first[g + 1])`. For a plain classification each row is a group. */
export interface BoostingData {
  readonly featureCount: number;
  /** Row-major. */
  readonly rows: Float32Array;
  readonly first: Uint32Array;
}

/** Writes gradient and curvature of the loss for the rows of a group, given all scores. */
export type Loss = (
  group: number,
  scores: Float32Array,
  gradients: Float32Array,
  curvatures: Float32Array,
) => void;

export interface BoostingOptions {
  readonly seed: number;
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  /** Share of groups per tree. */
  readonly groupShare: number;
  /** Share of features per tree. */
  readonly featureShare: number;
  /** Curvature added to each leaf. */
  readonly ridge: number;
  /** Least curvature on each side of a split. */
  readonly leastCurvature: number;
}

/** Digits of a saved threshold: as many as a 32-bit float holds. Fewer move rows across it. */
const thresholdDigits = 8;

/** Boosts trees on the data; deterministic by `options.seed`. */
export function boost(data: BoostingData, loss: Loss, options: BoostingOptions): SavedTrees {
  const random = createRandom(options.seed);
  const binned = binRows(data, random);
  const rowCount = data.first.at(-1)!;
  const scores = new Float32Array(rowCount);
  const gradients = new Float32Array(rowCount);
  const curvatures = new Float32Array(rowCount);
  const feature: number[][] = [];
  const threshold: number[][] = [];
  for (let t = 0; t < options.trees; t++) {
    const rows = sampleRows(data, options.groupShare, random, (group) =>
      loss(group, scores, gradients, curvatures),
    );
    const features = sampleFeatures(data.featureCount, options.featureShare, random);
    const root = growTree(
      binned,
      data.featureCount,
      rows,
      features,
      gradients,
      curvatures,
      options,
    );
    for (let r = 0; r < rowCount; r++)
      scores[r]! += leafValue(root, binned.bin, r * data.featureCount);
    const nodes: number[] = [];
    const thresholds: number[] = [];
    saveNode(root, binned.cuts, nodes, thresholds);
    feature.push(nodes);
    threshold.push(thresholds);
  }
  return { feature, threshold };
}

/** Boosts several times, each with draws of its own, and takes the mean: single forests differ by half a point of hit@1. */
export function boostSeveral(
  forests: number,
  data: BoostingData,
  loss: Loss,
  options: BoostingOptions,
): SavedTrees {
  const grown = Array.from({ length: forests }, (_, n) =>
    boost(data, loss, { ...options, seed: options.seed + n * seedStep }),
  );
  return {
    feature: grown.flatMap(({ feature }) => feature),
    threshold: grown.flatMap(({ feature, threshold }) =>
      threshold.map((nodes, t) =>
        nodes.map((value, n) =>
          feature[t]![n] === -1 ? Number((value / forests).toPrecision(4)) : value,
        ),
      ),
    ),
  };
}

/** Any distance will do: a seed is mixed before its first number is drawn. */
const seedStep = 1000;

function sampleRows(
  { first }: BoostingData,
  share: number,
  random: () => number,
  visit: (group: number) => void,
): Uint32Array {
  const rows = new Uint32Array(first.at(-1)!);
  let count = 0;
  for (let g = 0; g + 1 < first.length; g++) {
    if (random() >= share) continue;
    visit(g);
    for (let r = first[g]!; r < first[g + 1]!; r++) rows[count++] = r;
  }
  return rows.subarray(0, count);
}

function sampleFeatures(count: number, share: number, random: () => number): Uint16Array {
  const chosen = Array.from({ length: count }, (_, f) => f).filter(() => random() < share);
  return Uint16Array.from(chosen.length > 0 ? chosen : [0]);
}

interface Node {
  value: number;
  /** The split; -1 for a leaf. Rows with `bin <= cut` go left. */
  feature: number;
  cut: number;
  left: Node | null;
  right: Node | null;
}

/** A leaf that may still be split. */
interface OpenLeaf {
  readonly node: Node;
  readonly rows: Uint32Array;
  /** Per chosen feature and bin: gradient and curvature. */
  readonly histogram: Float64Array;
  readonly best: Split;
}

function growTree(
  { bin }: Binned,
  featureCount: number,
  rows: Uint32Array,
  features: Uint16Array,
  gradients: Float32Array,
  curvatures: Float32Array,
  options: BoostingOptions,
): Node {
  const open = (part: Uint32Array, histogram: Float64Array): OpenLeaf => {
    const sums = totals(histogram);
    const node: Node = {
      value: (-options.rate * sums.gradient) / (sums.curvature + options.ridge),
      feature: -1,
      cut: 0,
      left: null,
      right: null,
    };
    return { node, rows: part, histogram, best: bestSplit(histogram, features, sums, options) };
  };
  const count = (part: Uint32Array): Float64Array =>
    buildHistogram(bin, featureCount, part, features, gradients, curvatures);
  const root = open(rows, count(rows));
  const leaves = [root];
  while (leaves.length < options.leaves) {
    leaves.sort((a, b) => b.best.gain - a.best.gain);
    const leaf = leaves[0]!;
    if (leaf.best.gain <= 0) break;
    const { feature, cut } = leaf.best;
    const [leftRows, rightRows] = partition(leaf.rows, bin, featureCount, feature, cut);
    const small = leftRows.length < rightRows.length ? leftRows : rightRows;
    const smallHistogram = count(small);
    const largeHistogram = difference(leaf.histogram, smallHistogram);
    const left = open(leftRows, small === leftRows ? smallHistogram : largeHistogram);
    const right = open(rightRows, small === leftRows ? largeHistogram : smallHistogram);
    leaf.node.feature = feature;
    leaf.node.cut = cut;
    leaf.node.left = left.node;
    leaf.node.right = right.node;
    leaves.splice(0, 1, left, right);
  }
  return root.node;
}

function leafValue(root: Node, bin: Uint8Array, base: number): number {
  let node = root;
  while (node.left && node.right)
    node = bin[base + node.feature]! <= node.cut ? node.left : node.right;
  return node.value;
}

function saveNode(
  node: Node,
  cuts: readonly Float32Array[],
  feature: number[],
  threshold: number[],
): void {
  feature.push(node.feature);
  if (!node.left || !node.right) {
    threshold.push(Number(node.value.toPrecision(4)));
    return;
  }
  threshold.push(Number(cuts[node.feature]![node.cut]!.toPrecision(thresholdDigits)));
  saveNode(node.left, cuts, feature, threshold);
  saveNode(node.right, cuts, feature, threshold);
}
