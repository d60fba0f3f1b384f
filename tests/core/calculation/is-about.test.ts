import { describe, expect, it } from 'vitest';
import { bareRelease, prepareRelease } from '../../../src/core/corpus/corpus.js';
import { isAbout } from '../../../src/core/calculation/is-about.js';
import { tables } from '../../support/tables.js';

const prepared = prepareRelease(
  bareRelease(
    'a',
    '示范区签约投资额为951.64亿元。晶科能源项目总投资达560亿元。示范区推进改革。示范区扩大开放。地区生产总值达938亿元。',
  ),
  tables,
);

describe('isAbout', () => {
  it.each([
    ['2023年以来示范区签约投资额', 0, true],
    ['晶科能源项目', 1, true],
    ['示范区地区生产总值', 4, true], // 示范区 is everywhere
    ['gdp', 4, true],
    ['晶科能源签约投资额', 0, false], // another sentence's
    ['比亚迪签约投资额', 0, false], // nobody's
    ['示范区', 4, false], // nothing shared
  ] as const)('%s, sentence %i: %s', (words, sentence, expected) => {
    expect(isAbout(words, prepared, sentence)).toBe(expected);
  });
});
