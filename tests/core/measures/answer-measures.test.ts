import { describe, expect, it } from 'vitest';
import { measureAnswers, type Outcome } from '../../../src/core/measures/answer-measures.js';

/** An answerable question that was answered rightly. */
const right: Outcome = {
  type: 'plain',
  isAnswerable: true,
  kind: 'answered',
  confidence: 0.9,
  isRetrieved: true,
  isRead: true,
  hits: [true],
  highlightF1: 1,
  isVerdictRight: null,
  totalMs: 10,
};
const offered: Outcome = { ...right, kind: 'likely', confidence: 0.4, hits: [false, true] };
const wrong: Outcome = { ...right, confidence: 0.8, hits: [false], highlightF1: 0, isRead: false };
const nearMiss: Outcome = {
  ...right,
  isAnswerable: false,
  kind: 'unanswerable',
  confidence: 0.1,
  hits: [],
  totalMs: 30,
};

describe('measureAnswers', () => {
  it('counts as right first only what is asserted, and what is offered among three', () => {
    const measures = measureAnswers([right, offered, wrong]);
    expect(measures).toMatchObject({ questions: 3, rightFirst: 1 / 3, rightAmongThree: 2 / 3 });
    expect(measures).toMatchObject({ retrieved: 1, read: 2 / 3, wrongAsserted: 1 / 2 });
  });

  it('takes a near miss that is asserted for wrong, and one that is offered not', () => {
    const asserted = { ...nearMiss, kind: 'answered', confidence: 0.9 } as const;
    const likely = { ...nearMiss, kind: 'likely' } as const;
    expect(measureAnswers([right, asserted])).toMatchObject({ wrongAsserted: 1 / 2, nearMissAsserted: 1 });
    expect(measureAnswers([right, likely])).toMatchObject({ wrongAsserted: 0, nearMissAsserted: 0 });
  });

  it('measures highlights and verdicts where the first quote is right', () => {
    const yes = { ...right, isVerdictRight: true };
    const no = { ...right, isVerdictRight: false, highlightF1: 0.4 };
    expect(measureAnswers([yes, no, wrong])).toMatchObject({ highlightRight: 1 / 2, verdictRight: 1 / 2 });
  });

  it('tells answerable questions from near misses by the confidence', () => {
    expect(measureAnswers([right, offered, nearMiss]).auroc).toBe(1);
    expect(measureAnswers([right, { ...nearMiss, confidence: 0.9 }]).auroc).toBe(0.5);
  });

  it('takes no share of nothing', () => {
    const { rightFirst, verdictRight, auroc, medianMs } = measureAnswers([nearMiss]);
    expect([rightFirst, verdictRight, auroc]).toEqual([NaN, NaN, NaN]);
    expect(medianMs).toBe(30);
  });
});
