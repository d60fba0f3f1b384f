import { describe, expect, it } from 'vitest';
import { bareRelease } from '../../src/core/corpus/corpus.js';
import { corpusOf } from '../support/corpus-of.js';

const { search } = corpusOf([
  bareRelease('a', '項(xiàng)目落地率高達(dá)76.19%。簽約投資額為951.64億元。'),
  bareRelease('b', '项目落地率大幅提升。今天天气很好。'),
  bareRelease('c', 'The company opened a plant. It employs 300 people.'),
]);

const quotes = (query: string) => search(query, 0, 20).citations.map(({ quote }) => quote);

describe('searching sentences', () => {
  it('finds the sentences that hold the words, in either script, as they stand in the file', () => {
    expect(quotes('落地率').sort()).toEqual(['項目落地率高達76.19%。', '项目落地率大幅提升。'].sort());
    expect(quotes('落地率高达')[0]).toBe('項目落地率高達76.19%。');
    expect(quotes('簽約投資')).toEqual(['簽約投資額為951.64億元。']);
    const [found] = search('签约投资', 0, 1).citations;
    expect(found).toMatchObject({ n: 1, release: { id: 'a' }, sentence: 2 });
    expect(found!.release.body.slice(found!.start, found!.end)).toBe(found!.original);
  });

  it('finds words of other scripts and full-width figures', () => {
    expect(quotes('PLANT')).toEqual(['The company opened a plant.']);
    expect(quotes('９５１.６４')).toEqual(['簽約投資額為951.64億元。']);
  });

  it('finds nothing where the words are not', () => {
    expect(quotes('火星探测器')).toEqual([]);
    expect(quotes('')).toEqual([]);
    expect(quotes('？！…')).toEqual([]);
    expect(corpusOf([]).search('落地率', 0, 20)).toEqual({ citations: [], hasMore: false });
  });

  it('names a sentence once that several releases repeat', () => {
    const copies = corpusOf([bareRelease('a', '落地率是5。'), bareRelease('b', '落地率是5。')]);
    expect(copies.search('落地率', 0, 20).citations).toHaveLength(1);
  });
});
