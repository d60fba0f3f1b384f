/** Boosted regression trees: their saved form and their sum. */

/**
 * Trees in flat arrays. Node `n` sends a row left when `row[feature[n]] <= threshold[n]`; a leaf has feature -1 and
 * its value as threshold. Children are positions of nodes.
 */
export interface BoostedTrees {
  readonly roots: Uint32Array;
  readonly feature: Int16Array;
  readonly threshold: Float32Array;
  readonly left: Uint32Array;
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
    left: new Uint32Array(size),
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
  trees.left[base + n] = base + n + 1;
  const right = readNode(trees, nodes, thresholds, base, n + 1, featureCount);
  trees.right[base + n] = base + right;
  return readNode(trees, nodes, thresholds, base, right, featureCount);
}

/** The sum of all trees for the row that starts at `offset`. */
export function sumTrees(
  { roots, feature, threshold, left, right }: BoostedTrees,
  rows: Float32Array,
  offset: number,
): number {
  let sum = 0;
  for (let t = 0; t < roots.length; t++) {
    let n = roots[t]!;
    for (let f = feature[n]!; f >= 0; f = feature[n]!) {
      n = rows[offset + f]! <= threshold[n]! ? left[n]! : right[n]!;
    }
    sum += threshold[n]!;
  }
  return sum;
}
