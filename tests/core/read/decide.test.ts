import { describe, expect, it } from 'vitest';
import { leastAsserted, leastOffered, probabilityOf, tierOf } from '../../../src/core/read/decide.js';

describe('probabilityOf', () => {
  it('is the logistic function of the weighed features', () => {
    const calibration = { weights: { logit: 2, margin: -1 }, bias: 0.5 };
    const probability = probabilityOf({ logit: 1, margin: 0.5, other: 9 }, calibration);
    expect(probability).toBeCloseTo(1 / (1 + Math.exp(-2)));
  });

  it('counts a feature that is missing as nothing', () => {
    expect(probabilityOf({}, { weights: { logit: 2 }, bias: 0 })).toBe(0.5);
  });
});

describe('tierOf', () => {
  it('asserts what is likely enough, offers what may be, and refuses the rest', () => {
    expect(0 < leastOffered && leastOffered < leastAsserted && leastAsserted < 1).toBe(true);
    expect([1, leastAsserted].map(tierOf)).toEqual(['answered', 'answered']);
    expect([leastAsserted - 1e-9, leastOffered].map(tierOf)).toEqual(['likely', 'likely']);
    expect([leastOffered - 1e-9, 0].map(tierOf)).toEqual(['unanswerable', 'unanswerable']);
  });
});
