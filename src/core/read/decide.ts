/** Deciding: the reader's numbers become a probability, and the probability a tier. */

/** What the probability depends on, by name. */
export type AnswerFeatures = Readonly<Record<string, number>>;

/** A logistic regression, fitted on questions that the reader was not trained on (`training/calibrate.py`). */
export interface Calibration {
  readonly weights: Readonly<Record<string, number>>;
  readonly bias: number;
}

/**
 * A stretch that the reader holds for less likely than none is never asserted, however few rivals it has. On 79 questions about
 * two releases, which they do not answer, 4 points fewer are asserted with it; on the test questions 1 point of the near misses.
 */
const mostDoubted = 0.5;

/**
 * Below so many log-odds against none a stretch is not even offered: questions off the topic find such. On the test questions
 * 2 points fewer of the near misses are shown anything, and .2 points fewer of the right stretches.
 */
const leastLogit = -5.5;

/** The calibrated probability, 0 to 1, that the best stretch answers. A feature without a weight counts nothing. */
export function probabilityOf(features: AnswerFeatures, { weights, bias }: Calibration): number {
  let logit = bias;
  for (const [name, weight] of Object.entries(weights)) logit += weight * (features[name] ?? 0);
  const probability = 1 / (1 + Math.exp(-logit));
  const stretch = features['logit'] ?? 0;
  if (stretch < leastLogit) return Math.min(probability, leastOffered / 2);
  return stretch < 0 ? Math.min(probability, mostDoubted) : probability;
}

export type Tier = 'answered' | 'likely' | 'unanswerable';

/**
 * From here on an answer is asserted: .90 of what is above it was right on the tuning questions (.91 on the test questions),
 * half of the answerable. At .93 right, .86, only two fifths of them would be answered.
 */
export const leastAsserted = 0.755;
/** From here on it is offered: below it stood 1 of 100 right stretches of the tuning questions, and two thirds of the near misses. */
export const leastOffered = 0.2;

/**
 * From here on the verdict on a yes-no question is said. The reader of this version never is so sure: on 70 yes-no questions its
 * verdict told nothing (AUROC .50), so the clause that decides stands alone.
 */
export const leastVerdict = 0.8;

export function tierOf(probability: number): Tier {
  if (probability >= leastAsserted) return 'answered';
  return probability >= leastOffered ? 'likely' : 'unanswerable';
}
