/** Trains the forest that says whether the best sentence answers. */
import type { SavedTrees } from '../core/boosted-trees.js';
import { refusalFeatureNames } from '../core/ranking/refusal-features.js';
import { boostSeveral, type BoostingOptions } from './ranker-boosting.js';
import type { CaseKind } from './ranker-cases.js';

/** What became of a case. */
export interface Outcome {
  readonly kind: CaseKind;
  /** The set of the question. */
  readonly set: string;
  /** The set of the corpus. */
  readonly corpus: string;
  readonly fold: number;
  readonly isAnswerable: boolean;
  /** Values of `refusalFeatureNames`. */
  readonly values: Float32Array;
  /** How many facts speak against the best sentence. */
  readonly against: number;
  /** How far, 0 to 1, the best sentence answers. */
  readonly target: number;
}

/**
 * How far the best sentence of an answerable question answers when the gold characters are not in it. Annotators mark one of
 * several wordings, and a long answer fits no single sentence: so one from the gold release counts half, any other a fifth.
 * Unmeasured; with 0 the probabilities of right answers come out too low.
 */
export const besideGold = { inRelease: 0.5, elsewhere: 0.2 };

const forests = 2;

/** Small and shallow: the near misses are few. Unmeasured. */
const refusalDefaults: Omit<BoostingOptions, 'seed'> = {
  trees: 240,
  leaves: 14,
  rate: 0.05,
  groupShare: 0.5,
  featureShare: 0.4,
  ridge: 3,
  leastCurvature: 5,
};

/** How much a case counts: those that people asked count most. */
export type CaseWeight = (outcome: Outcome) => number;

export function trainRefusal(
  outcomes: readonly Outcome[],
  weightOf: CaseWeight,
  seed: number,
  options: Omit<BoostingOptions, 'seed'> = refusalDefaults,
): SavedTrees {
  const width = refusalFeatureNames.length;
  const rows = new Float32Array(outcomes.length * width);
  for (const [r, { values }] of outcomes.entries()) rows.set(values, r * width);
  const weights = Float32Array.from(outcomes, weightOf);
  return boostSeveral(
    forests,
    {
      rows,
      first: Uint32Array.from({ length: outcomes.length + 1 }, (_, r) => r),
      featureCount: width,
    },
    (r, scores, gradients, curvatures) => {
      const p = 1 / (1 + Math.exp(-scores[r]!));
      gradients[r] = weights[r]! * (p - outcomes[r]!.target);
      curvatures[r] = weights[r]! * Math.max(p * (1 - p), 1e-4);
    },
    { ...options, seed },
  );
}
