/** Features of the match: how densely and in which order a sentence matches, and what stands near that could answer. */
import { column, type FeatureName } from './feature-columns.js';
import { answeringSigns, type Question } from '../question/question.js';
import type { QuestionUnits } from '../question/question-units.js';
import {
  align,
  bestClause,
  densestWindow,
  nearestSign,
  type SentenceMatch,
} from './sentence-match.js';
import { sign, type ReleaseTerms } from '../corpus/sentence-terms.js';
import {
  crossCount,
  termLogit,
  writeCrosses,
  type AskedHashes,
  type TermWeights,
} from './term-likelihood.js';

/** Writes how the match lies in the sentence and what stands near it. */
export function writeMatch(
  row: Float32Array,
  question: Question,
  units: QuestionUnits,
  terms: ReleaseTerms,
  match: SentenceMatch,
): void {
  const { signs } = terms;
  const { score, run } = align(match, terms, units);
  row[column.alignment] = score;
  row[column.longestRun] = run;
  row[column.window12] = densestWindow(match, 12);
  row[column.window30] = densestWindow(match, 30);
  row[column.bestClause] = bestClause(match, signs);
  const expected = answeringSigns[question.kind];
  row[column.expectedNear] = nearestSign(match, signs, expected);
  row[column.expectedCount] = countSign(match, signs, expected);
  for (const [name, bit] of nearSigns) row[column[name]] = nearestSign(match, signs, bit);
  writeUnitAndFocus(row, question, terms, match);
}

const nearSigns: readonly (readonly [FeatureName, number])[] = [
  ['numberNear', sign.number],
  ['timeNear', sign.time],
  ['agentNear', sign.agent],
  ['placeNear', sign.place],
  ['quotedNear', sign.quoted],
  ['wordNear', sign.word],
  ['reasonNear', sign.reason],
  ['mannerNear', sign.manner],
  ['copulaNear', sign.copula],
  ['negationNear', sign.negation],
  ['itemNear', sign.item],
];

/** How many unmatched terms carry a sign, at most 8. */
function countSign(
  { matched, from, to }: SentenceMatch,
  signs: Uint16Array,
  wanted: number,
): number {
  let count = 0;
  for (let i = from; i < to && count < 8; i++) {
    if ((signs[i]! & wanted) !== 0 && matched[i - from] === 0) count++;
  }
  return count;
}

/** A number right before the unit that the question names, and the noun that it asks for. */
function writeUnitAndFocus(
  row: Float32Array,
  { focus }: Question,
  { terms, signs }: ReleaseTerms,
  { near, from, to }: SentenceMatch,
): void {
  const unit = focus.charCodeAt(0);
  const second = focus.charCodeAt(1);
  let unitNear = 0;
  let focusNear = 0;
  for (let i = from; i < to; i++) {
    if (terms[i] !== unit) continue;
    const here = near[i - from]! + 0.1;
    if (i > from && (signs[i - 1]! & sign.number) !== 0) unitNear = Math.max(unitNear, here);
    if (terms[i + 1] === second) focusNear = Math.max(focusNear, here);
  }
  row[column.unitNear] = unitNear;
  row[column.focusNear] = focusNear;
}

const logits = new Float32Array(512);
const crosses = new Int32Array(crossCount);

/** Writes how likely terms of the sentence are in the answer. */
export function writeLikelihood(
  row: Float32Array,
  asked: AskedHashes,
  terms: ReleaseTerms,
  match: SentenceMatch,
  weights: TermWeights,
): void {
  const mask = weights.table.length - 1;
  const { from, to } = match;
  let best = -9;
  let bestThree = -9;
  let mass = 0;
  for (let i = from; i < to; i++) {
    writeCrosses(asked, terms, i, match, mask, crosses);
    const logit = termLogit(weights, crosses);
    const k = i - from;
    logits[k] = logit;
    if (logit > best) best = logit;
    if (k >= 2) bestThree = Math.max(bestThree, (logit + logits[k - 1]! + logits[k - 2]!) / 3);
    mass += Math.exp(Math.min(logit, 30));
  }
  row[column.likelihoodBest] = best;
  row[column.likelihoodRun] = to - from < 3 ? best : bestThree;
  row[column.likelihoodMass] = Math.log(mass + 1e-4);
}
