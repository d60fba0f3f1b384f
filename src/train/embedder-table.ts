/** The embedder's parameters while they are trained: one vector a token. */
import type { QuantisedTable } from './embedder-onnx.js';

/** Added to Adagrad's square root, against division by 0. */
const epsilon = 1e-8;

/**
 * A table of token vectors. A text is the sum of its tokens' vectors, scaled to L2 norm 1.
 *
 * Updates are Adagrad's and sparse: only the rows of tokens that occurred in a batch move.
 */
export class TokenTable {
  private readonly gradients: Float32Array;
  private readonly squares: Float32Array;
  private readonly touched = new Set<number>();

  /** @param vectors row by row; `vectors.length` is a multiple of `dimensions` */
  constructor(
    readonly vectors: Float32Array,
    readonly dimensions: number,
  ) {
    this.gradients = new Float32Array(vectors.length);
    this.squares = new Float32Array(vectors.length);
  }

  /** Embeds a text into `target`, and returns the norm that the sum had; 0 for a text whose vectors cancel. */
  embed(tokens: Uint16Array, target: Float32Array): number {
    const { vectors, dimensions } = this;
    target.fill(0);
    for (const token of tokens) {
      const row = token * dimensions;
      for (let d = 0; d < dimensions; d++) target[d]! += vectors[row + d]!;
    }
    let squares = 0;
    for (let d = 0; d < dimensions; d++) squares += target[d]! ** 2;
    const norm = Math.sqrt(squares);
    if (norm > 0) for (let d = 0; d < dimensions; d++) target[d]! /= norm;
    return norm;
  }

  /** Takes the loss's gradient at an embedding back to the vectors of its tokens. */
  accumulate(
    tokens: Uint16Array,
    embedding: Float32Array,
    norm: number,
    gradient: Float32Array,
  ): void {
    if (norm === 0) return;
    const { gradients, dimensions } = this;
    let along = 0;
    for (let d = 0; d < dimensions; d++) along += gradient[d]! * embedding[d]!;
    for (let d = 0; d < dimensions; d++) {
      gradient[d] = (gradient[d]! - along * embedding[d]!) / norm;
    }
    for (const token of tokens) {
      this.touched.add(token);
      const row = token * dimensions;
      for (let d = 0; d < dimensions; d++) gradients[row + d]! += gradient[d]!;
    }
  }

  /** Moves the touched rows against the accumulated gradients and forgets these. */
  step(learningRate: number): void {
    const { vectors, gradients, squares, dimensions } = this;
    for (const token of this.touched) {
      const end = (token + 1) * dimensions;
      for (let i = token * dimensions; i < end; i++) {
        const g = gradients[i]!;
        gradients[i] = 0;
        squares[i]! += g * g;
        vectors[i]! -= (learningRate * g) / (Math.sqrt(squares[i]!) + epsilon);
      }
    }
    this.touched.clear();
  }

  /** The vectors in eight bits, each row scaled so that its largest value is 127. */
  quantise(): QuantisedTable {
    const { vectors, dimensions } = this;
    const rows = vectors.length / dimensions;
    const values = new Int8Array(vectors.length);
    const scales = new Float32Array(rows);
    for (let t = 0; t < rows; t++) {
      const row = vectors.subarray(t * dimensions, (t + 1) * dimensions);
      const largest = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      if (largest === 0) continue;
      scales[t] = largest / 127;
      values.set(
        row.map((value) => Math.round((value * 127) / largest)),
        t * dimensions,
      );
    }
    return { dimensions, values, scales };
  }
}
