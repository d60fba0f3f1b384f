/** What decides whether the best sentence answers: its own features and how it stands out among the others. */
import { compareQuantities } from './asked-quantities.js';
import { foldedSentence } from './corpus.js';
import { column, featureNames, type FeatureName } from './feature-columns.js';
import { findLostWords } from './lost-words.js';
import type { ScoredRow, SentenceFeatures } from './sentence-features.js';
import { headlineRow } from './sentence-pool.js';

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
} as const;

type RefusalFeature = keyof typeof described;

const added = Object.keys(described) as RefusalFeature[];

export const refusalFeatureNames: readonly string[] = [...featureNames, ...added];

/** A margin where there is no other sentence; above all that occur. */
const noOther = 20;

/**
 * The features in the order of {@link refusalFeatureNames}, all finite.
 * @param ordered best first, not empty
 */
export function refusalFeatures(
  features: SentenceFeatures,
  ordered: readonly ScoredRow[],
): Float32Array {
  const { row } = ordered[0]!;
  const width = featureNames.length;
  const own = features.rows.subarray(row * width, (row + 1) * width);
  const values: Record<RefusalFeature, number> = {
    ...standing(features, ordered),
    mostCoverage: highest(features, 'coverage'),
    mostReleaseCoverage: highest(features, 'releaseCoverage'),
    mostCosine: highest(features, 'cosine'),
    mostLikelihood: highest(features, 'likelihoodBest'),
    ...lostFeatures(features, features.sentences[row]!),
    ...quantityFeatures(features, features.sentences[row]!),
    candidates: Math.log1p(features.pool.candidates.length),
  };
  return Float32Array.from([...own, ...added.map((name) => values[name])]);
}

type Standing = 'score' | 'margin' | 'releaseMargin' | 'scoreMass';

/** How far the best sentence is ahead. */
function standing(
  { pool, sentences }: SentenceFeatures,
  ordered: readonly ScoredRow[],
): Record<Standing, number> {
  const [best, second] = ordered;
  const { row, score } = best!;
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

type Lost = Extract<RefusalFeature, `lost${string}`>;

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
