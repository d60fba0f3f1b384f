/** The vector index on hnswlib-node, an optional package: a machine without a compiler has none. */
import type { HierarchicalNSW } from 'hnswlib-node';
import type { Neighbour, VectorIndex } from '../core/search/vector-index.js';

/** Malkov and Yashunin (2018) recommend M from 5 to 48; 16 and 200 are hnswlib's defaults. */
const m = 16;
const efConstruction = 200;
/** Neighbours looked at in a search, at least; hnswlib raises it to k by itself. */
const efSearch = 100;
const firstCapacity = 1024;

interface Hnswlib {
  readonly HierarchicalNSW: typeof HierarchicalNSW;
}

/** Loads the package; null where it is not installed or does not load on this machine. */
export async function loadHnswlib(): Promise<Hnswlib | null> {
  try {
    const { default: library } = await import('hnswlib-node');
    return library;
  } catch {
    return null;
  }
}

export class HnswIndex implements VectorIndex {
  readonly kind = 'hnsw';
  private readonly graph: HierarchicalNSW;
  private readonly ids: Set<number>;

  private constructor(graph: HierarchicalNSW, ids: Iterable<number>) {
    this.graph = graph;
    this.ids = new Set(ids);
    this.graph.setEf(efSearch);
  }

  static empty(library: Hnswlib, dimensions: number): HnswIndex {
    const graph = new library.HierarchicalNSW('ip', dimensions);
    // The last argument lets a new point take the place of a removed one.
    graph.initIndex(firstCapacity, m, efConstruction, 100, true);
    return new HnswIndex(graph, []);
  }

  /**
   * Reads what {@link save} wrote. The caller has checked that the file is whole: the library does not.
   * @throws Error when the library cannot read it
   */
  static load(library: Hnswlib, dimensions: number, path: string, ids: Iterable<number>): HnswIndex {
    const graph = new library.HierarchicalNSW('ip', dimensions);
    graph.readIndexSync(path, true);
    return new HnswIndex(graph, ids);
  }

  get size(): number {
    return this.ids.size;
  }

  add(id: number, embedding: Float32Array): void {
    if (this.graph.getCurrentCount() >= this.graph.getMaxElements()) {
      // A graph that was saved empty has room for none.
      this.graph.resizeIndex(Math.max(firstCapacity, this.graph.getMaxElements() * 2));
    }
    this.graph.addPoint(Array.from(embedding), id, true);
    this.ids.add(id);
  }

  remove(id: number): void {
    if (this.ids.delete(id)) this.graph.markDelete(id);
  }

  search(query: Float32Array, k: number, accepts?: (id: number) => boolean): Neighbour[] {
    const most = Math.min(k, this.ids.size);
    if (most === 0) return [];
    const { neighbors, distances } = this.graph.searchKnn(Array.from(query), most, accepts);
    return neighbors.map((id, i) => ({ id, similarity: 1 - distances[i]! }));
  }

  /** Writes the graph to a file. */
  save(path: string): void {
    this.graph.writeIndexSync(path);
  }
}
