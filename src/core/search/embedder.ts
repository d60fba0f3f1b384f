/** The embedder: a port that turns texts into embeddings. */

/** As for `ReadOptions` of the reader. */
export interface EmbedOptions {
  readonly signal?: AbortSignal | undefined;
  readonly chat?: string | undefined;
}

export interface Embedder {
  /** Names the model and its version: an index made by another id is never searched. */
  readonly id: string;
  readonly dimensions: number;
  /** Embeds a folded question. */
  embedQuery(text: string, options?: EmbedOptions): Promise<Float32Array>;
  /** Embeds folded passages, in order. `onDone` hears how many are done so far. */
  embedPassages(texts: readonly string[], onDone?: (count: number) => void): Promise<Float32Array[]>;
}

/**
 * Scales a vector to L2 norm 1. A vector without a direction (zero or not finite, as a text without known tokens gives)
 * becomes the first unit vector, so that an embedding is always finite.
 */
export function toUnitLength(vector: Float32Array): Float32Array {
  const norm = Math.hypot(...vector);
  if (norm > 0 && Number.isFinite(norm)) return vector.map((value) => value / norm);
  const unit = new Float32Array(vector.length);
  unit[0] = 1;
  return unit;
}
