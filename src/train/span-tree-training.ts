/** Training of the trees that choose among the stretches which the linear model finds likely. */
import type { SavedTrees } from '../core/boosted-trees.js';
import { readAsked } from '../core/span/span-asked.js';
import { layOutSpans } from '../core/span/span-context.js';
import { featureSource } from '../core/span/span-feature-source.js';
import { exactMatch } from '../core/measures/span-measures.js';
import { judgeStretches } from '../core/span/span-model.js';
import { stretchFeatureCount, writeAllStretches } from '../core/span/span-stretch-features.js';
import { boost, type BoostingOptions, type Loss } from './ranker-boosting.js';
import type { SpanExample } from './span-examples.js';

/** Coarsely searched on out-of-fold questions; see `models/span.md`. */
export const defaultTreeTraining: BoostingOptions = {
  seed: 1,
  trees: 240,
  leaves: 24,
  rate: 0.1,
  groupShare: 0.6,
  featureShare: 0.5,
  ridge: 2,
  leastCurvature: 2,
};

/** One example for the trees: its stretches by row, and the share of the answer that each is. */
export interface StretchCase {
  readonly rows: Float32Array;
  /** The linear model's logits, where the trees start from. */
  readonly logits: Float32Array;
  /** 1 shared among the stretches that are the answer. */
  readonly target: Float32Array;
}

/** Lays out one example, judged by a linear model that has not seen its text; null when no stretch comes near the answer. */
export function stretchCase(example: SpanExample, table: Float32Array): StretchCase | null {
  const source = featureSource(layOutSpans(readAsked(example.question), example.sentence));
  const stretches = judgeStretches(source, table);
  const { tokens } = source.context;
  const fits = stretches.map(({ from, to }) =>
    fitOf(example, tokens[from]!.start, tokens[to - 1]!.end),
  );
  const most = Math.max(0, ...fits);
  if (most < leastFit) return null;
  const count = fits.filter((fit) => fit === most).length;
  return {
    rows: writeAllStretches(source, stretches, example.style === 'wordy' ? 1 : 0),
    logits: Float32Array.from(stretches, ({ logit }) => logit),
    target: Float32Array.from(fits, (fit) => (fit === most ? 1 / count : 0)),
  };
}

/** A stretch that overlaps the answer less teaches nothing; unmeasured. */
const leastFit = 0.6;

/** 1 for an exact match, else the overlap with the best gold range, below 1. */
function fitOf({ sentence, gold }: SpanExample, start: number, end: number): number {
  const found = sentence.slice(start, end);
  return gold.reduce((best, range) => {
    if (exactMatch(found, sentence.slice(range.start, range.end)) === 1) return 1;
    const common = Math.min(end, range.end) - Math.max(start, range.start);
    return Math.max(best, Math.min(0.99, (2 * common) / (end - start + range.end - range.start)));
  }, 0);
}

/** Boosts trees that raise the softmax likelihood of the answers; deterministic by `options.seed`. */
export function trainSpanTrees(
  cases: readonly StretchCase[],
  options: BoostingOptions,
): SavedTrees {
  const first = new Uint32Array(cases.length + 1);
  for (const [g, { logits }] of cases.entries()) first[g + 1] = first[g]! + logits.length;
  const size = first.at(-1)!;
  const rows = new Float32Array(size * stretchFeatureCount);
  const logits = new Float32Array(size);
  const target = new Float32Array(size);
  for (const [g, each] of cases.entries()) {
    rows.set(each.rows, first[g]! * stretchFeatureCount);
    logits.set(each.logits, first[g]);
    target.set(each.target, first[g]);
  }
  return boost(
    { featureCount: stretchFeatureCount, rows, first },
    softmaxLoss(first, logits, target),
    options,
  );
}

function softmaxLoss(first: Uint32Array, logits: Float32Array, target: Float32Array): Loss {
  return (group, scores, gradients, curvatures) => {
    const [from, to] = [first[group]!, first[group + 1]!];
    let most = -Infinity;
    for (let r = from; r < to; r++) most = Math.max(most, logits[r]! + scores[r]!);
    let total = 0;
    for (let r = from; r < to; r++) total += Math.exp(logits[r]! + scores[r]! - most);
    for (let r = from; r < to; r++) {
      const p = Math.exp(logits[r]! + scores[r]! - most) / total;
      gradients[r] = p - target[r]!;
      curvatures[r] = Math.max(p * (1 - p), leastSlope);
    }
  };
}

/** Keeps the second derivative away from 0. */
const leastSlope = 1e-4;
