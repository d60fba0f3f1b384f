import { describe, expect, it } from 'vitest';
import { judgeClaim } from '../../../src/core/verify/judge-claim.js';
import { claimWeights } from '../../support/claim-weights.js';
import { fakeReader } from '../../support/fake-reader.js';
import { tables } from '../../support/tables.js';

const judge = (claim: string, ...sentences: string[]) =>
  judgeClaim({ claim, sentences }, { reader: fakeReader(), weights: claimWeights, tables });

describe('judgeClaim', () => {
  it('supports what the reader supports and the rules have nothing against', async () => {
    const sentence = '上半年吞吐量达5.28亿人次。';
    const { supported, probability, reason } = await judge('上半年吞吐量超过5亿人次。', sentence);
    expect({ supported, reason }).toEqual({ supported: true, reason: null });
    expect(probability).toBeCloseTo(1 / (1 + Math.exp(-Math.log(9) - 1)), 5);
  });

  it.each([
    ['上半年吞吐量达8.25亿人次。', '8.25亿人次 is in none of the sentences'],
    ['上半年吞吐量达5.28亿人次，称“创新高”。', '创新高 is in none of the sentences'],
    ['天气很好。', 'the sentences do not say it'],
  ])('says why it does not: %s', async (claim, reason) => {
    const judgement = await judge(claim, '上半年吞吐量达5.28亿人次。', '增长8%。');
    expect(judgement).toMatchObject({ supported: false, reason });
    expect(judgement.probability).toBeLessThan(0.5);
  });
});
