/** Boosted regression trees: their saved form and their sum. */

/**
 * Trees in flat arrays. Node `n` sends a row to node `n + 1` when `row[feature[n]] <= threshold[n]`, otherwise to node
 * `right[n]`; a leaf has feature -1 and its value as threshold.
 */
export interface BoostedTrees {
  readonly roots: Uint32Array;
  readonly feature: Int16Array;
  readonly threshold: Float32Array;
  readonly right: Uint32Array;
}

/** Trees as saved: per tree its nodes in depth-first order, the left child right behind its parent. */
export interface SavedTrees {
  /** Feature per node, -1 for a leaf. */
  readonly feature: readonly (readonly number[])[];
  /** Threshold per node, or the value of a leaf. */
  readonly threshold: readonly (readonly number[])[];
}

/**
 * Reads saved trees.
 * @throws TypeError when a tree ends early or names a feature at or beyond `featureCount`
 */
export function parseTrees({ feature, threshold }: SavedTrees, featureCount: number): BoostedTrees {
  const size = feature.reduce((sum, nodes) => sum + nodes.length, 0);
  const trees: BoostedTrees = {
    roots: new Uint32Array(feature.length),
    feature: new Int16Array(size),
    threshold: new Float32Array(size),
    right: new Uint32Array(size),
  };
  let base = 0;
  for (const [t, nodes] of feature.entries()) {
    trees.roots[t] = base;
    if (readNode(trees, nodes, threshold[t] ?? [], base, 0, featureCount) !== nodes.length) {
      throw new TypeError(`tree ${t} of the ranker weights is not whole; train them again`);
    }
    base += nodes.length;
  }
  return trees;
}

/** Reads the subtree at node `n` of a tree and returns the position behind it. */
function readNode(
  trees: BoostedTrees,
  nodes: readonly number[],
  thresholds: readonly number[],
  base: number,
  n: number,
  featureCount: number,
): number {
  const feature = nodes[n];
  const threshold = thresholds[n];
  if (feature === undefined || threshold === undefined || feature >= featureCount) {
    throw new TypeError(`node ${n} of a tree of the ranker weights is not valid; train them again`);
  }
  trees.feature[base + n] = feature;
  trees.threshold[base + n] = threshold;
  if (feature < 0) return n + 1;
  const right = readNode(trees, nodes, thresholds, base, n + 1, featureCount);
  trees.right[base + n] = base + right;
  return readNode(trees, nodes, thresholds, base, right, featureCount);
}

/**
 * The sum of all trees for each row.
 * @param rows one behind the other, `width` values each
 */
export function sumTrees(
  { roots, feature, threshold, right }: BoostedTrees,
  rows: Float32Array,
  width: number,
): Float64Array {
  const sums = new Float64Array(rows.length / width);
  // Tree by tree, so that a tree stays in the processor's cache for all rows: twice as fast as row by row.
  for (const root of roots) {
    for (let row = 0, offset = 0; row < sums.length; row++, offset += width) {
      let n = root;
      for (let f = feature[n]!; f >= 0; f = feature[n]!) {
        n = rows[offset + f]! <= threshold[n]! ? n + 1 : right[n]!;
      }
      sums[row]! += threshold[n]!;
    }
  }
  return sums;
}
