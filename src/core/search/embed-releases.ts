/** Embedding releases: the passages of all of them in one go, each release with its own. */
import { foldedPassage, type PreparedRelease } from '../corpus/corpus.js';
import type { Embedder } from './embedder.js';

/**
 * Embeds releases.
 * @param onProgress hears how many passages of how many are embedded
 * @returns for each release one embedding for each of its passages
 */
export async function embedReleases(
  releases: readonly PreparedRelease[],
  embedder: Embedder,
  onProgress?: (done: number, total: number) => void,
): Promise<Float32Array[][]> {
  const texts = releases.flatMap((release) =>
    release.passages.map((passage) => foldedPassage(release, passage)),
  );
  const embeddings = await embedder.embedPassages(texts, (done) =>
    onProgress?.(done, texts.length),
  );
  let next = 0;
  return releases.map(({ passages }) => embeddings.slice(next, (next += passages.length)));
}
