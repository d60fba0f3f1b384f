/** The model of answer spans: a softmax over all stretches of a sentence, linear in hashed features. */
import { parseTrees, sumTrees, type BoostedTrees, type SavedTrees } from '../boosted-trees.js';
import { formedStretches, isWellFormed, type Stretch } from './span-candidates.js';
import type { FeatureSource } from './span-feature-source.js';
import {
  boundaryFeatureCount,
  boundaryFeatures,
  pairFeatureCount,
  pairFeatures,
  spanFeaturesVersion,
  type Side,
} from './span-features.js';
import {
  stretchFeatureCount,
  writeAllStretches,
  type JudgedStretch,
} from './span-stretch-features.js';

/** Weights of the linear model by feature hash, a power of two of them; and the trees. */
export interface SpanWeights {
  readonly table: Float32Array;
  /** Added to the linear model's logits. */
  readonly trees: BoostedTrees;
}

/** The form of `models/span.json`. */
export interface SavedSpanWeights {
  readonly format: 'presscite-span';
  readonly featuresVersion: number;
  /** `table[i]` is `scale` times the i-th signed byte of `bytes`, which is in base64. */
  readonly scale: number;
  readonly bytes: string;
  readonly trees: SavedTrees;
}

/**
 * Reads saved weights.
 * @param json the parsed `models/span.json`
 * @throws Error when it is no such file or was trained for other features, with what to do about it
 */
export function parseSpanWeights(json: unknown): SpanWeights {
  const saved = json as Partial<SavedSpanWeights> | null;
  if (saved?.format !== 'presscite-span') {
    throw new Error('not a model of answer spans: "format" must be "presscite-span"');
  }
  if (saved.featuresVersion !== spanFeaturesVersion) {
    throw new Error(
      `the model of answer spans is for features ${saved.featuresVersion}, this program has ` +
        `${spanFeaturesVersion}; train it again: tsx src/train/train-span.ts --data DIR`,
    );
  }
  const { scale, bytes, trees } = saved;
  if (typeof scale !== 'number' || !Number.isFinite(scale) || typeof bytes !== 'string' || !trees) {
    throw new Error('the model of answer spans is damaged: "scale", "bytes" or "trees" is missing');
  }
  const raw = atob(bytes);
  if (raw.length === 0 || (raw.length & (raw.length - 1)) !== 0) {
    throw new Error(`the model of answer spans is damaged: ${raw.length} weights, no power of two`);
  }
  return {
    table: Float32Array.from(raw, (byte) => ((byte.charCodeAt(0) << 24) >> 24) * scale),
    trees: parseTrees(trees, stretchFeatureCount),
  };
}

/** Bounds on what is compared, so that the time for a sentence is bounded too. */
export const spanLimits = {
  /** Longest span in tokens; .995 of the training answers fit. */
  tokens: 60,
  /** Only so many of the best starts and ends are paired; 64 changed 1 of 1,500 answers. */
  boundaries: 24,
  /** So many of the likeliest stretches by the linear model go to the trees, beside those of the form of an answer. */
  stretches: 20,
} as const;

/** A stretch of tokens `[from, to)` with its score, a logit that only compares within one sentence. */
export interface ScoredSpan extends Stretch {
  readonly logit: number;
}

/** Readers want the bare answer, so the trees are asked to mark like the annotators who do. */
const terse = 0;

/** Scores the stretches of a sentence that may be the answer; none for a sentence without tokens. */
export function scoreSpans(source: FeatureSource, { table, trees }: SpanWeights): ScoredSpan[] {
  const stretches = judgeStretches(source, table);
  const sums = sumTrees(trees, writeAllStretches(source, stretches, terse), stretchFeatureCount);
  return stretches.map(({ from, to, logit }, i) => ({ from, to, logit: logit + sums[i]! }));
}

/**
 * The stretches of a sentence that may be the answer, judged by the linear model, best first; none for a sentence without
 * tokens.
 */
export function judgeStretches(source: FeatureSource, table: Float32Array): JudgedStretch[] {
  const starts = boundaryScores(source, 'start', table);
  const ends = boundaryScores(source, 'end', table);
  const hashes = new Int32Array(pairFeatureCount);
  const judge = ({ from, to }: Stretch): JudgedStretch => {
    pairFeatures(source, from, to, hashes, 0);
    const [startScore, endScore, pairScore] = [starts[from]!, ends[to - 1]!, sumOf(hashes, table)];
    return { from, to, startScore, endScore, pairScore, logit: startScore + endScore + pairScore };
  };
  const paired = pairUp(largest(starts), largest(ends));
  const sound = paired.filter((stretch) => isWellFormed(source.context, stretch));
  const likely = (sound.length > 0 ? sound : paired)
    .map(judge)
    .sort(byLogit)
    .slice(0, spanLimits.stretches);
  const known = new Set(likely.map(({ from, to }) => from * 65_536 + to));
  for (const stretch of formedStretches(source.context, spanLimits.tokens)) {
    const key = stretch.from * 65_536 + stretch.to;
    if (known.has(key) || !isWellFormed(source.context, stretch)) continue;
    known.add(key);
    likely.push(judge(stretch));
  }
  return likely.sort(byLogit);
}

const byLogit = (a: JudgedStretch, b: JudgedStretch): number =>
  b.logit - a.logit || a.from - b.from || a.to - b.to;

function pairUp(starts: readonly number[], lasts: readonly number[]): Stretch[] {
  return starts.flatMap((from) =>
    lasts
      .filter((last) => last >= from && last - from < spanLimits.tokens)
      .map((last) => ({ from, to: last + 1 })),
  );
}

/** The positions of the largest scores. */
function largest(scores: Float64Array): number[] {
  return [...scores.keys()]
    .sort((a, b) => scores[b]! - scores[a]! || a - b)
    .slice(0, spanLimits.boundaries);
}

/** The score of each token as the first or the last of a stretch. */
function boundaryScores(source: FeatureSource, side: Side, table: Float32Array): Float64Array {
  const hashes = new Int32Array(boundaryFeatureCount);
  return Float64Array.from({ length: source.size }, (_, i) => {
    boundaryFeatures(source, side, side === 'start' ? i : i + 1, hashes, 0);
    return sumOf(hashes, table);
  });
}

function sumOf(hashes: Int32Array, table: Float32Array): number {
  const mask = table.length - 1;
  let sum = 0;
  for (let k = 0; k < hashes.length; k++) sum += table[hashes[k]! & mask]!;
  return sum;
}
