/** The model of answer spans: a softmax over all stretches of a sentence, linear in hashed features. */
import type { FeatureSource } from './span-feature-source.js';
import {
  boundaryFeatureCount,
  boundaryFeatures,
  pairFeatureCount,
  pairFeatures,
  spanFeaturesVersion,
  type Side,
} from './span-features.js';

/** Weights by feature hash; the length is a power of two. */
export interface SpanWeights {
  readonly table: Float32Array;
}

/** The form of `models/span.json`. */
export interface SavedSpanWeights {
  readonly format: 'presscite-span';
  readonly featuresVersion: number;
  /** `table[i]` is `scale` times the i-th signed byte of `bytes`, which is in base64. */
  readonly scale: number;
  readonly bytes: string;
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
  const { scale, bytes } = saved;
  if (typeof scale !== 'number' || !Number.isFinite(scale) || typeof bytes !== 'string') {
    throw new Error('the model of answer spans is damaged: "scale" or "bytes" is missing');
  }
  const raw = atob(bytes);
  if (raw.length === 0 || (raw.length & (raw.length - 1)) !== 0) {
    throw new Error(`the model of answer spans is damaged: ${raw.length} weights, no power of two`);
  }
  return { table: Float32Array.from(raw, (byte) => ((byte.charCodeAt(0) << 24) >> 24) * scale) };
}

/** Bounds on what is compared, so that the time for a sentence is bounded too. */
export const spanLimits = {
  /** Longest span in tokens; .995 of the training answers fit. */
  tokens: 60,
  /** Only so many of the best starts and ends are paired; 64 changed 1 of 1,500 answers. */
  boundaries: 24,
} as const;

/** A span of tokens `[from, to)` with its score, a logit that only compares within one sentence. */
export interface ScoredSpan {
  readonly from: number;
  readonly to: number;
  readonly logit: number;
}

/** Scores the stretches of a sentence between its likeliest boundaries; none for a sentence without tokens. */
export function scoreSpans(source: FeatureSource, { table }: SpanWeights): ScoredSpan[] {
  const starts = likeliest(source, 'start', table);
  const ends = likeliest(source, 'end', table);
  const hashes = new Int32Array(pairFeatureCount);
  const spans: ScoredSpan[] = [];
  for (const start of starts) {
    for (const end of ends) {
      if (end.at <= start.at || end.at - start.at > spanLimits.tokens) continue;
      pairFeatures(source, start.at, end.at, hashes, 0);
      const logit = start.score + end.score + sumOf(hashes, table);
      spans.push({ from: start.at, to: end.at, logit });
    }
  }
  return spans;
}

function likeliest(source: FeatureSource, side: Side, table: Float32Array) {
  const hashes = new Int32Array(boundaryFeatureCount);
  const first = side === 'start' ? 0 : 1;
  return Array.from({ length: source.size }, (_, i) => {
    const at = i + first;
    boundaryFeatures(source, side, at, hashes, 0);
    return { at, score: sumOf(hashes, table) };
  })
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, spanLimits.boundaries);
}

function sumOf(hashes: Int32Array, table: Float32Array): number {
  const mask = table.length - 1;
  let sum = 0;
  for (let k = 0; k < hashes.length; k++) sum += table[hashes[k]! & mask]!;
  return sum;
}
