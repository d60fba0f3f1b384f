/** Features of the sentence itself: its length, place, punctuation and years. */
import type { ReleaseContext } from './coverage-features.js';
import { column } from './feature-columns.js';
import { yearsIn, type Question } from '../question/question.js';
import type { SentenceMatch } from './sentence-match.js';
import { lengthOf, type SentencePool } from './sentence-pool.js';
import { opensWithPronoun } from './sentence-setting.js';
import { sign, type ReleaseTerms } from '../corpus/sentence-terms.js';

/** Writes what the sentence is by itself and where it stands. */
export function writeShape(
  row: Float32Array,
  pool: SentencePool,
  s: number,
  { signs }: ReleaseTerms,
  { matched, from, to }: SentenceMatch,
): void {
  const c = pool.candidateOf[s]!;
  const own = s - pool.first[c]!;
  const count = pool.first[c + 1]! - pool.first[c]!;
  const length = lengthOf(pool, s);
  let known = 0;
  let marks = 0;
  let numbers = 0;
  for (let i = from; i < to; i++) {
    known += matched[i - from]!;
    if ((signs[i]! & (sign.mark | sign.clauseEnd)) !== 0) marks++;
    if ((signs[i]! & sign.number) !== 0) numbers++;
  }
  const words = Math.max(1, to - from - marks);
  row[column.length] = Math.log1p(length);
  row[column.newTerms] = Math.log1p(Math.max(0, words - known));
  row[column.matchedShare] = known / words;
  row[column.markShare] = marks / Math.max(1, to - from);
  row[column.numberShare] = numbers / words;
  row[column.position] = Math.log1p(own);
  row[column.relativePosition] = own / Math.max(1, count - 1);
  row[column.releaseLength] = Math.log1p(count);
  const text = pool.candidates[c]!.prepared.folded.text;
  const spans = pool.candidates[c]!.prepared.foldedSentences;
  row[column.opensLine] = own === 0 || text[spans[own]!.start - 1] === '\n' ? 1 : 0;
  row[column.opensPronoun] = opensWithPronoun(pool, s) ? 1 : 0;
  row[column.pronounBehind] = own + 1 < count && opensWithPronoun(pool, s + 1) ? 1 : 0;
  row[column.asks] = asksAt(text, spans[own]!.end);
  row[column.previousAsks] = own > 0 ? asksAt(text, spans[own - 1]!.end) : 0;
  row[column.previousOpensList] =
    own > 0 && /[::]\s*$/u.test(text.slice(spans[own]!.start - 3, spans[own]!.start)) ? 1 : 0;
  row[column.opensItem] =
    (signs[from]! & sign.item) !== 0 || (signs[Math.min(from + 1, to - 1)]! & sign.item) !== 0
      ? 1
      : 0;
}

/** 1 when the sentence that ends at `end` is a question. */
function asksAt(text: string, end: number): number {
  return /[??][”"』」)]?\s*$/u.test(text.slice(Math.max(0, end - 4), end)) ? 1 : 0;
}

/** Writes whether the years that the question names agree with those of the sentence and its release. */
export function writeYears(
  row: Float32Array,
  { years }: Question,
  pool: SentencePool,
  s: number,
  context: ReleaseContext,
): void {
  if (years.length === 0) return;
  const c = pool.candidateOf[s]!;
  const { folded, foldedSentences } = pool.candidates[c]!.prepared;
  const { start, end } = foldedSentences[s - pool.first[c]!]!;
  const stated = yearsIn(folded.text.slice(start, end));
  const shared = years.filter((year) => stated.includes(year)).length;
  row[column.yearsAsked] = 1;
  row[column.yearsAgree] = shared / years.length;
  row[column.yearsClash] = stated.length > 0 && shared === 0 ? 1 : 0;
  row[column.yearsInRelease] =
    years.filter((year) => context.years.includes(year)).length / years.length;
}
