/** The file of a trained model of answer spans. */
import type { SavedTrees } from '../core/boosted-trees.js';
import { spanFeaturesVersion } from '../core/span/span-features.js';
import type { SavedSpanWeights } from '../core/span/span-model.js';

/** Weights beyond this share of all that are not 0 are cut off, so that a few large ones do not coarsen the rest. */
const kept = 0.9995;

/** Rounds the linear weights to signed bytes; `parseSpanWeights` reads them again. */
export function saveSpanWeights(table: Float32Array, trees: SavedTrees): SavedSpanWeights {
  const sizes = table
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  const largest = sizes[Math.floor((sizes.length - 1) * kept)] ?? 1;
  const scale = largest / 127;
  const bytes = Int8Array.from(table, (weight) =>
    Math.round(Math.max(-127, Math.min(127, weight / scale))),
  );
  return {
    format: 'presscite-span',
    featuresVersion: spanFeaturesVersion,
    scale,
    bytes: Buffer.from(bytes.buffer).toString('base64'),
    trees,
  };
}
