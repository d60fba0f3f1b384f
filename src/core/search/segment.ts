/** A segment of the lexical index: the postings of some documents in typed arrays, which never change. */

/** A document to index: `id` is any unsigned 32-bit number, `terms` as {@link termsOf} makes them. */
export interface LexicalDocument {
  readonly id: number;
  readonly terms: Uint32Array;
}

/**
 * Postings of some documents, which stand in order of their ids. The documents that hold `terms[t]` are `docs[offsets[t] .. offsets[t + 1])`, as positions
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

/** Counts terms, in order of first appearance. */
export function countTerms(terms: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** Makes the segment of documents. */
export function buildSegment(unsorted: readonly LexicalDocument[]): Segment {
  const documents = unsorted.toSorted((x, y) => x.id - y.id);
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
export function documentsOf({ ids, lengths, terms, offsets, docs, counts }: Segment): LexicalDocument[] {
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
export function termPosition({ terms }: Segment, term: number): number {
  const t = lowerBound(terms, term, 0, terms.length);
  return terms[t] === term ? t : -1;
}

/** The first position in `[low, high)` of ascending values whose value is at least `value`; `high` when there is none. */
export function lowerBound(ascending: Uint32Array, value: number, low: number, high: number): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
