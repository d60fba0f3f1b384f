/**
 * The saved index: `index.bin` (everything but the texts and the graph) and, with HNSW, `vectors-HASH.hnsw`.
 *
 * `index.bin` is the SHA-256 of the rest, then the rest as the structured clone of {@link Saved}. It names its graph,
 * and it is written last, to a temporary file that is renamed: whoever reads it finds a whole index or none.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { AppError } from '../core/app-error.js';
import { meanDirection, SearchIndex, type IndexState, type SavedRelease } from '../core/search/search-index.js';
import { ExactVectorIndex, type VectorIndex } from '../core/search/vector-index.js';
import { HnswIndex, loadHnswlib } from './hnsw-index.js';

/** Raise it whenever the shape of {@link Saved} changes. */
const format = 2;

/** A release with the number of its embeddings instead of them. */
type SavedRow = Omit<SavedRelease, 'embeddings'> & { readonly passages: number };

interface Saved {
  readonly format: number;
  readonly fingerprint: string;
  /** The embeddings of a release are rows of `embeddings`, taken in the order of `state.releases`. */
  readonly state: Omit<IndexState, 'releases'> & {
    readonly releases: readonly SavedRow[];
  };
  readonly embeddings: Float32Array;
  readonly dimensions: number;
  readonly graph: { readonly file: string; readonly sha256: string } | null;
}

export interface SavedIndexOptions {
  readonly folder: string;
  /** What the index depends on beside the releases: the model's id, the splitter's version. */
  readonly fingerprint: string;
  readonly dimensions: number;
  /** Hears in one line why a saved index is not used. */
  readonly warn: (line: string) => void;
}

/** Opens the saved index, or an empty one when there is none that can be used. */
export async function openSavedIndex(options: SavedIndexOptions): Promise<SearchIndex> {
  const saved = await readSaved(options);
  if (!saved) return new SearchIndex(await emptyVectors(options.dimensions));
  const state = withEmbeddings(saved);
  return new SearchIndex(await openVectors(options, saved, state.releases), state);
}

/**
 * Writes the index; the one saved before stays whole until the new one is.
 * @throws AppError when the folder cannot be written
 */
export async function saveIndex(index: SearchIndex, options: SavedIndexOptions): Promise<void> {
  try {
    await writeIndex(index, options);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AppError(`cannot write the index to ${options.folder} (${why}): name another folder with --index`, {
      userMessage: 'The index cannot be saved.',
      cause,
    });
  }
}

async function writeIndex(index: SearchIndex, options: SavedIndexOptions): Promise<void> {
  const { folder, fingerprint, dimensions } = options;
  await mkdir(folder, { recursive: true });
  const { releases, ...state } = index.state();
  const rows = releases.flatMap(({ embeddings }) => embeddings);
  const embeddings = new Float32Array(rows.length * dimensions);
  for (const [i, row] of rows.entries()) embeddings.set(row, i * dimensions);
  const graph = index.vectors instanceof HnswIndex ? await writeGraph(folder, index.vectors) : null;
  const saved: Saved = {
    format,
    fingerprint,
    state: { ...state, releases: releases.map(withoutEmbeddings) },
    embeddings,
    dimensions,
    graph,
  };
  const payload = serialize(saved);
  const target = path.join(folder, 'index.bin');
  const temporary = `${target}.${process.pid}.tmp`;
  await writeFile(temporary, Buffer.concat([sha256(payload), payload]));
  await rename(temporary, target);
  await removeStaleGraphs(folder, graph?.file);
}

function withoutEmbeddings({ embeddings, ...release }: SavedRelease): SavedRow {
  return { ...release, passages: embeddings.length };
}

async function readSaved({ folder, fingerprint, warn }: SavedIndexOptions): Promise<Saved | null> {
  const bytes = await readFile(path.join(folder, 'index.bin')).catch(() => null);
  if (!bytes) return null;
  const payload = bytes.subarray(32);
  if (!sha256(payload).equals(bytes.subarray(0, 32))) {
    warn(`the saved index in ${folder} is damaged; building it anew`);
    return null;
  }
  const saved = deserialize(payload) as Saved;
  if (saved.format === format && saved.fingerprint === fingerprint) return saved;
  warn(`the saved index in ${folder} was made for another model or version; building it anew`);
  return null;
}

function withEmbeddings({ state, embeddings, dimensions }: Saved): IndexState {
  let row = 0;
  const releases = state.releases.map(({ passages, ...release }) => ({
    ...release,
    embeddings: Array.from({ length: passages }, () => {
      const start = row++ * dimensions;
      return embeddings.subarray(start, start + dimensions);
    }),
  }));
  return { ...state, releases };
}

async function emptyVectors(dimensions: number): Promise<VectorIndex> {
  const hnswlib = await loadHnswlib();
  return hnswlib ? HnswIndex.empty(hnswlib, dimensions) : new ExactVectorIndex();
}

/** The saved graph when it is whole; otherwise the saved embeddings are added to a new index, which embeds nothing. */
async function openVectors(
  { folder, dimensions, warn }: SavedIndexOptions,
  { graph }: Saved,
  releases: readonly SavedRelease[],
): Promise<VectorIndex> {
  const hnswlib = await loadHnswlib();
  if (hnswlib && graph) {
    const file = path.join(folder, graph.file);
    const bytes = await readFile(file).catch(() => null);
    if (bytes && sha256(bytes).toString('hex') === graph.sha256) {
      const ids = releases.filter(hasVector).map(({ number }) => number);
      return HnswIndex.load(hnswlib, dimensions, file, ids);
    }
    warn(`the saved vector graph in ${folder} is damaged; building it anew`);
  }
  const vectors = await emptyVectors(dimensions);
  for (const { number, embeddings } of releases.filter(hasVector)) {
    vectors.add(number, meanDirection(embeddings));
  }
  return vectors;
}

function hasVector({ embeddings }: SavedRelease): boolean {
  return embeddings.length > 0;
}

async function writeGraph(folder: string, vectors: HnswIndex): Promise<Saved['graph']> {
  const temporary = path.join(folder, `vectors.${process.pid}.tmp`);
  vectors.save(temporary);
  const hash = sha256(await readFile(temporary)).toString('hex');
  const file = `vectors-${hash.slice(0, 12)}.hnsw`;
  await rename(temporary, path.join(folder, file));
  return { file, sha256: hash };
}

async function removeStaleGraphs(folder: string, current: string | undefined): Promise<void> {
  for (const file of await readdir(folder)) {
    if (/^vectors-.*\.hnsw$/.test(file) && file !== current) await rm(path.join(folder, file), { force: true });
  }
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
