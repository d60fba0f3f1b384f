/** The match of a question with one sentence, term by term: what is matched, how densely, in which order. */
import type { QuestionUnits } from '../question/question-units.js';
import type { ReleaseTerms, TermSequence } from '../corpus/sentence-terms.js';
import { sign } from '../corpus/sentence-terms.js';

/** Sentences longer than this many terms are looked at up to here: a table or a page without a full stop. */
const longest = 400;

/** The matching of one sentence. Arrays are reused by the next call: only the first `to - from` entries count. */
export interface SentenceMatch {
  /** The sentence's terms are `[from, to)` of its release. */
  from: number;
  to: number;
  /** Where the release agrees with the question, see `sentence-setting.ts`. */
  setting: number;
  /** 1 where the question has the term. */
  readonly matched: Uint8Array;
  /** Weight of the match at a term over the question's total weight. */
  readonly weight: Float32Array;
  /** The last firm match before a term: which side of the asking words it stands on and how far off; see {@link placeCode}. */
  readonly before: Uint8Array;
  /** The same for the next firm match behind the term. */
  readonly after: Uint8Array;
  /** Decaying sum of the weights around a term, 0 to about 1. */
  readonly near: Float32Array;
}

export function emptyMatch(): SentenceMatch {
  return {
    from: 0,
    to: 0,
    setting: 0,
    matched: new Uint8Array(longest),
    weight: new Float32Array(longest),
    near: new Float32Array(longest),
    before: new Uint8Array(longest),
    after: new Uint8Array(longest),
  };
}

/** Half of a match's influence is gone after 6 terms (.89 ** 6). Unmeasured. */
const decay = 0.89;

/** Matches the terms `[from, to)` of a release. */
export function matchSentence(
  { terms, pairs, first }: ReleaseTerms,
  s: number,
  units: QuestionUnits,
  match: SentenceMatch,
  setting = 0,
): void {
  const from = first[s]!;
  const to = Math.min(first[s + 1]!, from + longest);
  match.from = from;
  match.to = to;
  match.setting = setting;
  const { matched, weight, near } = match;
  const { single, pair, weights, total } = units;
  const sides = sideScratch;
  let carried = 0; // weight that the pair before gives to this term
  for (let i = from; i < to; i++) {
    const one = single.get(terms[i]!);
    matched[i - from] = one === undefined ? 0 : 1;
    if (one === undefined) {
      weight[i - from] = 0;
      sides[i - from] = 0;
      carried = 0;
      continue;
    }
    const two = pairs[i] === 0 ? undefined : pair.get(pairs[i]!);
    const half = two === undefined ? 0 : weights[two]! / 2;
    weight[i - from] = (weights[one]! + half + carried) / total;
    // A lone character matches by chance; a pair, word or number does not.
    const isFirm = half > 0 || carried > 0 || units.isExact[one] === 1;
    sides[i - from] = isFirm ? units.sides[one]! : 0;
    carried = half;
  }
  placeTerms(match, sides);
  let sum = 0;
  for (let k = 0; k < to - from; k++) {
    sum = sum * decay + weight[k]!;
    near[k] = sum;
  }
  sum = 0;
  for (let k = to - from - 1; k >= 0; k--) {
    near[k]! += sum;
    sum = (sum + weight[k]!) * decay;
  }
}

const sideScratch = new Int8Array(longest);

function placeTerms({ from, to, before, after }: SentenceMatch, sides: Int8Array): void {
  let side = 0;
  let at = 0;
  for (let k = 0; k < to - from; k++) {
    before[k] = placeCode(side, k - at);
    if (sides[k] !== 0) {
      side = sides[k]!;
      at = k;
    }
  }
  side = 0;
  for (let k = to - from - 1; k >= 0; k--) {
    after[k] = placeCode(side, at - k);
    if (sides[k] !== 0) {
      side = sides[k]!;
      at = k;
    }
  }
}

/** A side (-3 to 3, 0 for no match) and a distance in terms as one number from 0 to 27. */
function placeCode(side: number, distance: number): number {
  if (side === 0) return 0;
  const bucket = distance <= 1 ? 0 : distance <= 3 ? 1 : distance <= 8 ? 2 : 3;
  return (side + 3) * 4 + bucket;
}

/** The most weight in any window of `width` terms. */
export function densestWindow({ weight, from, to }: SentenceMatch, width: number): number {
  let sum = 0;
  let best = 0;
  for (let k = 0; k < to - from; k++) {
    sum += weight[k]! - (k >= width ? weight[k - width]! : 0);
    if (sum > best) best = sum;
  }
  return best;
}

/** The most weight in any clause. */
export function bestClause({ weight, from, to }: SentenceMatch, signs: Uint16Array): number {
  let sum = 0;
  let best = 0;
  for (let i = from; i < to; i++) {
    if ((signs[i]! & sign.clauseEnd) !== 0) sum = 0;
    sum += weight[i - from]!;
    if (sum > best) best = sum;
  }
  return best;
}

/** The nearness of the best unmatched term that has one of `wanted`; 0 when there is none. */
export function nearestSign(
  { near, matched, from, to }: SentenceMatch,
  signs: Uint16Array,
  wanted: number,
): number {
  let best = 0;
  for (let i = from; i < to; i++) {
    if ((signs[i]! & wanted) !== 0 && matched[i - from] === 0 && near[i - from]! > best) {
      best = near[i - from]!;
    }
  }
  return best;
}

/** What an alignment found. */
export interface Alignment {
  /** Smith-Waterman score over the weight of all question terms, 0 to 1. */
  readonly score: number;
  /** Terms in the longest run that stands in both, over the question's terms, 0 to 1. */
  readonly run: number;
}

/** Nats for a question term skipped and for a sentence term skipped: cheap enough to cross a clause. Unmeasured. */
const questionGap = 0.5;
const sentenceGap = 0.25;

const rows = { score: new Float32Array(512), run: new Uint16Array(512) };

/** Aligns the question's content terms with a sentence in order, gaps allowed. */
export function align(
  { from, to }: Pick<SentenceMatch, 'from' | 'to'>,
  { terms }: TermSequence,
  units: QuestionUnits,
): Alignment {
  const { terms: asked, termWeights } = units;
  const width = Math.min(asked.length, 511);
  const { score, run } = rows;
  score.fill(0, 0, width + 1);
  run.fill(0, 0, width + 1);
  let best = 0;
  let longestRun = 0;
  for (let i = from; i < to; i++) {
    let diagonal = 0;
    let runDiagonal = 0;
    for (let q = 0; q < width; q++) {
      const above = score[q + 1]!;
      const runAbove = run[q + 1]!;
      let value = Math.max(above - sentenceGap, score[q]! - questionGap);
      let length = 0;
      if (asked[q] === terms[i]) {
        value = Math.max(value, diagonal + termWeights[q]!);
        length = runDiagonal + 1;
        if (length > longestRun) longestRun = length;
      }
      if (value > best) best = value;
      score[q + 1] = value > 0 ? value : 0;
      run[q + 1] = length;
      diagonal = above;
      runDiagonal = runAbove;
    }
  }
  let total = 0;
  for (let q = 0; q < width; q++) total += termWeights[q]!;
  return { score: best / (total || 1), run: longestRun / (width || 1) };
}
