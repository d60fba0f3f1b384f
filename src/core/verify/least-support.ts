/**
 * The least probability of support, 0 to 1, with which a claim passes. At one half a claim passes when it is more
 * likely supported than not; the figures are calibrated, so on balanced claims this gives about the best balanced
 * accuracy.
 */
export const leastSupport = 0.5;
