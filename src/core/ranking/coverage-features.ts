/** Features of coverage: which part of the question a sentence, its neighbours, its headline and its release explain. */
import { column } from './feature-columns.js';
import { yearsIn, type Question } from '../question/question.js';
import type { QuestionUnits } from '../question/question-units.js';
import { align } from './sentence-match.js';
import {
  halfCoverage,
  headlineRow,
  jointCoverage,
  titleTerms,
  type SentencePool,
} from './sentence-pool.js';
import type { TermSequence } from '../corpus/sentence-terms.js';

/** What all sentences of a release share. */
export interface ReleaseContext {
  readonly coverage: number;
  readonly headline: number;
  readonly headlineAlignment: number;
  readonly headlineShare: number;
  readonly years: readonly number[];
  /** The heaviest unit that the whole release does not hold, over the question's total weight. */
  readonly heaviestMissing: number;
  /** Share, 0 to 1, of the exact units (words, numbers) that the release holds; 1 when there are none. */
  readonly exact: number;
}

/** Computes what the sentences of each candidate share. */
export function releaseContexts(
  question: Question,
  units: QuestionUnits,
  pool: SentencePool,
): ReleaseContext[] {
  return pool.candidates.map(({ prepared }, c) => {
    const { folded, foldedTitle } = prepared;
    const from = pool.first[c]!;
    const to = pool.first[c + 1]!;
    let heaviestMissing = 0;
    let exact = 0;
    let exactHeld = 0;
    for (const u of units.rarest) {
      let held = pool.counts[headlineRow(pool, c) * pool.unitCount + u]! > 0;
      for (let s = from; !held && s < to; s++) held = pool.counts[s * pool.unitCount + u]! > 0;
      if (!held) heaviestMissing = Math.max(heaviestMissing, units.weights[u]! / units.total);
      exact += units.isExact[u]!;
      exactHeld += held ? units.isExact[u]! : 0;
    }
    return {
      coverage: jointCoverage(pool, units, from, to, headlineRow(pool, c)),
      ...matchHeadline(units, titleTerms(prepared)),
      headline: jointCoverage(pool, units, from, from, headlineRow(pool, c)),
      years: question.years.length === 0 ? [] : yearsIn(`${foldedTitle}\n${folded.text}`),
      heaviestMissing,
      exact: exact === 0 ? 1 : exactHeld / exact,
    };
  });
}

/** How the question and a headline match; 0 for a release without one. */
function matchHeadline(
  units: QuestionUnits,
  title: TermSequence,
): { headlineAlignment: number; headlineShare: number } {
  const to = Math.min(title.terms.length, mostHeadlineTerms);
  let known = 0;
  for (let i = 0; i < to; i++) if (units.single.has(title.terms[i]!)) known++;
  return {
    headlineAlignment: align({ from: 0, to }, title, units).score,
    headlineShare: known / Math.max(1, to),
  };
}

/** A headline longer than this is a paragraph. */
const mostHeadlineTerms = 100;

/** Writes what the sentence `s` of the pool and its surroundings explain of the question. */
export function writeCoverage(
  row: Float32Array,
  units: QuestionUnits,
  pool: SentencePool,
  s: number,
  context: ReleaseContext,
): void {
  const c = pool.candidateOf[s]!;
  const from = pool.first[c]!;
  const to = pool.first[c + 1]!;
  const { coverage, counts, unitCount } = pool;
  const { weights, total, rarest, isExact } = units;
  let rare = 0;
  let missing = 0;
  let exact = 0;
  let exactHeld = 0;
  for (const [rank, u] of rarest.entries()) {
    const held = counts[s * unitCount + u]! > 0 ? 1 : 0;
    if (rank < 3) rare += held;
    if (held === 0) missing = Math.max(missing, weights[u]! / total);
    exact += isExact[u]!;
    exactHeld += held * isExact[u]!;
  }
  row[column.coverage] = coverage[s]!;
  row[column.bm25] = pool.bm25[s]!;
  row[column.rarest] = counts[s * unitCount + (rarest[0] ?? 0)]! > 0 ? 1 : 0;
  row[column.rareThree] = rare / 3;
  row[column.heaviestMissing] = missing;
  row[column.exactShare] = exact === 0 ? -1 : exactHeld / exact;
  row[column.previousCoverage] = s > from ? coverage[s - 1]! : 0;
  row[column.nextCoverage] = s + 1 < to ? coverage[s + 1]! : 0;
  row[column.aroundCoverage] = jointCoverage(
    pool,
    units,
    Math.max(from, s - 1),
    Math.min(to, s + 2),
  );
  row[column.aboveCoverage] = jointCoverage(
    pool,
    units,
    Math.max(from, s - 2),
    s + 1,
    headlineRow(pool, c),
  );
  row[column.headlineCoverage] = context.headline;
  row[column.withHeadlineCoverage] = jointCoverage(pool, units, s, s + 1, headlineRow(pool, c));
  row[column.releaseCoverage] = context.coverage;
  const start = Math.max(from, s - 1);
  const end = Math.min(to, s + 2);
  const headline = headlineRow(pool, c);
  row[column.openingCoverage] = halfCoverage(pool, units, 1, s, s + 1);
  row[column.closingCoverage] = halfCoverage(pool, units, 0, s, s + 1);
  row[column.openingAround] = halfCoverage(pool, units, 1, start, end, headline);
  row[column.closingAround] = halfCoverage(pool, units, 0, start, end, headline);
  row[column.headlineAlignment] = context.headlineAlignment;
  row[column.headlineShare] = context.headlineShare;
  row[column.releaseHeaviestMissing] = context.heaviestMissing;
  row[column.releaseExactShare] = context.exact;
  row[column.addedToPrevious] = row[column.aroundCoverage]! - row[column.previousCoverage]!;
}
