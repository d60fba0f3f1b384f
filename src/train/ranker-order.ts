/** Trains the forest that orders sentences: a softmax over the sentences of a question, any gold one will do. */
import type { SavedTrees } from '../core/boosted-trees.js';
import { featureNames } from '../core/ranking/feature-columns.js';
import { boostSeveral, type BoostingOptions } from './ranker-boosting.js';
import { layOutExamples, type Example } from './ranker-examples.js';

/** Their mean is what orders. */
const forests = 2;

/** Slow and many: 200 trees at .12 with half the features each order worse (drcd hit@1 .869 for .878, hit@3 .964 for .971). */
const orderDefaults: Omit<BoostingOptions, 'seed'> = {
  trees: 320,
  leaves: 24,
  rate: 0.07,
  groupShare: 0.4,
  featureShare: 0.3,
  ridge: 5,
  leastCurvature: 1,
};

/** A set of 300 questions must not drown beside one of 10,000: a question weighs (2,000 / size) ^ 1/2, 1 to 3. */
function setWeights(examples: readonly Example[]): (set: string) => number {
  const sizes = new Map<string, number>();
  for (const { set } of examples) sizes.set(set, (sizes.get(set) ?? 0) + 1);
  return (set) => Math.min(3, Math.max(1, Math.sqrt(2000 / (sizes.get(set) ?? 1))));
}

export function trainOrder(
  examples: readonly Example[],
  seed: number,
  options: Omit<BoostingOptions, 'seed'> = orderDefaults,
): SavedTrees {
  const { rows, first, isGold, weight } = layOutExamples(examples, setWeights(examples));
  const chances = new Float64Array(sizeOfLargest(first));
  return boostSeveral(
    forests,
    { rows, first, featureCount: featureNames.length },
    (group, scores, gradients, curvatures) => {
      const from = first[group]!;
      const to = first[group + 1]!;
      let most = -Infinity;
      for (let r = from; r < to; r++) most = Math.max(most, scores[r]!);
      let total = 0;
      let gold = 0;
      for (let r = from; r < to; r++) {
        const chance = Math.exp(scores[r]! - most);
        chances[r - from] = chance;
        total += chance;
        gold += chance * isGold[r]!;
      }
      for (let r = from; r < to; r++) {
        const p = chances[r - from]! / total;
        const wanted = isGold[r] === 1 ? chances[r - from]! / gold : 0;
        gradients[r] = weight[group]! * (p - wanted);
        curvatures[r] = weight[group]! * Math.max(p * (1 - p), 1e-6);
      }
    },
    { ...options, seed },
  );
}

function sizeOfLargest(first: Uint32Array): number {
  let most = 0;
  for (let g = 0; g + 1 < first.length; g++) most = Math.max(most, first[g + 1]! - first[g]!);
  return most;
}
