/**
 * The lexical index: BM25 over term postings in typed arrays.
 *
 * Documents live in immutable segments; adding makes a new segment, removing marks an id, and
 * {@link LexicalIndex.compact} folds everything into one segment again.
 */
import { buildSegment, documentsOf, lowerBound, termPosition, type LexicalDocument, type Segment } from './segment.js';
import { selectBest } from './select-best.js';

/** BM25's k1 and b, as the baseline of the development sets has them; b is low because passages are alike in length. */
const k1 = 0.9;
const b = 0.4;

/** More segments than this make a search slower than folding them together once. */
const mostSegments = 8;

/** What a search found: scores at least 0, higher is better, 0 for a document that holds none of the terms. */
export interface LexicalScores {
  /** The score of a document; 0 for one that is not in the index. */
  of(id: number): number;
  /** Ids of the `count` best documents above 0, best first. */
  best(count: number): number[];
}

/**
 * Counts terms in the documents with ids `[from, to)`: document `id` holds term `t` of the counter's
 * `counts[(id - from) * terms + t]` times.
 */
export type TermCounter = (from: number, to: number) => Uint16Array;

export class LexicalIndex {
  private segments: Segment[];
  private readonly removed = new Set<number>();
  /** Terms of all documents, the removed ones included. */
  private termTotal: number;

  constructor(segments: readonly Segment[] = []) {
    this.segments = [...segments];
    this.termTotal = segments.reduce((sum, segment) => sum + termsIn(segment), 0);
  }

  /** How many documents a search sees. */
  get size(): number {
    return this.documents - this.removed.size;
  }

  /** Adds documents under ids that are not in the index. */
  add(documents: readonly LexicalDocument[]): void {
    if (documents.length === 0) return;
    if (documents.some(({ id }) => this.removed.has(id))) this.compact();
    const segment = buildSegment(documents);
    this.segments.push(segment);
    this.termTotal += termsIn(segment);
    if (this.segments.length > mostSegments) this.compact();
  }

  /** Removes documents that are in the index. */
  remove(ids: Iterable<number>): void {
    for (const id of ids) this.removed.add(id);
  }

  /** Folds all segments into one, without the removed documents, and returns it: what a saved index holds. */
  compact(): Segment {
    const [only] = this.segments;
    if (only && this.segments.length === 1 && this.removed.size === 0) return only;
    const documents = this.segments.flatMap(documentsOf).filter(({ id }) => !this.removed.has(id));
    const merged = buildSegment(documents);
    this.segments = [merged];
    this.termTotal = termsIn(merged);
    this.removed.clear();
    return merged;
  }

  /** In how many documents a term occurs; removed ones count until the next {@link compact}. */
  documentFrequency(term: number): number {
    return this.segments.reduce((sum, segment) => {
      const t = termPosition(segment, term);
      return t === -1 ? sum : sum + segment.offsets[t + 1]! - segment.offsets[t]!;
    }, 0);
  }

  /** Lucene's idf, ln(1 + (N - n + 0.5) / (n + 0.5)): above 0, highest for a term that occurs nowhere. */
  idf(term: number): number {
    const n = this.documentFrequency(term);
    return Math.log(1 + (this.documents - n + 0.5) / (n + 0.5));
  }

  /**
   * Scores documents by BM25; only those that hold a term cost anything.
   * @param weights of each term of the query; `idf` times how often the query holds it, for BM25 as it is known
   */
  score(weights: ReadonlyMap<number, number>): LexicalScores {
    const meanLength = this.termTotal / Math.max(1, this.documents) || 1;
    const scored = this.segments.map((segment) => ({
      ids: segment.ids,
      scores: scoreSegment(segment, weights, meanLength),
    }));
    for (const id of this.removed) {
      for (const { ids, scores } of scored) {
        const doc = lowerBound(ids, id, 0, ids.length);
        if (ids[doc] === id) scores[doc] = 0;
      }
    }
    return {
      of: (id) => {
        for (const { ids, scores } of scored) {
          const doc = lowerBound(ids, id, 0, ids.length);
          if (ids[doc] === id) return scores[doc]!;
        }
        return 0;
      },
      best: (count) =>
        scored
          .flatMap(({ ids, scores }) =>
            selectBest(scores, count, 0).map((doc) => ({ id: ids[doc]!, score: scores[doc]! })),
          )
          .sort((x, y) => y.score - x.score || x.id - y.id)
          .slice(0, count)
          .map(({ id }) => id),
    };
  }

  /** Prepares to count terms in ranges of ids; the cost of a range depends on what is in it, not on the index. */
  counter(terms: Uint32Array): TermCounter {
    const found = this.segments.map((segment) => ({
      segment,
      positions: Int32Array.from(terms, (term) => termPosition(segment, term)),
    }));
    return (from, to) => {
      const counts = new Uint16Array((to - from) * terms.length);
      for (const { segment, positions } of found) countRange(segment, positions, from, to, counts);
      return counts;
    };
  }

  /** How many documents the segments hold, the removed ones included. */
  private get documents(): number {
    return this.segments.reduce((sum, { ids }) => sum + ids.length, 0);
  }
}

function termsIn({ lengths }: Segment): number {
  return lengths.reduce((sum, length) => sum + length, 0);
}

function scoreSegment(segment: Segment, weights: ReadonlyMap<number, number>, meanLength: number): Float32Array {
  const { offsets, docs, counts, lengths } = segment;
  const scores = new Float32Array(lengths.length);
  for (const [term, weight] of weights) {
    const t = termPosition(segment, term);
    if (t === -1) continue;
    const most = weight * (k1 + 1);
    for (let p = offsets[t]!; p < offsets[t + 1]!; p++) {
      const doc = docs[p]!;
      const norm = k1 * (1 - b + (b * lengths[doc]!) / meanLength);
      scores[doc]! += (most * counts[p]!) / (counts[p]! + norm);
    }
  }
  return scores;
}

function countRange(
  { ids, offsets, docs, counts }: Segment,
  positions: Int32Array,
  from: number,
  to: number,
  into: Uint16Array,
): void {
  const first = lowerBound(ids, from, 0, ids.length);
  const last = lowerBound(ids, to, first, ids.length);
  if (first === last) return;
  for (const [term, t] of positions.entries()) {
    if (t === -1) continue;
    const end = offsets[t + 1]!;
    for (let p = lowerBound(docs, first, offsets[t]!, end); p < end && docs[p]! < last; p++) {
      into[(ids[docs[p]!]! - from) * positions.length + term] = counts[p]!;
    }
  }
}
