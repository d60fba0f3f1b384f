/** The plain baseline that the ranker is measured beside: BM25 over releases, then BM25 over the sentences of the ten best. */
import { foldedSentence } from '../core/corpus.js';
import { LexicalIndex } from '../core/lexical-index.js';
import { termsOf } from '../core/terms.js';
import { holdsAnswer } from './ranker-labels.js';
import type { OrderFigures } from './ranker-measure.js';
import { shares, type OrderCounts } from './ranker-measure.js';
import type { LabelledQuestion, LabelledSet } from './ranker-sets.js';

/** What the release's BM25 adds to that of its sentence. */
const releaseShare = 0.3;

/** Measures the baseline on questions of a set. */
export function measureBaseline(
  set: LabelledSet,
  questions: readonly LabelledQuestion[],
): OrderFigures {
  const sentences = set.releases.flatMap((release, r) =>
    release.sentences.map((_, s) => ({ r, s, terms: termsOf(foldedSentence(release, s)) })),
  );
  const firstOf = new Map<number, number>();
  for (const [i, { r }] of sentences.entries()) if (!firstOf.has(r)) firstOf.set(r, i);
  const index = new LexicalIndex();
  index.add(sentences.map(({ terms }, id) => ({ id, terms })));
  const numbers = set.index.releases.map(({ number }) => number);
  const counts: OrderCounts = { questions: 0, hit1: 0, hit3: 0, release1: 0 };
  for (const labelled of questions) {
    const terms = termsOf(labelled.foldedText);
    const byNumber = set.statistics.score(terms);
    const releases = Float32Array.from(numbers, (number) => byNumber[number]!);
    const own = index.score(terms);
    const best = Uint32Array.from(releases.keys())
      .sort((a, b) => releases[b]! - releases[a]! || a - b)
      .subarray(0, 10);
    const ranked = Array.from(best)
      .flatMap((r) =>
        set.releases[r]!.sentences.map((_, s) => {
          const id = firstOf.get(r)! + s;
          return { r, s, id, score: own[id]! + releaseShare * releases[r]! };
        }),
      )
      .sort((a, b) => b.score - a.score || a.id - b.id);
    const isHit = ({ r, s }: { r: number; s: number }): boolean =>
      holdsAnswer(set.bare[r]![s]!, labelled);
    counts.questions++;
    if (ranked.slice(0, 1).some(isHit)) counts.hit1++;
    if (ranked.slice(0, 3).some(isHit)) counts.hit3++;
    if (labelled.gold.includes(best[0] ?? -1)) counts.release1++;
  }
  return shares(counts);
}
