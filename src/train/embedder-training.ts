/** Trains the token table on pairs: contrastively, with the other passages of a batch as negatives. */
import { createContrastiveLoss } from './embedder-loss.js';
import { shuffle, type Random } from './random.js';
import type { TokenTable } from './embedder-table.js';

/** A pair as token ids. */
export interface TokenPair {
  readonly query: Uint16Array;
  readonly passage: Uint16Array;
  readonly group: string;
}

/** Pairs that make batches of their own, seen `epochs` times. */
export interface TrainingSet {
  readonly name: string;
  readonly pairs: readonly TokenPair[];
  readonly epochs: number;
}

export interface TrainingOptions {
  readonly batchSize: number;
  readonly temperature: number;
  /** Adagrad's at the beginning; falls to a tenth in a straight line. */
  readonly learningRate: number;
}

const reportedBatches = 100;

/** Takes a passage out of a softmax. */
const excluded = -1e4;

/**
 * Trains in place.
 * @param report called every {@link reportedBatches} batches with the mean loss since the last call
 */
export async function trainTable(
  table: TokenTable,
  sets: readonly TrainingSet[],
  { batchSize, temperature, learningRate }: TrainingOptions,
  random: Random,
  report: (done: number, total: number, loss: number) => void,
): Promise<void> {
  const contrast = await createContrastiveLoss(table.dimensions, temperature);
  const batches = planBatches(sets, batchSize, random);
  let loss = 0;
  for (const [i, batch] of batches.entries()) {
    const queries = embedAll(
      table,
      batch.map(({ query }) => query),
    );
    const passages = embedAll(
      table,
      batch.map(({ passage }) => passage),
    );
    const gradients = await contrast({
      queries: queries.embeddings,
      passages: passages.embeddings,
      bias: sameGroupBias(batch),
      gold: identity(batch.length),
    });
    accumulateAll(table, queries, gradients.queries);
    accumulateAll(table, passages, gradients.passages);
    table.step(learningRate * (1 - (0.9 * i) / batches.length));
    loss += gradients.loss;
    if ((i + 1) % reportedBatches === 0) {
      report(i + 1, batches.length, loss / reportedBatches);
      loss = 0;
    }
  }
}

/**
 * All batches of the training, in their order. Pairs that fill no batch at the end of an epoch share one with the next; at the end of
 * the last they are left out.
 */
function planBatches(
  sets: readonly TrainingSet[],
  batchSize: number,
  random: Random,
): TokenPair[][] {
  const batches: TokenPair[][] = [];
  for (const { pairs, epochs } of sets) {
    const size = Math.min(batchSize, pairs.length);
    const order: TokenPair[] = [];
    for (let epoch = 0; epoch < epochs; epoch++) {
      const shuffled = [...pairs];
      shuffle(shuffled, random);
      for (const pair of shuffled) order.push(pair);
    }
    for (let from = 0; from + size <= order.length; from += size) {
      batches.push(order.slice(from, from + size));
    }
  }
  shuffle(batches, random);
  return batches;
}

/** Texts with their embeddings, row by row, and the norms that their sums had. */
interface EmbeddedTexts {
  readonly texts: readonly Uint16Array[];
  readonly embeddings: Float32Array;
  readonly norms: Float32Array;
}

function embedAll(table: TokenTable, texts: readonly Uint16Array[]): EmbeddedTexts {
  const embeddings = new Float32Array(texts.length * table.dimensions);
  const norms = Float32Array.from(texts, (tokens, i) =>
    table.embed(tokens, rowOf(embeddings, i, table.dimensions)),
  );
  return { texts, embeddings, norms };
}

function accumulateAll(
  table: TokenTable,
  { texts, embeddings, norms }: EmbeddedTexts,
  gradients: Float32Array,
): void {
  const { dimensions } = table;
  for (const [i, tokens] of texts.entries()) {
    const embedding = rowOf(embeddings, i, dimensions);
    table.accumulate(tokens, embedding, norms[i]!, rowOf(gradients, i, dimensions));
  }
}

function rowOf(matrix: Float32Array, row: number, width: number): Float32Array {
  return matrix.subarray(row * width, (row + 1) * width);
}

function identity(size: number): Float32Array {
  const matrix = new Float32Array(size * size);
  for (let i = 0; i < size; i++) matrix[i * size + i] = 1;
  return matrix;
}

/** Excludes the passages that share a query's group from the negatives of that query. */
function sameGroupBias(batch: readonly TokenPair[]): Float32Array {
  const bias = new Float32Array(batch.length ** 2);
  const members = new Map<string, number[]>();
  for (const [i, { group }] of batch.entries()) {
    const rows = members.get(group) ?? [];
    for (const j of rows) bias[i * batch.length + j] = bias[j * batch.length + i] = excluded;
    members.set(group, [...rows, i]);
  }
  return bias;
}
