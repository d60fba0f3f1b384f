/** Examples: the features and labels of the sentences that retrieval offers for a question. */
import type { Background } from '../core/search/background.js';
import { featureNames } from '../core/ranking/feature-columns.js';
import { weighQuestion } from '../core/question/question-units.js';
import { retrieve } from '../core/ranking/retrieve.js';
import { closerLook } from '../core/ranking/sentence-ranker.js';
import { sentenceFeatures, type SentenceFeatures } from '../core/ranking/sentence-features.js';
import { poolSentences, type Candidate } from '../core/ranking/sentence-pool.js';
import type { TermWeights } from '../core/ranking/term-likelihood.js';
import { holdsAnswer, label, labelSentence } from './ranker-labels.js';
import type { LabelledQuestion, LabelledSet } from './ranker-sets.js';

/** Sentences per question that are learned from: the others are easy, and cost time. */
const mostLearned = 48;

/** One question with its sentences. */
export interface Example {
  readonly set: string;
  readonly id: string;
  readonly fold: number;
  readonly features: SentenceFeatures;
  /** Per row of the features, a value of {@link label}. */
  readonly labels: Uint8Array;
  /** Per row, 1 when an answer stands in the sentence, in whatever release: the measure's hit. */
  readonly isHit: Uint8Array;
  /** Per row, 1 in a gold release. */
  readonly inGold: Uint8Array;
}

/** The candidates of a question, as the product finds them. */
export function candidatesFor(
  set: Pick<LabelledSet, 'index'>,
  foldedText: string,
  embedding: Float32Array | null,
): Candidate[] {
  return retrieve(set.index, foldedText, embedding);
}

/** Computes the features of a question over candidates. */
function featuresFor(
  { question }: LabelledQuestion,
  set: Pick<LabelledSet, 'statistics'>,
  candidates: readonly Candidate[],
  background: Background,
  terms: TermWeights,
): SentenceFeatures {
  const units = weighQuestion(question, set.statistics, background);
  const pool = poolSentences(candidates, units);
  return sentenceFeatures(question, units, pool, terms, closerLook);
}

/** Makes the example of a question. */
export function makeExample(
  set: LabelledSet,
  labelled: LabelledQuestion,
  fold: number,
  embedding: Float32Array | null,
  background: Background,
  terms: TermWeights,
): Example {
  const candidates = candidatesFor(set, labelled.foldedText, embedding);
  const features = featuresFor(labelled, set, candidates, background, terms);
  const { pool, sentences } = features;
  const releases = candidates.map(({ prepared }) => set.positionOf.get(prepared)!);
  const releaseOf = (s: number): number => releases[pool.candidateOf[s]!]!;
  return {
    set: set.name,
    id: labelled.id,
    fold,
    features,
    labels: Uint8Array.from(sentences, (s) =>
      labelSentence(set, labelled, releaseOf(s), s - pool.first[pool.candidateOf[s]!]!),
    ),
    isHit: Uint8Array.from(sentences, (s) =>
      holdsAnswer(set.bare[releaseOf(s)]![s - pool.first[pool.candidateOf[s]!]!]!, labelled)
        ? 1
        : 0,
    ),
    inGold: Uint8Array.from(sentences, (s) => (labelled.gold.includes(releaseOf(s)) ? 1 : 0)),
  };
}

/** Groups of rows for boosting, without those that only look like the answer. */
export interface OrderData {
  readonly rows: Float32Array;
  readonly first: Uint32Array;
  readonly isGold: Uint8Array;
  readonly weight: Float32Array;
}

/** Lays out the examples that have something to learn from. */
export function layOutExamples(
  examples: readonly Example[],
  weightOf: (set: string) => number,
): OrderData {
  const width = featureNames.length;
  const useful = examples.filter(
    ({ labels }) =>
      labels.subarray(0, mostLearned).includes(label.gold) && labels.includes(label.other),
  );
  const kept = useful.map(({ labels }) =>
    Array.from(labels.subarray(0, mostLearned).keys()).filter((r) => labels[r] !== label.elsewhere),
  );
  const first = new Uint32Array(useful.length + 1);
  for (const [g, rows] of kept.entries()) first[g + 1] = first[g]! + rows.length;
  const rows = new Float32Array(first.at(-1)! * width);
  const isGold = new Uint8Array(first.at(-1)!);
  for (const [g, { features, labels }] of useful.entries()) {
    for (const [k, r] of kept[g]!.entries()) {
      rows.set(features.rows.subarray(r * width, (r + 1) * width), (first[g]! + k) * width);
      isGold[first[g]! + k] = labels[r] === label.gold ? 1 : 0;
    }
  }
  return { rows, first, isGold, weight: Float32Array.from(useful, ({ set }) => weightOf(set)) };
}
