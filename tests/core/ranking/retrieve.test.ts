import { describe, expect, it } from 'vitest';
import { bareRelease, prepareRelease } from '../../../src/core/corpus/corpus.js';
import { fold } from '../../../src/core/text/fold.js';
import { findCandidates, retrieve, retrieveDefaults } from '../../../src/core/ranking/retrieve.js';
import { SearchIndex } from '../../../src/core/search/search-index.js';
import { ExactVectorIndex } from '../../../src/core/search/vector-index.js';
import { tables } from '../../support/tables.js';

/** Bodies by id; `embedding` says where a release points, all of its passages alike. */
function indexOf(
  bodies: Readonly<Record<string, string>>,
  embedding: (id: string) => Float32Array = () => Float32Array.of(1, 0),
): SearchIndex {
  const index = new SearchIndex(new ExactVectorIndex());
  index.add(
    Object.entries(bodies).map(([id, body]) => {
      const prepared = prepareRelease(bareRelease(id, body), tables);
      return { prepared, fingerprint: id, embeddings: prepared.passages.map(() => embedding(id)) };
    }),
  );
  return index;
}

function idsFor(index: SearchIndex, question: string, embedding?: Float32Array): string[] {
  const folded = fold(question, tables).text;
  return retrieve(index, folded, embedding ?? null).map(({ prepared }) => prepared.release.id);
}

const filler = '今天天气很好，大家都去公园散步。'.repeat(30);

describe('retrieve', () => {
  it('does not count the words that ask', () => {
    const index = indexOf({
      asks: '什么时候、在哪里、为什么、多少钱，这些都是人们常问的。请问一下什么时候开门？',
      answers: '示范区的签约仪式于12月27日举行。',
    });
    expect(idsFor(index, '请问示范区签约是什么时候')[0]).toBe('answers');
  });

  it('finds what only words that ask are asked of', () => {
    const index = indexOf({ a: '什么是什么，谁也说不清。', b: '天气很好。' });
    expect(idsFor(index, '是什么')[0]).toBe('a');
  });

  it('prefers one passage with all of the question to a release with its parts far apart', () => {
    const index = indexOf({
      apart: `武宿综保区今年扩建。${filler}进出口额创下新高。`,
      together: `${filler}武宿综保区进出口额创下新高。${filler}`,
    });
    expect(idsFor(index, '武宿综保区的进出口额')[0]).toBe('together');
  });

  it('prefers a release that opens with it to one that mentions it in passing', () => {
    const index = indexOf({
      mentions: `${filler.repeat(3)}武宿综保区扩建。`,
      opens: `武宿综保区扩建。${filler.repeat(3)}`,
    });
    expect(idsFor(index, '武宿综保区扩建')[0]).toBe('opens');
  });

  it('finds English words in other forms', () => {
    const index = indexOf({
      gold: 'Acme is announcing its newest awards for local companies.',
      other: 'The weather is fine and people walk in the park.',
      rest: 'Nothing else is new.',
    });
    expect(idsFor(index, "Acme's award for a company, announced")).toEqual(['gold']);
  });

  it('finds by meaning what shares no word', () => {
    const towards = (id: string): Float32Array =>
      id === 'near' ? Float32Array.of(0, 1) : Float32Array.of(1, 0);
    const index = indexOf({ near: '售价上调。', far: '天气很好。' }, towards);
    expect(idsFor(index, '汽车涨了', Float32Array.of(0, 1))[0]).toBe('near');
    expect(idsFor(index, '汽车涨了')).toEqual([]);
  });

  it('gives the best release 1 and the others less, in order of their scores', () => {
    const index = indexOf({ a: '签约投资额951亿元。', b: '签约项目63个。', c: '天气很好。' });
    const found = retrieve(index, '签约投资额', Float32Array.of(1, 0));
    expect(found.map(({ releaseScore }) => releaseScore)).toEqual(
      found.map(({ score }) => score / found[0]!.score),
    );
    expect(found[0]!.releaseScore).toBe(1);
    expect(found.map(({ score }) => score)).toEqual(
      found.map(({ score }) => score).toSorted((x, y) => y - x),
    );
  });

  it('no longer finds a release that was taken out, and finds one that came in', () => {
    const index = indexOf({ a: '签约投资额951亿元。', b: '签约项目63个。' });
    index.remove('a');
    expect(idsFor(index, '签约投资额', Float32Array.of(1, 0))).toEqual(['b']);
    const prepared = prepareRelease(bareRelease('c', '签约投资额达到12亿元。'), tables);
    index.add([{ prepared, fingerprint: 'c', embeddings: [Float32Array.of(1, 0)] }]);
    expect(idsFor(index, '签约投资额')[0]).toBe('c');
  });
});

describe('findCandidates', () => {
  it('gives features from 0 to 1, all 1 or near it for a release that is the question', () => {
    const index = indexOf({ a: '武宿综保区进出口额', b: '天气很好。', c: '公园散步。' });
    const [best] = findCandidates(
      index,
      '武宿综保区进出口额',
      Float32Array.of(1, 0),
      retrieveDefaults,
    );
    for (const feature of best!.features) {
      expect(feature).toBeGreaterThan(0.4);
      expect(feature).toBeLessThanOrEqual(1);
    }
    expect(best!.features[0]).toBeCloseTo(1);
    expect(best!.features[1]).toBeCloseTo(1);
  });
});
