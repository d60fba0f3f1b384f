/**
 * The lexical index: BM25 over term postings in typed arrays.
 *
 * Documents live in immutable segments; adding makes a new segment, removing marks an id, and
 * {@link LexicalIndex.compact} folds everything into one segment again.
 */

/** A document to index: `id` is any unsigned 32-bit number, `terms` as {@link termsOf} makes them. */
export interface LexicalDocument {
  readonly id: number;
  readonly terms: Uint32Array;
}

/**
 * Postings of some documents. The documents that hold `terms[t]` are `docs[offsets[t] .. offsets[t + 1])`, as positions
 * in `ids` and `lengths`, each with its count of that term, at most 65,535.
 */
export interface Segment {
  readonly ids: Uint32Array;
  readonly lengths: Uint32Array;
  readonly terms: Uint32Array;
  readonly offsets: Uint32Array;
  readonly docs: Uint32Array;
  readonly counts: Uint16Array;
}

/** BM25's k1 and b, as the baseline of the development sets has them; b is low because passages are alike in length. */
const k1 = 0.9;
const b = 0.4;

/** More segments than this make a search slower than folding them together once. */
const mostSegments = 8;

export class LexicalIndex {
  private segments: Segment[];
  private readonly removed = new Set<number>();

  constructor(segments: readonly Segment[] = []) {
    this.segments = [...segments];
  }

  /** How many documents a search sees. */
  get size(): number {
    return this.segments.reduce((sum, { ids }) => sum + ids.length, 0) - this.removed.size;
  }

  /** Adds documents under ids that are not in the index. */
  add(documents: readonly LexicalDocument[]): void {
    if (documents.length === 0) return;
    if (documents.some(({ id }) => this.removed.has(id))) this.compact();
    this.segments.push(buildSegment(documents));
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
    const total = this.segments.reduce((sum, { ids }) => sum + ids.length, 0);
    return Math.log(1 + (total - n + 0.5) / (n + 0.5));
  }

  /**
   * Scores all documents for a query by BM25; a term that the query repeats counts as often.
   * @returns score by id, at least 0, higher is better; its length is one more than the largest id
   */
  score(query: Uint32Array): Float32Array {
    const scores = new Float32Array(
      Math.max(-1, ...this.segments.map(({ ids }) => largest(ids))) + 1,
    );
    const meanLength = this.meanLength();
    for (const [term, times] of countTerms(query)) {
      const weight = times * this.idf(term) * (k1 + 1);
      for (const segment of this.segments) {
        const t = termPosition(segment, term);
        if (t !== -1) addGains(segment, t, weight, meanLength, scores);
      }
    }
    for (const id of this.removed) scores[id] = 0;
    return scores;
  }

  private meanLength(): number {
    let documents = 0;
    let terms = 0;
    for (const { lengths } of this.segments) {
      documents += lengths.length;
      for (const length of lengths) terms += length;
    }
    return documents === 0 ? 1 : terms / documents;
  }
}

function addGains(
  { offsets, docs, counts, lengths, ids }: Segment,
  t: number,
  weight: number,
  meanLength: number,
  scores: Float32Array,
): void {
  for (let p = offsets[t]!; p < offsets[t + 1]!; p++) {
    const doc = docs[p]!;
    const norm = k1 * (1 - b + (b * lengths[doc]!) / meanLength);
    scores[ids[doc]!]! += (weight * counts[p]!) / (counts[p]! + norm);
  }
}

/** Counts terms, in order of first appearance. */
export function countTerms(terms: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function buildSegment(documents: readonly LexicalDocument[]): Segment {
  const counted = documents.map(({ terms }) => countTerms(terms));
  const frequency = new Map<number, number>();
  for (const counts of counted) {
    for (const term of counts.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  const terms = Uint32Array.from(frequency.keys()).sort();
  const offsets = new Uint32Array(terms.length + 1);
  const next = new Map<number, number>(); // where the next posting of a term goes
  for (const [t, term] of terms.entries()) {
    next.set(term, offsets[t]!);
    offsets[t + 1] = offsets[t]! + frequency.get(term)!;
  }
  const docs = new Uint32Array(offsets.at(-1)!);
  const counts = new Uint16Array(docs.length);
  for (const [doc, termCounts] of counted.entries()) {
    for (const [term, count] of termCounts) {
      const p = next.get(term)!;
      next.set(term, p + 1);
      docs[p] = doc;
      counts[p] = Math.min(count, 0xffff);
    }
  }
  return {
    ids: Uint32Array.from(documents, ({ id }) => id),
    lengths: Uint32Array.from(documents, ({ terms: { length } }) => length),
    terms,
    offsets,
    docs,
    counts,
  };
}

/** The documents of a segment again, with their terms in ascending order. */
function documentsOf({ ids, lengths, terms, offsets, docs, counts }: Segment): LexicalDocument[] {
  const documents = Array.from(ids, (id, doc) => ({ id, terms: new Uint32Array(lengths[doc]!) }));
  const filled = new Uint32Array(ids.length);
  for (const [t, term] of terms.entries()) {
    for (let p = offsets[t]!; p < offsets[t + 1]!; p++) {
      const doc = docs[p]!;
      const from = filled[doc]!;
      filled[doc] = from + counts[p]!;
      documents[doc]!.terms.fill(term, from, filled[doc]);
    }
  }
  return documents;
}

/** Binary search for a term; -1 when the segment does not hold it. */
function termPosition({ terms }: Segment, term: number): number {
  let low = 0;
  let high = terms.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if (terms[middle] === term) return middle;
    if (terms[middle]! < term) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function largest(ids: Uint32Array): number {
  return ids.reduce((most, id) => Math.max(most, id), -1);
}
