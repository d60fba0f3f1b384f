import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LexicalIndex, type LexicalScores } from '../../../src/core/search/lexical-index.js';
import { countTerms, type LexicalDocument } from '../../../src/core/search/segment.js';
import { termsOf } from '../../../src/core/text/terms.js';

/** BM25 as the formula says, document by document. */
function naiveScores(documents: readonly LexicalDocument[], query: Uint32Array): Map<number, number> {
  const mean = documents.reduce((sum, { terms }) => sum + terms.length, 0) / documents.length;
  return new Map(
    documents.map(({ id, terms }) => {
      let score = 0;
      for (const term of query) {
        const n = documents.filter((other) => other.terms.includes(term)).length;
        const count = terms.filter((other) => other === term).length;
        const idf = Math.log(1 + (documents.length - n + 0.5) / (n + 0.5));
        score += (idf * count * 1.9) / (count + 0.9 * (0.6 + (0.4 * terms.length) / mean));
      }
      return [id, score];
    }),
  );
}

const term = fc.integer({ min: 1, max: 12 });
const terms = fc.array(term, { minLength: 1, maxLength: 20 }).map((list) => Uint32Array.from(list));

/** Plain BM25: each term as often as the query holds it, times its idf. */
function bm25(index: LexicalIndex, query: Uint32Array): LexicalScores {
  return index.score(new Map([...countTerms(query)].map(([one, times]) => [one, times * index.idf(one)])));
}

function expectSameScores(index: LexicalIndex, documents: LexicalDocument[], query: Uint32Array): void {
  const scores = bm25(index, query);
  for (const [id, expected] of naiveScores(documents, query)) {
    expect(scores.of(id)).toBeCloseTo(expected, 4);
  }
}

describe('LexicalIndex', () => {
  it('scores as the formula says, whatever came in or out before', () => {
    fc.assert(
      fc.property(fc.array(terms, { minLength: 2, maxLength: 15 }), terms, fc.nat(), (lists, query, seed) => {
        const documents = lists.map((list, id) => ({ id, terms: list }));
        const removed = documents.filter(({ id }) => (seed >> (id % 30)) % 2 === 1).slice(1);
        const kept = documents.filter((document) => !removed.includes(document));
        const index = new LexicalIndex();
        for (const document of documents) index.add([document]);
        index.remove(removed.map(({ id }) => id));
        index.compact();
        expect(index.size).toBe(kept.length);
        expectSameScores(index, kept, query);
        index.add(removed);
        expectSameScores(index, documents, query);
      }),
    );
  });

  it('does not find a removed document, before compacting as after', () => {
    const index = new LexicalIndex();
    index.add([
      { id: 3, terms: termsOf('签约投资额') },
      { id: 5, terms: termsOf('落地率') },
    ]);
    index.remove([3]);
    expect(bm25(index, termsOf('签约')).of(3)).toBe(0);
    index.compact();
    expect(bm25(index, termsOf('签约')).of(3)).toBe(0);
    expect(bm25(index, termsOf('落地')).best(5)).toEqual([5]);
  });

  it('counts terms in a range of ids, over all segments', () => {
    fc.assert(
      fc.property(fc.array(terms, { minLength: 1, maxLength: 12 }), terms, (lists, query) => {
        const index = new LexicalIndex();
        const half = Math.ceil(lists.length / 2);
        const documents = lists.map((list, id) => ({ id: id * 2, terms: list }));
        index.add(documents.slice(half));
        index.add(documents.slice(0, half));
        const wanted = [...new Set(query)];
        const [from, to] = [1, lists.length * 2 - 1];
        const counts = index.counter(Uint32Array.from(wanted))(from, to);
        for (let id = from; id < to; id++) {
          const held = documents.find((document) => document.id === id)?.terms ?? [];
          const row = counts.subarray((id - from) * wanted.length, (id - from + 1) * wanted.length);
          expect([...row]).toEqual(wanted.map((one) => [...held].filter((other) => other === one).length));
        }
      }),
    );
  });

  it('finds nothing in an empty index', () => {
    expect(bm25(new LexicalIndex(), termsOf('签约')).best(3)).toEqual([]);
  });
});
