/** What decides whether the best sentence answers: its own features and how it stands out among the others. */
import { compareQuantities } from '../question/asked-quantities.js';
import type { CloseLook } from './close-look.js';
import { foldedSentence } from '../corpus/corpus.js';
import { column, featureNames, type FeatureName } from './feature-columns.js';
import { findLostWords } from './lost-words.js';
import { mean, median } from '../averages.js';
import type { ScoredRow, SentenceFeatures } from './sentence-features.js';
import { headlineRow, jointCoverage } from './sentence-pool.js';

/** Beside the features of the best sentence; a model is only valid for the list that it was trained with. */
const described = {
  score: 'the score of the best sentence',
  margin: 'its distance to the second',
  releaseMargin: 'its distance to the best sentence of another release',
  scoreMass: 'ln of the sum of exp(score) over all sentences',
  mostCoverage: 'the highest coverage of all sentences',
  mostReleaseCoverage: 'the highest coverage of all releases',
  mostCosine: 'the highest cosine',
  mostLikelihood: 'the highest likelihood of a term to be in the answer',
  lostRun: 'idf of the heaviest run of words that the sentence lacks',
  lostRunAround: 'the same for the sentence, its neighbours and the headline together',
  lostRunRelease: 'the same for the whole release',
  lostLengthAround: 'terms in the run that the three lack',
  lostLengthRelease: 'terms in the run that the release lacks',
  lostShare: 'share of the question that the sentence leaves unexplained',
  lostShareAround: 'the same for the three together',
  lostShareRelease: 'the same for the release',
  expectedMissing: '1 when an amount or time is asked for and the sentence adds none',
  unitMissing: '1 when a unit is asked for and the sentence adds no quantity of it',
  quantitiesMissing: 'share of the quantities named in the question that the sentence lacks',
  quantitiesClash: 'share of them for which it has another value of the same unit',
  candidates: 'ln(1 + candidate releases): with two of them nothing stands out',
  rank: 'sentences that are scored higher',
  // Evidence in the corpus.
  unknownShare: 'share of the question that occurs nowhere in the corpus',
  heldRun: 'idf of the heaviest run of words that the sentence holds',
  heldRunRelease: 'the same for the whole release',
  questionWeight: 'idf of the question in nats',
  heldWeight: 'what of it the release holds',
  coverageAhead: 'coverage of the release less that of the best other candidate',
  coverageSpread: 'coverage of the release less the median of all candidates',
  cosineRelease: 'the best cosine in the release',
  cosineAhead: 'the same less the mean over all candidates',
  // The stretch that would answer.
  spanAgrees: '1 when the stretch is of the type that is asked for',
  spanScore: 'how surely just this stretch answers if the sentence does',
  spanLength: 'ln(1 + characters of the stretch)',
  spanShared: 'share of its tokens that the question holds',
  spanClauseShare: 'share of the match that stands in its clause',
  spanRank: 'its place among the quantities of the type, 0 for none',
  spanDate: 'how its date agrees with that of the question, 0 to 4',
  contradictions:
    'words of the question that the sentence contradicts or the release does not know',
  isNoAnswer: '1 when the stretch cannot be an answer',
} as const;

type RefusalFeature = keyof typeof described;

const added = Object.keys(described) as RefusalFeature[];

/**
 * Retrieval's own score is left out: the cases that training makes of a question keep the score of the whole question over the whole
 * release, which would give them away.
 */
const kept = featureNames.filter((name) => name !== 'releaseEvidence');
const keptColumns = kept.map((name) => featureNames.indexOf(name));

export const refusalFeatureNames: readonly string[] = [...kept, ...added];

/** A margin where there is no other sentence; above all that occur. */
const noOther = 20;

/**
 * The features in the order of {@link refusalFeatureNames}, all finite.
 * @param ordered best first, not empty
 * @param rank which of them is to answer, from 0
 * @param look at that sentence
 */
export function refusalFeatures(
  features: SentenceFeatures,
  ordered: readonly ScoredRow[],
  rank: number,
  look: CloseLook,
): Float32Array {
  const { row } = ordered[rank]!;
  const width = featureNames.length;
  const own = features.rows.subarray(row * width, (row + 1) * width);
  const values: Record<RefusalFeature, number> = {
    ...standing(features, ordered, rank),
    mostCoverage: highest(features, 'coverage'),
    mostReleaseCoverage: highest(features, 'releaseCoverage'),
    mostCosine: highest(features, 'cosine'),
    mostLikelihood: highest(features, 'likelihoodBest'),
    ...lostFeatures(features, features.sentences[row]!),
    ...quantityFeatures(features, features.sentences[row]!),
    candidates: Math.log1p(features.pool.candidates.length),
    rank,
    ...evidence(features, features.sentences[row]!),
    ...spanFeatures(look),
  };
  return Float32Array.from([
    ...keptColumns.map((c) => own[c]!),
    ...added.map((name) => values[name]),
  ]);
}

type Standing = 'score' | 'margin' | 'releaseMargin' | 'scoreMass';

/** How far the best sentence is ahead. */
function standing(
  { pool, sentences }: SentenceFeatures,
  ordered: readonly ScoredRow[],
  rank: number,
): Record<Standing, number> {
  const { row, score } = ordered[rank]!;
  const second = ordered[rank === 0 ? 1 : 0];
  const release = pool.candidateOf[sentences[row]!]!;
  const other = ordered.find((next) => pool.candidateOf[sentences[next.row]!] !== release);
  const mass = ordered.reduce((sum, next) => sum + Math.exp(next.score - score), 0);
  return {
    score,
    margin: second ? score - second.score : noOther,
    releaseMargin: other ? score - other.score : noOther,
    scoreMass: score + Math.log(mass),
  };
}

function highest({ sentences, rows }: SentenceFeatures, name: FeatureName): number {
  let most = -Infinity;
  for (let r = 0; r < sentences.length; r++) {
    most = Math.max(most, rows[r * featureNames.length + column[name]]!);
  }
  return most;
}

type Lost = Extract<RefusalFeature, `lost${string}` | 'heldRun' | 'heldRunRelease'>;

/** What the sentence, its neighbours with the headline, and the release leave unexplained. */
function lostFeatures({ units, pool }: SentenceFeatures, s: number): Record<Lost, number> {
  const c = pool.candidateOf[s]!;
  const from = pool.first[c]!;
  const to = pool.first[c + 1]!;
  const rowsFrom = (first: number, last: number): number[] => [
    headlineRow(pool, c),
    ...Array.from({ length: last - first }, (_, i) => first + i),
  ];
  const own = findLostWords(pool, units, [s]);
  const around = findLostWords(pool, units, rowsFrom(Math.max(from, s - 1), Math.min(to, s + 2)));
  const release = findLostWords(pool, units, rowsFrom(from, to));
  return {
    lostRun: own.run,
    lostRunAround: around.run,
    lostRunRelease: release.run,
    lostLengthAround: around.length,
    lostLengthRelease: release.length,
    lostShare: own.share,
    lostShareAround: around.share,
    lostShareRelease: release.share,
    heldRun: own.held,
    heldRunRelease: release.held,
  };
}

type Quantities = 'expectedMissing' | 'unitMissing' | 'quantitiesMissing' | 'quantitiesClash';

/** Whether the figures that are asked for and named are in the sentence. */
function quantityFeatures(
  { question, pool }: SentenceFeatures,
  s: number,
): Record<Quantities, number> {
  const c = pool.candidateOf[s]!;
  const text = foldedSentence(pool.candidates[c]!.prepared, s - pool.first[c]!);
  const agreement = compareQuantities(question, text);
  return {
    expectedMissing: agreement.isExpectedMissing ? 1 : 0,
    unitMissing: agreement.isUnitMissing ? 1 : 0,
    quantitiesMissing: agreement.missing,
    quantitiesClash: agreement.clashing,
  };
}

type Evidence =
  | 'unknownShare'
  | 'questionWeight'
  | 'heldWeight'
  | `coverage${'Ahead' | 'Spread'}`
  | `cosine${'Release' | 'Ahead'}`;

/** What the corpus and the other candidates say. */
function evidence({ units, pool }: SentenceFeatures, s: number): Record<Evidence, number> {
  const { weights, total, isUnknown } = units;
  const own = pool.candidateOf[s]!;
  const coverages = pool.candidates.map((_, c) =>
    jointCoverage(pool, units, pool.first[c]!, pool.first[c + 1]!, headlineRow(pool, c)),
  );
  const cosines = pool.candidates.map(({ cosines: all }) => Math.max(0, ...(all ?? [])));
  const others = coverages.filter((_, c) => c !== own);
  const unknown = weights.reduce((sum, weight, u) => sum + weight * isUnknown[u]!, 0);
  return {
    unknownShare: unknown / total,
    questionWeight: total,
    heldWeight: coverages[own]! * total,
    coverageAhead: coverages[own]! - Math.max(0, ...others),
    coverageSpread: coverages[own]! - median(coverages),
    cosineRelease: cosines[own]!,
    cosineAhead: cosines[own]! - mean(cosines),
  };
}

type SpanFeature = Extract<RefusalFeature, `span${string}` | 'contradictions' | 'isNoAnswer'>;

function spanFeatures({
  span,
  length,
  contradictions,
  isNoAnswer,
}: CloseLook): Record<SpanFeature, number> {
  return {
    spanAgrees: span.agrees ? 1 : 0,
    spanScore: span.score,
    spanLength: Math.log1p(length),
    spanShared: span.sharedShare,
    spanClauseShare: span.clauseShare,
    spanRank: span.rank,
    spanDate: span.dateAgreement,
    contradictions,
    isNoAnswer: isNoAnswer ? 1 : 0,
  };
}
