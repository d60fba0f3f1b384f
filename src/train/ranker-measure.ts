/** The measures of ordering: sentence hit@k and whether the first sentence stands in a gold release (R@1). */
import type { BoostedTrees } from '../core/boosted-trees.js';
import { orderSentences } from '../core/ranking/sentence-ranker.js';
import type { Example } from './ranker-examples.js';

/** Shares of the questions, 0 to 1. */
export interface OrderFigures {
  readonly questions: number;
  readonly hit1: number;
  readonly hit3: number;
  readonly release1: number;
}

/** The same while counting. */
export type OrderCounts = { -readonly [K in keyof OrderFigures]: number };

/** Measures examples, each with the forest that did not see it. */
export function measureOrder(
  examples: readonly Example[],
  forestOf: (example: Example) => BoostedTrees,
): OrderFigures {
  const counts: OrderCounts = { questions: 0, hit1: 0, hit3: 0, release1: 0 };
  for (const example of examples) {
    const ordered = orderSentences(example.features, forestOf(example)).map(({ row }) => row);
    const isHit = (row: number): boolean => example.isHit[row] === 1;
    counts.questions++;
    if (ordered.slice(0, 1).some(isHit)) counts.hit1++;
    if (ordered.slice(0, 3).some(isHit)) counts.hit3++;
    if (ordered.length > 0 && example.inGold[ordered[0]!] === 1) counts.release1++;
  }
  return shares(counts);
}

/** Counts as shares of the questions. */
export function shares({ questions, hit1, hit3, release1 }: OrderCounts): OrderFigures {
  const count = Math.max(1, questions);
  return { questions, hit1: hit1 / count, hit3: hit3 / count, release1: release1 / count };
}
