/** Deciding: the reader's numbers become a probability, and the probability a tier. */

/** What the probability depends on, by name. */
export type AnswerFeatures = Readonly<Record<string, number>>;

/** A logistic regression, fitted on questions that the reader was not trained on (`training/calibrate.py`). */
export interface Calibration {
  readonly weights: Readonly<Record<string, number>>;
  readonly bias: number;
}

/** The calibrated probability, 0 to 1, that the best stretch answers. A feature without a weight counts nothing. */
export function probabilityOf(features: AnswerFeatures, { weights, bias }: Calibration): number {
  let logit = bias;
  for (const [name, weight] of Object.entries(weights)) logit += weight * (features[name] ?? 0);
  return 1 / (1 + Math.exp(-logit));
}

export type Tier = 'answered' | 'likely' | 'unanswerable';

/** From here on an answer is asserted: so many of the answers above it are right, .93 on the tuning questions. */
export const leastAsserted = 0.7;
/** From here on it is offered. */
export const leastOffered = 0.12;

export function tierOf(probability: number): Tier {
  if (probability >= leastAsserted) return 'answered';
  return probability >= leastOffered ? 'likely' : 'unanswerable';
}
