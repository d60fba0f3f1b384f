/**
 * How likely a term of a sentence is part of the answer: a linear model over hashed crosses of what the question asks
 * (its kind, its asking words, what they ask about) and what stands at the term. It learns that 多少名 is answered by
 * digits before 名, 为什么 behind 因为, 哪个国家 by a name before a verb.
 */
import { questionKinds, type Question } from '../question/question.js';
import type { SentenceMatch } from './sentence-match.js';
import { sign, type TermSequence } from '../corpus/sentence-terms.js';

/** The hashed weights: `table.length` is a power of two; a weight is `table[i] * scale`. */
export interface TermWeights {
  readonly table: Int8Array | Float32Array;
  readonly scale: number;
}

/** What a question brings to the crosses, hashed once. */
export interface AskedHashes {
  readonly kind: number;
  readonly cue: number;
  readonly focus: number;
  /** The first character of the focus: after 多少 and 几 the unit. */
  readonly unit: number;
}

/** How many crosses one term has. */
export const crossCount = 25;

const shapeBits = sign.han | sign.word | sign.number | sign.clauseEnd | sign.mark | sign.quoted;

/** Hashes what a question asks. */
export function hashAsked(question: Question): AskedHashes {
  return {
    kind: mix(0x51ed270b, questionKinds.indexOf(question.kind) + 1),
    cue: hashText(0x2545f491, `${question.kind} ${question.cue}`),
    focus: hashText(0x68bc21eb, `${question.kind} ${question.focus.slice(0, 2)}`),
    unit: question.focus.charCodeAt(0) || 0,
  };
}

/**
 * Writes the table positions of the crosses of term `i`.
 *
 * @param match of the sentence that holds the term
 * @param mask table length - 1
 */
export function writeCrosses(
  asked: AskedHashes,
  { terms, pairs, signs }: TermSequence,
  i: number,
  { from, to, setting, near, matched, before: placeBefore, after: placeAfter }: SentenceMatch,
  mask: number,
  out: Int32Array,
): void {
  const term = terms[i]!;
  const bits = signs[i]!;
  const isNumber = (bits & sign.number) !== 0;
  // All numbers are one term here: what matters is what stands around them.
  const self = isNumber && (bits & sign.han) === 0 ? 1 : term;
  const before = i > from ? terms[i - 1]! : 2;
  const after = i + 1 < to ? terms[i + 1]! : 2;
  const shape =
    ((bits & shapeBits) * 31 + (i > from ? signs[i - 1]! & shapeBits : 7)) * 31 +
    (i + 1 < to ? signs[i + 1]! & shapeBits : 7);
  const pair = pairs[i] === 0 ? mix(self, after) : pairs[i]!;
  const isMatched = matched[i - from]!;
  const nearness = Math.min(7, Math.floor(near[i - from]! * 12));
  const agrees = isNumber && (after === asked.unit || term === asked.unit) ? 1 : 0;
  const state = (nearness * 2 + isMatched) * 2 + agrees;
  const { kind, cue, focus } = asked;
  // The last number of each keeps it apart from the others.
  out[0] = mix(kind, mix(self, 11)) & mask;
  out[1] = mix(kind, mix(pair, 12)) & mask;
  out[2] = mix(kind, mix(shape, 13)) & mask;
  out[3] = mix(kind, mix(mix(before, bits & shapeBits), 14)) & mask;
  out[4] = mix(kind, mix(mix(after, bits & shapeBits), 15)) & mask;
  out[5] = mix(kind, mix(state, 16)) & mask;
  out[6] = mix(kind, mix(bits * 64 + state, 17)) & mask;
  out[7] = mix(cue, mix(self, 18)) & mask;
  out[8] = mix(cue, mix(shape, 19)) & mask;
  out[9] = mix(cue, mix(before, 20)) & mask;
  out[10] = mix(focus, mix(self, 21)) & mask;
  out[11] = mix(focus, mix(after, 22)) & mask;
  out[12] = mix(focus, mix(shape, 23)) & mask;
  out[13] = mix(focus, mix(pair, 24)) & mask;
  out[14] = mix(bits, mix(state, 25)) & mask;
  out[15] = mix(cue, mix(bits * 64 + state, 26)) & mask;
  const left = placeBefore[i - from]!;
  const right = placeAfter[i - from]!;
  out[16] = mix(kind, mix(left * 32 + right, 27)) & mask;
  out[17] = mix(left * 32 + right, mix(shape, 28)) & mask;
  out[18] = mix(cue, mix(left, mix(shape, 29))) & mask;
  out[19] = mix(cue, mix(right, mix(shape, 30))) & mask;
  out[20] = mix(kind, mix(left * 32 + right, mix(bits, 31))) & mask;
  const unmatched = setting * 2 + isMatched;
  out[21] = mix(unmatched, 32) & mask;
  out[22] = mix(kind, mix(unmatched, mix(bits, 33))) & mask;
  out[23] = mix(cue, mix(unmatched, mix(bits & shapeBits, 34))) & mask;
  out[24] = mix(kind, mix(unmatched, mix(nearness, mix(agrees, 35)))) & mask;
}

/** The model's logit for the crosses that {@link writeCrosses} wrote. */
export function termLogit({ table, scale }: TermWeights, crosses: Int32Array): number {
  let sum = 0;
  for (let c = 0; c < crossCount; c++) sum += table[crosses[c]!]!;
  return sum * scale;
}

/** Mixes two numbers to 31 bits (the finalizer of MurmurHash3 over their sum). */
function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & 0x7fffffff;
}

function hashText(seed: number, text: string): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = mix(hash, text.charCodeAt(i));
  return hash;
}
