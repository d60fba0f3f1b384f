import { describe, expect, it } from 'vitest';
import { makeCheckable } from '../../../src/core/verify/checkable-text.js';
import { findStrangeName } from '../../../src/core/verify/claim-names.js';
import { tables } from '../../support/tables.js';

const find = (claim: string, ...sources: string[]): string | null =>
  findStrangeName(
    makeCheckable(claim, tables),
    claim,
    sources.map((one) => makeCheckable(one, tables).text),
  );

describe('a name of a claim', () => {
  it.each([
    ['记者孙宇佳报道。', '（記者孫宇佳）'],
    ['郑鹏在比赛中获胜。', '中国选手郑鹏分别摘得银牌和铜牌。'],
    ['《纲要》共14章。', '《綱要》共14章。'],
    ['Microban提供保护。', 'Microban® protection.'],
    ['The SKU count grew, AUTODOC said.', 'AUTODOC has more SKUs.'],
    ['Talks began on Monday in March.', 'Talks began.'],
    ['The zone signed 63 projects, Li Wei said.', '示范区签约63个项目。'],
  ])('comes from a source, or cannot be compared: %s', (claim, source) => {
    expect(find(claim, source)).toBeNull();
  });

  it.each([
    ['发言人李明介绍。', '发言人张效生介绍。', '李明'],
    ['记者孙宇嘉报道。', '记者孙宇佳报道。', '孙宇嘉'],
    ['《提纲》共14章。', '《纲要》共14章。', '提纲'],
    ['Micro提供保护。', 'Microban® protection.', 'micro'],
    ['According to Miceli, sales grew.', 'Vanessa said that sales grew.', 'Miceli'],
  ])('is refused when it comes from nowhere: %s', (claim, source, name) => {
    expect(find(claim, source)).toBe(name);
  });
});
