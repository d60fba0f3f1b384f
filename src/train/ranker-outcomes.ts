/** Outcomes: what the ordering forest makes of each case, and how far its first sentence answers. */
import type { Background } from '../core/search/background.js';
import type { BoostedTrees } from '../core/boosted-trees.js';
import { chooseSentence } from '../core/ranking/choose-sentence.js';
import { countAgainst } from '../core/ranking/close-look.js';
import type { PreparedRelease } from '../core/corpus/corpus.js';
import { foldedSentence } from '../core/corpus/corpus.js';
import { refusalFeatures } from '../core/ranking/refusal-features.js';
import { rankSentences } from '../core/ranking/sentence-ranker.js';
import type { SpanWeights } from '../core/span/span-model.js';
import type { TermWeights } from '../core/ranking/term-likelihood.js';
import {
  foreignCase,
  ownCase,
  tinyCase,
  withoutAnswer,
  withoutGold,
  type RefusalCase,
} from './ranker-cases.js';
import { withNarrowing, withOtherName, withOtherYear } from './ranker-rewordings.js';
import { holdsAnswer } from './ranker-labels.js';
import { besideGold, type Outcome } from './ranker-refusal.js';
import type { LabelledQuestion, LabelledSet } from './ranker-sets.js';
import type { Task } from './ranker-term-training.js';

/** The models that did not see a fold. */
export interface FoldModel {
  readonly terms: TermWeights;
  readonly order: BoostedTrees;
}

/** What cases are made with. */
export interface CaseTools {
  readonly sets: readonly LabelledSet[];
  readonly random: () => number;
  readonly embeddingOf: (labelled: LabelledQuestion) => Float32Array | null;
  readonly embeddingsOf?: (release: PreparedRelease) => readonly Float32Array[];
}

/** Every third question is also asked of a few releases, which must be indexed for it; of these, 6 in 10 hold the gold one. */
const tinyShare = 0.33;
const tinyWithGold = 0.6;

/** Half of the questions are also narrowed down. */
const narrowedShare = 0.5;

/** All cases of a question; `own` alone when nobody could answer it anyway. */
export function makeCases({ set, labelled }: Task, tools: CaseTools): RefusalCase[] {
  const { random, sets, embeddingsOf } = tools;
  const embedding = tools.embeddingOf(labelled);
  const own = ownCase(set, labelled, embedding);
  if (!labelled.isAnswerable) return [own];
  const others = sets.filter((other) => other !== set && !isSameText(other, set));
  const donor = set.questions[Math.floor(random() * set.questions.length)]!;
  return [
    own,
    withoutGold(set, own),
    withoutAnswer(set, own),
    foreignCase(others[Math.floor(random() * others.length)]!, labelled, embedding),
    random() < tinyShare
      ? tinyCase(set, labelled, random() < tinyWithGold, embedding, random, embeddingsOf)
      : null,
    withOtherYear(own, random),
    withOtherName(set, own, donor, random),
    random() < narrowedShare ? withNarrowing(set, own, random) : null,
  ].filter((made) => made !== null && made.candidates.length > 0) as RefusalCase[];
}

/** The two halves of cmrc2018 are of one kind and count as one corpus. */
function isSameText(a: LabelledSet, b: LabelledSet): boolean {
  return a.name.split('_')[0] === b.name.split('_')[0];
}

/** Ranks a case; null when nothing was found. */
export function outcomeOf(
  made: RefusalCase,
  { set, fold }: Task,
  model: FoldModel,
  background: Background,
  spans: SpanWeights,
  corpus: string,
): Outcome | null {
  const { question } = made.labelled;
  const weights = { ...model, background };
  const ranking = rankSentences(question, made.candidates, made.set.statistics, weights);
  const [best] = chooseSentence(ranking, spans);
  if (!best) return null;
  const { prepared } = made.candidates[best.candidate]!;
  const bare = foldedSentence(prepared, best.sentence).replace(/\s+/gu, '');
  const isGold = made.labelled.gold.includes(set.positionOf.get(prepared) ?? -1);
  return {
    kind: made.kind,
    set: set.name,
    corpus,
    fold,
    isAnswerable: made.labelled.isAnswerable && (made.kind === 'own' || made.kind === 'tiny'),
    values: refusalFeatures(ranking.features, ranking.sentences, best.rank, best.look),
    against: countAgainst(best.look),
    target: targetOf(made, holdsAnswer(bare, made.labelled), isGold),
  };
}

/** A sentence with the gold characters answers wherever it stands, except where it is there by accident. */
function targetOf({ kind, labelled }: RefusalCase, isHit: boolean, isGold: boolean): number {
  if (!labelled.isAnswerable || kind === 'foreign') return 0;
  if (isHit) return 1;
  if (kind !== 'own' && kind !== 'tiny') return 0;
  return isGold ? besideGold.inRelease : besideGold.elsewhere;
}
