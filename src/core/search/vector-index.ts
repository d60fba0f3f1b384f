/** The vector index: nearest embeddings. A port with one contract test; exact search is the reference. */
import { selectBest } from './select-best.js';

/** A stored embedding near the query: `similarity` is the cosine, -1 to 1, higher is nearer. */
export interface Neighbour {
  readonly id: number;
  readonly similarity: number;
}

/** Finds the nearest of the embeddings it was given. Embeddings have L2 norm 1 and all the same length. */
export interface VectorIndex {
  /** What `doctor` shows. */
  readonly kind: 'exact' | 'hnsw';
  readonly size: number;
  /** Adds an embedding under an id that was never used before, not even by a removed one. */
  add(id: number, embedding: Float32Array): void;
  /** Removes an embedding; an unknown id is ignored. */
  remove(id: number): void;
  /** The `k` nearest of those that are accepted, or all when there are fewer; nearest first. */
  search(query: Float32Array, k: number, accepts?: (id: number) => boolean): Neighbour[];
}

/** Compares the query with every embedding: always right, and fast enough for some ten thousand. */
export class ExactVectorIndex implements VectorIndex {
  readonly kind = 'exact';
  private readonly embeddings = new Map<number, Float32Array>();

  get size(): number {
    return this.embeddings.size;
  }

  add(id: number, embedding: Float32Array): void {
    this.embeddings.set(id, embedding);
  }

  remove(id: number): void {
    this.embeddings.delete(id);
  }

  search(query: Float32Array, k: number, accepts?: (id: number) => boolean): Neighbour[] {
    const ids: number[] = [];
    const scores: number[] = [];
    for (const [id, embedding] of this.embeddings) {
      if (accepts && !accepts(id)) continue;
      ids.push(id);
      scores.push(dot(query, embedding));
    }
    const similarities = Float32Array.from(scores);
    return selectBest(similarities, k).map((row) => ({
      id: ids[row]!,
      similarity: similarities[row]!,
    }));
  }
}

/** The inner product; for embeddings, whose norm is 1, the cosine. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
