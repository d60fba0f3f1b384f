/** Question units: the terms that an answer's sentence, its neighbours or its release should explain, with their weight. */
import { spellOut } from './abbreviations.js';
import { blendedIdf, type Background, type Statistics } from '../search/background.js';
import type { Question } from './question.js';
import { sign } from '../corpus/sentence-terms.js';

/** The distinct content terms of a question; unit `u` weighs `weights[u]`. */
export interface QuestionUnits {
  /** Unit of a character, word or number. */
  readonly single: ReadonlyMap<number, number>;
  /** Unit of a character pair. */
  readonly pair: ReadonlyMap<number, number>;
  /** Idf in nats; of a single Han character {@link characterWeight} of it. */
  readonly weights: Float32Array;
  readonly total: number;
  /** 1 for a unit that occurs nowhere in the corpus. */
  readonly isUnknown: Uint8Array;
  /** Units by weight, heaviest first. */
  readonly rarest: Uint16Array;
  /** 1 for words and numbers of other scripts: names, codes and figures that must agree. */
  readonly isExact: Uint8Array;
  /**
   * Where a unit stands by the asking words: -1 right before them, -2 within 5 terms, -3 farther; 1, 2, 3 behind
   * them. An answer stands where the asking words would.
   */
  readonly sides: Int8Array;
  /** 1 for a unit in the first half of the content: whom or what it is about; 0 for the rest: what is asked of it. */
  readonly isOpening: Uint8Array;
  /** Content terms in order, for alignment, and what each weighs alone. */
  readonly terms: Uint32Array;
  readonly termWeights: Float32Array;
  /** The unit of each content term, and of the pair that it begins (-1 for none). */
  readonly unitOfTerm: Int16Array;
  readonly unitOfPair: Int16Array;
}

/** A single character says little beside the pair that it is part of. Unmeasured. */
const characterWeight = 0.3;

/** Terms beyond these are not looked at: a question of 200 characters is a paragraph. */
const mostContentTerms = 200;

/** A content term of a question on its way to become units. */
interface ContentTerm {
  readonly term: number;
  /** 0 when the next term is no content or no Han character. */
  readonly pair: number;
  readonly isHan: boolean;
  readonly side: number;
}

/** Weighs the content terms of a question. */
export function weighQuestion(
  question: Question,
  statistics: Statistics,
  background: Background,
): QuestionUnits {
  const content = contentTerms(question, statistics).slice(0, mostContentTerms);
  const single = new Map<number, number>();
  const pair = new Map<number, number>();
  const weights: number[] = [];
  const isExact: number[] = [];
  const isUnknown: number[] = [];
  const sides: number[] = [];
  const isOpening: number[] = [];
  const termWeights = content.map(({ term }) => blendedIdf(term, statistics, background));
  for (const [i, { term, pair: two, isHan, side }] of content.entries()) {
    const add = (units: Map<number, number>, key: number, weight: number, exact: boolean): void => {
      if (units.has(key)) return;
      units.set(key, weights.length);
      weights.push(weight);
      isExact.push(exact ? 1 : 0);
      isUnknown.push(statistics.documentFrequency(key) === 0 ? 1 : 0);
      sides.push(side);
      isOpening.push(i < content.length / 2 ? 1 : 0);
    };
    add(single, term, (isHan ? characterWeight : 1) * termWeights[i]!, !isHan);
    if (two !== 0) add(pair, two, blendedIdf(two, statistics, background), false);
  }
  return {
    single,
    pair,
    weights: Float32Array.from(weights),
    total: weights.reduce((sum, weight) => sum + weight, 0) || 1,
    rarest: Uint16Array.from(weights.keys()).sort((x, y) => weights[y]! - weights[x]! || x - y),
    isExact: Uint8Array.from(isExact),
    isUnknown: Uint8Array.from(isUnknown),
    sides: Int8Array.from(sides),
    isOpening: Uint8Array.from(isOpening),
    terms: Uint32Array.from(content, ({ term }) => term),
    termWeights: Float32Array.from(termWeights),
    unitOfTerm: Int16Array.from(content, ({ term }) => single.get(term)!),
    unitOfPair: Int16Array.from(content, ({ pair: two }) => pair.get(two) ?? -1),
  };
}

/** The content of a question in order; an abbreviation that the corpus does not know is spelled out. */
function contentTerms(question: Question, statistics: Statistics): ContentTerm[] {
  const { terms, pairs, signs } = question.sequence;
  return Array.from(terms.keys())
    .filter((i) => question.isContent[i] === 1)
    .flatMap((i) => {
      const term = terms[i]!;
      const side = sideOf(question, i);
      const isHan = (signs[i]! & sign.han) !== 0;
      const spelled = isHan || statistics.documentFrequency(term) > 0 ? undefined : spellOut(term);
      if (spelled) {
        return Array.from(spelled.terms, (own, k) => ({
          term: own,
          pair: spelled.pairs[k]!,
          isHan: true,
          side,
        }));
      }
      return [{ term, pair: question.isContent[i + 1] === 1 ? pairs[i]! : 0, isHan, side }];
    });
}

function sideOf({ sequence: { starts }, cueStart, cueEnd }: Question, i: number): number {
  const start = starts[i]!;
  const isBefore = start < cueStart;
  const distance = isBefore ? cueStart - start : start - cueEnd + 1;
  const bucket = distance <= 2 ? 1 : distance <= 5 ? 2 : 3;
  return isBefore ? -bucket : bucket;
}
