/** Training of answer spans: maximum likelihood of the best-fitting stretch, by AdaGrad. */
import { readAsked } from '../core/span/span-asked.js';
import { layOutSpans } from '../core/span/span-context.js';
import {
  boundaryFeatureCount,
  boundaryFeatures,
  pairFeatureCount,
  pairFeatures,
} from '../core/span/span-features.js';
import { featureSource, type FeatureSource } from '../core/span/span-feature-source.js';
import { spanLimits } from '../core/span/span-model.js';
import type { Span } from '../core/text/fold.js';
import { createRandom, shuffle, type Random } from './random.js';
import type { SpanExample } from './span-examples.js';

export interface SpanTrainingOptions {
  readonly seed: number;
  /** Passes over the examples. */
  readonly epochs: number;
  /** Size of the table: `2 ** bits` weights. */
  readonly bits: number;
  readonly learningRate: number;
  /** The share of feature templates that an example sees; the others are left out at random, so that none is relied on. */
  readonly keep: number;
  /** Pulls every weight that is touched towards 0. */
  readonly decay: number;
  /** How far the result marks clauses rather than bare amounts and names, 0 to 1. */
  readonly wordiness: number;
}

/** Unmeasured beyond a coarse search on out-of-fold questions; see `models/span.md`. */
export const defaultSpanTraining: SpanTrainingOptions = {
  seed: 1,
  epochs: 5,
  bits: 19,
  learningRate: 0.1,
  keep: 0.6,
  decay: 1e-5,
  wordiness: 0.3,
};

/** Sentences of more tokens are left out of training: they are tables and lists without punctuation. */
const longestSentence = 160;

/** The weights that all examples share and, for each manner of marking, what is added to them. */
export interface StyledWeights {
  readonly shared: Float32Array;
  readonly terse: Float32Array;
  readonly wordy: Float32Array;
}

/**
 * Trains weights; the same examples and options give the same ones.
 *
 * Annotators differ in how much they mark: some the bare amount, some the whole clause. So there is one table that all
 * share and one more for each manner of marking (Daumé III, "Frustratingly Easy Domain Adaptation", 2007).
 */
export function trainSpans(
  examples: readonly SpanExample[],
  options: SpanTrainingOptions,
): StyledWeights {
  const shared = newTable(options.bits);
  const styles = { terse: newTable(options.bits), wordy: newTable(options.bits) };
  const random = createRandom(options.seed);
  const order = [...examples.keys()];
  const steps = options.epochs * order.length;
  for (let n = 0; n < steps; n++) {
    if (n % order.length === 0) shuffle(order, random);
    const example = examples[order[n % order.length]!]!;
    const learningRate = options.learningRate * (1 - n / steps);
    step(example, [shared, styles[example.style]], random, { ...options, learningRate });
  }
  return { shared: shared.weights, terse: styles.terse.weights, wordy: styles.wordy.weights };
}

/** One table for the manner of marking of `wordiness`, scaled for the templates that training left out. */
export function blendStyles(
  { shared, terse, wordy }: StyledWeights,
  { wordiness, keep }: SpanTrainingOptions,
): Float32Array {
  return shared.map(
    (weight, i) => keep * (weight + (1 - wordiness) * terse[i]! + wordiness * wordy[i]!),
  );
}

/** Weights with AdaGrad's sums of squared slopes. */
interface Table {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
}

function newTable(bits: number): Table {
  const weights = new Float32Array(2 ** bits);
  return { weights, squares: new Float32Array(weights.length).fill(1) };
}

/** One example: raises the likelihood of the stretch that fits the gold answer best. */
function step(
  example: SpanExample,
  tables: readonly Table[],
  random: Random,
  options: SpanTrainingOptions,
): void {
  const source = featureSource(layOutSpans(readAsked(example.question), example.sentence));
  if (source.size === 0 || source.size > longestSentence) return;
  const hashed = dropTemplates(hashAll(source), options.keep, random);
  const error = errorOf(hashed, source.size, targetOf(source, example.gold, hashed.pairs), tables);
  const starts = new Float64Array(source.size);
  const ends = new Float64Array(source.size);
  for (let p = 0; p < error.length; p++) {
    const [from, to] = hashed.pairs[p]!;
    starts[from]! += error[p]!;
    ends[to - 1]! += error[p]!;
  }
  for (const table of tables) {
    descend(table, hashed.pair, error, options);
    descend(table, hashed.start, starts, options);
    descend(table, hashed.end, ends, options);
  }
}

/** Slopes below this are not worth their cost; the probabilities of an example add up to 1. */
const leastSlope = 1e-3;

/** Moves the weights of each row of hashes against its slope. */
function descend(
  { weights, squares }: Table,
  hashes: Int32Array,
  slopes: Float64Array,
  { learningRate, decay }: SpanTrainingOptions,
): void {
  const mask = weights.length - 1;
  const width = hashes.length / slopes.length;
  for (let row = 0; row < slopes.length; row++) {
    const slope = slopes[row]!;
    if (Math.abs(slope) < leastSlope) continue;
    for (let k = row * width; k < (row + 1) * width; k++) {
      const i = hashes[k]! & mask;
      const g = slope + decay * weights[i]!;
      squares[i]! += g * g;
      weights[i]! -= (learningRate * g) / Math.sqrt(squares[i]!);
    }
  }
}

/** The features of the stretches of a sentence: one row of hashes for each start, end and pair. */
interface Hashed {
  readonly pairs: readonly (readonly [from: number, to: number])[];
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly pair: Int32Array;
}

/** The features of every stretch that may be an answer. */
function hashAll(source: FeatureSource): Hashed {
  const { size } = source;
  const start = new Int32Array(size * boundaryFeatureCount);
  const end = new Int32Array(size * boundaryFeatureCount);
  const pairs: [number, number][] = [];
  for (let at = 0; at < size; at++) {
    boundaryFeatures(source, 'start', at, start, at * boundaryFeatureCount);
    boundaryFeatures(source, 'end', at + 1, end, at * boundaryFeatureCount);
    const last = Math.min(size, at + spanLimits.tokens);
    for (let to = at + 1; to <= last; to++) pairs.push([at, to]);
  }
  const pair = new Int32Array(pairs.length * pairFeatureCount);
  for (const [p, [from, to]] of pairs.entries()) {
    pairFeatures(source, from, to, pair, p * pairFeatureCount);
  }
  return { pairs, start, end, pair };
}

/** Leaves out the same templates in every row (Srivastava et al., "Dropout", 2014). */
function dropTemplates(hashed: Hashed, keep: number, random: Random): Hashed {
  const drop = (hashes: Int32Array, width: number): Int32Array => {
    const kept = Array.from({ length: width }, (_, k) => k).filter(() => random() < keep);
    if (kept.length === 0) return hashes;
    const rows = hashes.length / width;
    const rest = new Int32Array(rows * kept.length);
    for (let row = 0, o = 0; row < rows; row++) {
      for (let k = 0; k < kept.length; k++) rest[o++] = hashes[row * width + kept[k]!]!;
    }
    return rest;
  };
  return {
    pairs: hashed.pairs,
    start: drop(hashed.start, boundaryFeatureCount),
    end: drop(hashed.end, boundaryFeatureCount),
    pair: drop(hashed.pair, pairFeatureCount),
  };
}

/** The stretch that overlaps a gold answer best, the shortest of equals. */
function targetOf(source: FeatureSource, gold: readonly Span[], pairs: Hashed['pairs']): number {
  const { tokens } = source.context;
  let best = 0;
  let bestOverlap = -1;
  for (const [p, [from, to]] of pairs.entries()) {
    const [start, end] = [tokens[from]!.start, tokens[to - 1]!.end];
    for (const range of gold) {
      const common = Math.min(end, range.end) - Math.max(start, range.start);
      const overlap = (2 * common) / (end - start + range.end - range.start);
      if (overlap > bestOverlap) [best, bestOverlap] = [p, overlap];
    }
  }
  return best;
}

/** The slope of the loss by the logit of each stretch: its probability, less 1 for the target. */
function errorOf(
  { pairs, start, end, pair }: Hashed,
  size: number,
  target: number,
  tables: readonly Table[],
): Float64Array {
  const startLogits = logits(start, size, tables);
  const endLogits = logits(end, size, tables);
  const error = logits(pair, pairs.length, tables);
  let most = -Infinity;
  for (let p = 0; p < error.length; p++) {
    const [from, to] = pairs[p]!;
    error[p]! += startLogits[from]! + endLogits[to - 1]!;
    most = Math.max(most, error[p]!);
  }
  let total = 0;
  for (let p = 0; p < error.length; p++) total += error[p] = Math.exp(error[p]! - most);
  for (let p = 0; p < error.length; p++) error[p]! /= total;
  error[target]! -= 1;
  return error;
}

/** The sum of the weights of each of `rows` rows of hashes. */
function logits(hashes: Int32Array, rows: number, tables: readonly Table[]): Float64Array {
  const sums = new Float64Array(rows);
  const width = hashes.length / rows;
  for (const { weights } of tables) {
    const mask = weights.length - 1;
    for (let row = 0, k = 0; row < rows; row++) {
      for (const next = k + width; k < next; k++) sums[row]! += weights[hashes[k]! & mask]!;
    }
  }
  return sums;
}
