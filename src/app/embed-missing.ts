/** Embedding in the background: gives the releases that came in their vectors, while questions are answered by words already. */
import { foldedPassage, headerOf, type PreparedRelease } from '../core/corpus/corpus.js';
import type { Embedder } from '../core/search/embedder.js';
import type { SearchIndex } from '../core/search/search-index.js';

export interface EmbedDeps {
  readonly embedder: Embedder;
  /** Keeps the index, so that what is made is not made again after a restart. */
  readonly save: (index: SearchIndex) => Promise<void>;
  /** Milliseconds from any fixed moment. */
  readonly now: () => number;
  /** Hears how many releases of how many are done. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Hears of a release that could not be embedded. */
  readonly onFailure?: (releaseId: string, error: Error) => void;
  /** Stops the work; what is made is saved. */
  readonly signal?: AbortSignal;
}

/** So long at most is lost when the process is killed. */
const saveEveryMs = 30_000;

/**
 * Embeds the releases without embeddings, in the order in which they came in.
 * @param untilMs the moment, by `now`, at which to stop
 * @returns how many are still missing
 */
export async function embedMissing(
  index: SearchIndex,
  { embedder, save, now, onProgress, onFailure, signal }: EmbedDeps,
  untilMs = Infinity,
): Promise<number> {
  const missing = index.unembedded;
  let saved = now();
  let done = 0;
  for (const prepared of missing) {
    if (now() >= untilMs || signal?.aborted) break;
    try {
      index.embed(prepared, await embedRelease(prepared, embedder));
    } catch (error) {
      // One release never keeps the others from their vectors.
      if (signal?.aborted) break;
      onFailure?.(prepared.release.id, error as Error);
      continue;
    }
    done++;
    onProgress?.(done, missing.length);
    if (now() - saved < saveEveryMs) continue;
    await save(index);
    saved = now();
  }
  if (done > 0) await save(index);
  return missing.length - done;
}

function embedRelease(prepared: PreparedRelease, embedder: Embedder): Promise<Float32Array[]> {
  const header = headerOf(prepared);
  const { passages } = prepared;
  return embedder.embedPassages(passages.map((one) => `${header} ${foldedPassage(prepared, one)}`));
}
