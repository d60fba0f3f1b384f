/** Embeddings of the sets, when there is a model to make them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadTransformersEmbedder } from '../adapters/transformers-embedder.js';
import type { PreparedRelease } from '../core/corpus/corpus.js';
import { embedReleases } from '../core/search/embed-releases.js';
import type { LabelledSet } from './ranker-sets.js';

export interface SetEmbeddings {
  /** One for each passage of a release of the sets. */
  readonly ofRelease: (release: PreparedRelease) => readonly Float32Array[];
  /** The embedding of a folded question of the sets; null for any other. */
  readonly ofQuestion: (folded: string) => Float32Array | null;
}

/** Embeds all passages and questions; null when the folder holds no model. */
export async function embedSets(
  sets: readonly LabelledSet[],
  folder: string,
): Promise<SetEmbeddings | null> {
  if (!existsSync(join(folder, 'config.json'))) return null;
  const embedder = await loadTransformersEmbedder({ model: folder, cacheFolder: folder });
  const releases = new Map<PreparedRelease, readonly Float32Array[]>();
  const questions = new Map<string, Float32Array>();
  for (const set of sets) {
    const embeddings = await embedReleases(set.releases, embedder);
    for (const [i, release] of set.releases.entries()) releases.set(release, embeddings[i]!);
    for (const { foldedText } of set.questions) {
      if (!questions.has(foldedText))
        questions.set(foldedText, await embedder.embedQuery(foldedText));
    }
  }
  return {
    ofRelease: (release) => releases.get(release) ?? [],
    ofQuestion: (folded) => questions.get(folded) ?? null,
  };
}
