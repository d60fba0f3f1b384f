/** What an evaluation says of the answers to a set of questions. */
import type { AnswerKind } from '../answer/answer.js';
import { areaUnderRoc, expectedCalibrationError, mean, quantile } from './measures.js';

/** A question of a set and what is right. */
export interface EvalQuestion {
  readonly id: string;
  readonly question: string;
  readonly type: string;
  /** Any of them is right; empty for a near miss. */
  readonly answers: readonly string[];
  /** Ids of the releases that answer. */
  readonly goldIds: readonly string[];
  readonly isAnswerable: boolean;
  readonly verdict: 'yes' | 'no' | null;
}

/** What became of a question of a set. */
export interface Outcome {
  /** `plain`, `yesno`, …, as the set names it. */
  readonly type: string;
  readonly isAnswerable: boolean;
  readonly kind: AnswerKind;
  readonly confidence: number;
  /** Whether a release that answers is among those retrieved, and whether a window that holds the answer was read. */
  readonly isRetrieved: boolean;
  readonly isRead: boolean;
  /** For each of the first three citations, whether its sentence holds the answer. */
  readonly hits: readonly boolean[];
  /** F1 of the first highlight and the nearest gold answer, 0 to 1. */
  readonly highlightF1: number;
  /** Whether yes or no is right; null for other questions. */
  readonly isVerdictRight: boolean | null;
  readonly totalMs: number;
}

/** Shares are 0 to 1; NaN where there is nothing to take a share of. */
export interface AnswerMeasures {
  readonly questions: number;
  /** Of the answerable: asserted, and the first quote holds the answer. */
  readonly rightFirst: number;
  /** Of the answerable: asserted or offered, and one of the first three quotes holds it. */
  readonly rightAmongThree: number;
  /** Of what is asserted: wrong, near misses included. */
  readonly wrongAsserted: number;
  /** Of the near misses: asserted. */
  readonly nearMissAsserted: number;
  /** Of the confidence, answerable against near misses. */
  readonly auroc: number;
  /** Of those whose first quote is right: the highlight's F1 is at least .5. */
  readonly highlightRight: number;
  readonly verdictRight: number;
  readonly retrieved: number;
  readonly read: number;
  /** Of the confidence as the probability that the first quote is right, in ten bins. */
  readonly ece: number;
  readonly medianMs: number;
  readonly p95Ms: number;
}

export function measureAnswers(outcomes: readonly Outcome[]): AnswerMeasures {
  const answerable = outcomes.filter(({ isAnswerable }) => isAnswerable);
  const nearMisses = outcomes.filter(({ isAnswerable }) => !isAnswerable);
  const asserted = outcomes.filter(({ kind }) => kind === 'answered' || kind === 'partial');
  const isRight = ({ isAnswerable, hits }: Outcome): boolean => isAnswerable && hits[0] === true;
  const cited = answerable.filter(isRight);
  const yesNo = cited.filter(({ isVerdictRight }) => isVerdictRight !== null);
  const confidences = (list: readonly Outcome[]): number[] => list.map((one) => one.confidence);
  const times = outcomes.map(({ totalMs }) => totalMs);
  return {
    questions: outcomes.length,
    rightFirst: share(answerable, (one) => asserted.includes(one) && isRight(one)),
    rightAmongThree: share(answerable, ({ kind, hits }) => kind !== 'unanswerable' && hits.includes(true)),
    wrongAsserted: share(asserted, (one) => !isRight(one)),
    nearMissAsserted: share(nearMisses, (one) => asserted.includes(one)),
    auroc: areaUnderRoc(confidences(answerable), confidences(nearMisses)),
    highlightRight: share(cited, ({ highlightF1 }) => highlightF1 >= 0.5),
    verdictRight: share(yesNo, ({ isVerdictRight }) => isVerdictRight === true),
    retrieved: share(answerable, ({ isRetrieved }) => isRetrieved),
    read: share(answerable, ({ isRead }) => isRead),
    ece: expectedCalibrationError(
      outcomes
        .filter(({ confidence }) => confidence > 0)
        .map((one) => ({ probability: one.confidence, isTrue: isRight(one) })),
    ),
    medianMs: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
  };
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return mean(items.map((item) => Number(holds(item))));
}
