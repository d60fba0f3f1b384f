/** Lost words: runs of the question's content that a text does not explain. A wrong company, place or indicator is one. */
import type { QuestionUnits } from '../question/question-units.js';
import type { SentencePool } from './sentence-pool.js';

/** The heaviest run of unexplained content terms. */
export interface LostWords {
  /** Idf in nats of the heaviest run. */
  readonly run: number;
  /** Its terms. */
  readonly length: number;
  /** Idf of all unexplained terms over that of all terms, 0 to 1. */
  readonly share: number;
  /** Idf in nats of the heaviest run of explained terms: a name that stands there whole. */
  readonly held: number;
}

/**
 * Finds what the rows of `counts` leave unexplained. A Han character is explained by a pair that holds it, or by itself where the
 * question gives it no pair; any other term by itself.
 */
export function findLostWords(
  { counts, unitCount }: SentencePool,
  { unitOfTerm, unitOfPair, termWeights }: QuestionUnits,
  rows: readonly number[],
): LostWords {
  const holds = (unit: number): boolean =>
    unit >= 0 && rows.some((row) => counts[row * unitCount + unit]! > 0);
  let run = 0;
  let kept = 0;
  let held = 0;
  let length = 0;
  let longest = { run: 0, length: 0 };
  let lost = 0;
  let total = 0;
  for (let i = 0; i < unitOfTerm.length; i++) {
    const before = i > 0 ? unitOfPair[i - 1]! : -1;
    const after = unitOfPair[i]!;
    const isAlone = before < 0 && after < 0;
    const weight = termWeights[i]!;
    total += weight;
    if (isAlone ? holds(unitOfTerm[i]!) : holds(before) || holds(after)) {
      run = 0;
      length = 0;
      kept += weight;
      held = Math.max(held, kept);
      continue;
    }
    kept = 0;
    lost += weight;
    run += weight;
    length++;
    if (run > longest.run) longest = { run, length };
  }
  return { ...longest, share: total === 0 ? 0 : lost / total, held };
}
