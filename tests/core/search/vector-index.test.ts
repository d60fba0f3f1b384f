import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HnswIndex, loadHnswlib } from '../../../src/adapters/hnsw-index.js';
import { toUnitLength } from '../../../src/core/search/embedder.js';
import { ExactVectorIndex, type VectorIndex } from '../../../src/core/search/vector-index.js';

const hnswlib = await loadHnswlib();
const dimensions = 8;

const indexes: [string, () => VectorIndex][] = [['exact', () => new ExactVectorIndex()]];
// A machine without a compiler has no hnswlib, and must pass all the same.
if (hnswlib) indexes.push(['hnsw', () => HnswIndex.empty(hnswlib, dimensions)]);

const embedding = fc
  .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: dimensions, maxLength: dimensions })
  .map((values) => toUnitLength(Float32Array.from(values)));

describe.each(indexes)('the contract of a vector index: %s', (kind, create) => {
  it('finds nothing when it is empty', () => {
    const index = create();
    expect(index.kind).toBe(kind);
    expect(index.size).toBe(0);
    expect(index.search(toUnitLength(new Float32Array(dimensions)), 5)).toEqual([]);
  });

  it('gives all when fewer than k are there, nearest first, with their cosines', () => {
    fc.assert(
      fc.property(fc.array(embedding, { minLength: 1, maxLength: 20 }), embedding, (all, query) => {
        const index = create();
        for (const [id, one] of all.entries()) index.add(id, one);
        const found = index.search(query, 50);
        expect(found.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual([...all.keys()]);
        for (const [i, { id, similarity }] of found.entries()) {
          const cosine = all[id]!.reduce((sum, value, d) => sum + value * query[d]!, 0);
          expect(similarity).toBeCloseTo(cosine, 4);
          if (i > 0) expect(similarity).toBeLessThanOrEqual(found[i - 1]!.similarity);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('never finds what was removed, and keeps the rest', () => {
    const index = create();
    const one = (i: number): Float32Array =>
      toUnitLength(Float32Array.from({ length: dimensions }, (_, d) => Math.sin(i * 7 + d)));
    for (let i = 0; i < 1500; i++) index.add(i, one(i)); // past the first capacity
    for (let i = 0; i < 1500; i += 2) index.remove(i);
    index.remove(9999);
    expect(index.size).toBe(750);
    for (const id of [1, 777, 1499]) expect(index.search(one(id), 1)[0]!.id % 2).toBe(1);
    expect(index.search(one(3), 10).every(({ id }) => id % 2 === 1)).toBe(true);
    for (let i = 2000; i < 2100; i++) index.add(i, one(i));
    expect(index.size).toBe(850);
    expect(index.search(one(2050), 3)).toHaveLength(3);
  });
});
