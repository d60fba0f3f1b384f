/** The plain baseline that the ranker is measured beside, on questions of a set. */
import { createBaseline } from '../core/measures/baseline.js';
import { holdsAnswer } from './ranker-labels.js';
import { shares, type OrderCounts, type OrderFigures } from './ranker-measure.js';
import type { LabelledQuestion, LabelledSet } from './ranker-sets.js';

/** Measures the baseline. */
export function measureBaseline(
  { releases, bare }: LabelledSet,
  questions: readonly LabelledQuestion[],
): OrderFigures {
  const rank = createBaseline(releases);
  const counts: OrderCounts = { questions: 0, hit1: 0, hit3: 0, release1: 0 };
  for (const labelled of questions) {
    const ranked = rank(labelled.foldedText);
    const isHit = ({ release, sentence }: (typeof ranked.sentences)[number]): boolean =>
      holdsAnswer(bare[release]![sentence]!, labelled);
    counts.questions++;
    if (ranked.sentences.slice(0, 1).some(isHit)) counts.hit1++;
    if (ranked.sentences.slice(0, 3).some(isHit)) counts.hit3++;
    if (labelled.gold.includes(ranked.releases[0] ?? -1)) counts.release1++;
  }
  return shares(counts);
}
