import type { ClaimWeights } from '../../src/core/verify/judge-claim.js';

/** Weights that are easy to calculate with. */
export const claimWeights: ClaimWeights = {
  bias: 0,
  weights: {
    reader: 1,
    strangeFigures: -3,
    strangeCounts: -0.5,
    strangeDates: -2,
    strangeTokens: -1,
    strangeNames: -1,
    strangeQuotes: -3,
    roundedFigures: 1,
    derivedFigures: 1,
    crosses: 0,
  },
};
