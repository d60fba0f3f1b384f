/**
 * The features of a question with a sentence of a candidate release. The names are the columns, in this order; a model
 * is only valid for the list that it was trained with.
 */
import { askedQuantities, writeAsked } from './asked-features.js';
import { releaseContexts, writeCoverage } from './coverage-features.js';
import { column, comparedColumns, featureNames } from './feature-columns.js';
import { writeLikelihood, writeMatch } from './match-features.js';
import { questionKinds, type Question } from '../question/question.js';
import type { QuestionUnits } from '../question/question-units.js';
import { emptyMatch, matchSentence } from './sentence-match.js';
import { bestCoverages, settingOf } from './sentence-setting.js';
import { lengthOf, type SentencePool } from './sentence-pool.js';
import { readAsked, type Asked } from '../span/span-asked.js';
import { writeShape, writeYears } from './shape-features.js';
import { hashAsked, type TermWeights } from './term-likelihood.js';

/** The chosen sentences of a pool, best first by {@link preliminaryScore}, with a row of features each. */
export interface SentenceFeatures {
  readonly question: Question;
  readonly asked: Asked;
  readonly units: QuestionUnits;
  readonly pool: SentencePool;
  /** Positions in the pool. */
  readonly sentences: Uint32Array;
  /** `sentences.length` rows of `featureNames.length` values, all finite. */
  readonly rows: Float32Array;
}

/** A row of the features with its score. */
export interface ScoredRow {
  readonly row: number;
  readonly score: number;
}

/** The order in which sentences are looked at closely: BM25, half as much its neighbours, and the release. */
function preliminaryScores(pool: SentencePool): Float32Array {
  const { bm25, candidateOf, candidates } = pool;
  return bm25.map((own, s) => {
    const c = candidateOf[s]!;
    const before = s > 0 && candidateOf[s - 1] === c ? bm25[s - 1]! : 0;
    const after = s + 1 < bm25.length && candidateOf[s + 1] === c ? bm25[s + 1]! : 0;
    return own + 0.3 * Math.max(before, 0.5 * after) + 0.3 * candidates[c]!.releaseScore;
  });
}

/** Computes the features of the `most` sentences that look best at first sight. */
export function sentenceFeatures(
  question: Question,
  units: QuestionUnits,
  pool: SentencePool,
  termWeights: TermWeights,
  most: number,
): SentenceFeatures {
  const preliminary = preliminaryScores(pool);
  const sentences = Uint32Array.from(preliminary.keys())
    .filter((s) => lengthOf(pool, s) > 0)
    .sort((a, b) => preliminary[b]! - preliminary[a]! || a - b)
    .subarray(0, most);
  const rows = new Float32Array(sentences.length * featureNames.length);
  const match = emptyMatch();
  const hashes = hashAsked(question);
  const asked = readAsked(question.text);
  const quantities = askedQuantities(asked);
  const context = releaseContexts(question, units, pool);
  const bests = bestCoverages(pool);
  const { leader, first, second } = leadingScores(pool);
  for (const [r, s] of sentences.entries()) {
    const row = rows.subarray(r * featureNames.length, (r + 1) * featureNames.length);
    const c = pool.candidateOf[s]!;
    const terms = pool.terms[c]!;
    matchSentence(terms, s - pool.first[c]!, units, match, settingOf(pool, s, bests[c]!));
    writeQuestion(row, question, units);
    writeCoverage(row, units, pool, s, context[c]!);
    writeMatch(row, question, units, terms, match);
    writeShape(row, pool, s, terms, match);
    writeYears(row, question, pool, s, context[c]!);
    writeAsked(row, quantities, pool, s, match);
    writeLikelihood(row, hashes, terms, match, termWeights);
    row[column.preliminary] = preliminary[s]!;
    row[column.releaseScore] = pool.candidates[c]!.releaseScore;
    row[column.releaseEvidence] = pool.candidates[c]!.score;
    row[column.releaseRank] = 1 / (1 + c);
    row[column.releaseMargin] = pool.candidates[c]!.releaseScore - (c === leader ? second : first);
    row[column.cosine] = pool.candidates[c]!.cosines?.[s - pool.first[c]!] ?? 0;
  }
  writeBeside(rows, sentences, pool);
  compareRows(rows, sentences, pool);
  return { question, asked, units, pool, sentences, rows };
}

/** The candidate with the highest retrieval score, that score and the next. */
function leadingScores({ candidates }: SentencePool): {
  leader: number;
  first: number;
  second: number;
} {
  let leader = -1;
  let first = 0;
  let second = 0;
  for (const [c, { releaseScore }] of candidates.entries()) {
    if (leader === -1 || releaseScore > first) {
      second = first;
      first = releaseScore;
      leader = c;
    } else if (releaseScore > second) second = releaseScore;
  }
  return { leader, first, second };
}

function writeQuestion(row: Float32Array, question: Question, units: QuestionUnits): void {
  row[column.kindAmount + questionKinds.indexOf(question.kind)] = 1;
  row[column.questionLength] = units.terms.length;
  row[column.questionHasCue] = question.cue === '' ? 0 : 1;
}

/** Copies to each row what the rows of the sentences before and behind say; both are of the same release. */
function writeBeside(
  rows: Float32Array,
  sentences: Uint32Array,
  { candidateOf }: SentencePool,
): void {
  const width = featureNames.length;
  const rowOf = new Map(Array.from(sentences, (s, r) => [s, r]));
  for (const [r, s] of sentences.entries()) {
    for (const [t, likelihood, alignment] of besides(s)) {
      const beside = candidateOf[t] === candidateOf[s] ? rowOf.get(t) : undefined;
      if (beside === undefined) continue;
      rows[r * width + likelihood] = rows[beside * width + column.likelihoodBest]!;
      rows[r * width + alignment] = rows[beside * width + column.alignment]!;
    }
  }
}

const besides = (s: number) =>
  [
    [s - 1, column.likelihoodBefore, column.alignmentBefore],
    [s + 1, column.likelihoodBehind, column.alignmentBehind],
  ] as const;

/** Fills the columns that compare a value with the best of all sentences and of its own release (0 for the best, else below). */
function compareRows(rows: Float32Array, sentences: Uint32Array, pool: SentencePool): void {
  const width = featureNames.length;
  const bestOfRelease = new Float32Array(pool.candidates.length);
  for (const { value, overall, within } of comparedColumns) {
    bestOfRelease.fill(-Infinity);
    let best = -Infinity;
    for (const [r, s] of sentences.entries()) {
      const x = rows[r * width + value]!;
      const c = pool.candidateOf[s]!;
      if (x > best) best = x;
      if (x > bestOfRelease[c]!) bestOfRelease[c] = x;
    }
    for (const [r, s] of sentences.entries()) {
      const x = rows[r * width + value]!;
      rows[r * width + overall] = x - best;
      rows[r * width + within] = x - bestOfRelease[pool.candidateOf[s]!]!;
    }
  }
}
