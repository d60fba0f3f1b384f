import { describe, expect, it } from 'vitest';
import { retrieve, retrieveDefaults } from '../../../src/core/search/retrieve.js';
import { SearchIndex } from '../../../src/core/search/search-index.js';
import { ExactVectorIndex } from '../../../src/core/search/vector-index.js';
import { fold } from '../../../src/core/text/fold.js';
import { prepare } from '../../support/found-answer.js';
import { tables } from '../../support/tables.js';

const [east, north] = [Float32Array.of(1, 0), Float32Array.of(0, 1)];

/** Bodies by id; `embedding` says where a release points, all of its passages alike; undefined has none yet. */
function indexOf(
  bodies: Readonly<Record<string, string>>,
  embedding: (id: string) => Float32Array | undefined = () => east,
): SearchIndex {
  const index = new SearchIndex(new ExactVectorIndex());
  for (const [id, body] of Object.entries(bodies)) {
    const prepared = prepare(body, { id });
    const one = embedding(id);
    const embeddings = one ? prepared.passages.map(() => one) : [];
    index.add([{ prepared, fingerprint: id, embeddings }]);
  }
  return index;
}

function search(index: SearchIndex, question: string, embedding: Float32Array | null = null) {
  return retrieve(index, fold(question, tables).text, embedding);
}
function idsFor(...[index, question, embedding]: Parameters<typeof search>): string[] {
  return search(index, question, embedding).map(({ prepared }) => prepared.release.id);
}

const filler = '今天天气很好，大家都去公园散步。'.repeat(30);

describe('retrieve by words', () => {
  it('does not count the words that ask', () => {
    const index = indexOf({
      asks: '什么时候、在哪里、为什么、多少钱，这些都是人们常问的。请问一下什么时候开门？',
      answers: '港区的签约仪式于12月27日举行。',
    });
    expect(idsFor(index, '请问港区签约是什么时候')[0]).toBe('answers');
  });

  it('finds what only words that ask are asked of', () => {
    const index = indexOf({ a: '什么是什么，谁也说不清。', b: '天气很好。' });
    expect(idsFor(index, '是什么')[0]).toBe('a');
  });

  it('prefers one passage with all of the question to a release with its parts far apart', () => {
    const index = indexOf({
      apart: `北山港今年扩建。${filler}进出口额创下新高。`,
      together: `${filler}北山港进出口额创下新高。${filler}`,
    });
    expect(idsFor(index, '北山港的进出口额')[0]).toBe('together');
  });

  it('prefers a release that opens with it to one that mentions it in passing', () => {
    const index = indexOf({ mentions: `${filler.repeat(3)}北山港扩建。`, opens: `北山港扩建。${filler.repeat(3)}` });
    expect(idsFor(index, '北山港扩建')[0]).toBe('opens');
  });

  it('finds English words in other forms', () => {
    const index = indexOf({
      gold: 'Acme is announcing its newest awards for local companies.',
      other: 'The weather is fine and people walk in the park.',
      rest: 'Nothing else is new.',
    });
    expect(idsFor(index, "Acme's award for a company, announced")).toEqual(['gold']);
  });

  it('scores a passage by the terms that it holds, also while there are no embeddings', () => {
    const index = indexOf({ a: `北山港扩建。${filler}`, b: '天气很好。' }, () => undefined);
    const [{ passages, by }] = search(index, '北山港扩建', east) as [ReturnType<typeof search>[0]];
    expect(by).toEqual(['words']);
    expect(passages[0]).toMatchObject({ coverage: 1, cosine: 0 });
    expect(passages.at(-1)).toMatchObject({ coverage: 0, words: 0, cosine: 0 });
  });
});

describe('retrieve by meaning', () => {
  const towards = (id: string): Float32Array => (id.startsWith('near') ? north : east);

  it('finds what shares no word, but not without an embedding of the question', () => {
    const index = indexOf({ near: '售价上调。', far: '天气很好。' }, towards);
    expect(idsFor(index, '汽车涨了', north)[0]).toBe('near');
    expect(idsFor(index, '汽车涨了')).toEqual([]);
  });

  it('finds releases in the other language by the vectors alone, behind the others', () => {
    const index = indexOf({ far: 'The weather is fine.', near: 'Car prices went up.', own: '天气很好。' }, towards);
    expect(idsFor(index, '汽车涨了', north)).toEqual(['own', 'near', 'far']);
    expect(search(index, '汽车涨了', north).map(({ isOther, by }) => [isOther, by])).toEqual([
      [false, ['meaning']],
      [true, ['other language']],
      [true, ['other language']],
    ]);
    expect(idsFor(index, '汽车涨了')).toEqual([]);
  });

  it('gives at most so many of either language', () => {
    const bodies = Array.from({ length: 30 }, (_, i) => [`z${i}`, '港区扩建。'] as const);
    const english = bodies.map(([id]) => [`e${id}`, 'The port grows.'] as const);
    const found = search(indexOf(Object.fromEntries([...bodies, ...english])), '港区扩建', east);
    expect(found.filter(({ isOther }) => !isOther)).toHaveLength(retrieveDefaults.releases);
    expect(found.filter(({ isOther }) => isOther)).toHaveLength(retrieveDefaults.otherReleases);
  });
});

describe('retrieve', () => {
  it('looks at nothing but the one release that is asked about', () => {
    const index = indexOf({ a: '港区扩建。', b: '天气很好。' });
    const ids = (only: string): string[] =>
      retrieve(index, '港区扩建', east, { ...retrieveDefaults, only }).map(({ prepared }) => prepared.release.id);
    expect(ids('b')).toEqual(['b']);
    expect(ids('gone')).toEqual([]);
  });
});
