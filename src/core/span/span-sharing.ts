/** What characters of a sentence its question shares. */
import type { Question } from '../question/question.js';
import type { Token } from '../text/span-tokens.js';

/** Marks, figures and function words are no evidence by themselves. */
const notAlone = /[^\p{Script=Han}]|[的了是在有没不个年月日到至由从和与及为上中下以]/u;

/** The longest stretches are looked for up to this length; the longest names of the training questions fit. */
const longestStretch = 24;

/**
 * Where the sentence's longest stretches that the question shares begin and end. ICU joins words across such seams (制造|业主|攻方向),
 * and the question tells that one is there.
 */
export function sharedSeams(question: string, sentence: string): Set<number> {
  const seams = new Set<number>();
  for (let at = 0; at + 2 <= sentence.length;) {
    let length = 0;
    while (
      length < longestStretch &&
      at + length < sentence.length &&
      question.includes(sentence.slice(at, at + length + 1))
    )
      length++;
    if (length < 2) {
      at++;
      continue;
    }
    // 成本有|效降低: a function word at the edge is shared by chance.
    if (!notAlone.test(sentence[at]!)) seams.add(at);
    if (!notAlone.test(sentence[at + length - 1]!)) seams.add(at + length);
    at += length;
  }
  return seams;
}

/** 1 for each character of the sentence inside a stretch of two that the question holds, or in a word that it holds. */
export function sharedCharacters(
  question: string,
  sentence: string,
  tokens: readonly Token[],
): Uint8Array {
  const mask = new Uint8Array(sentence.length);
  for (let i = 0; i + 1 < sentence.length; i++) {
    const pair = sentence.slice(i, i + 2);
    if (question.includes(pair) && /^\p{Script=Han}{2}/u.test(pair)) mask.fill(1, i, i + 2);
  }
  for (const { start, end, text, shape } of tokens) {
    if (shape === 'character' || shape === 'word' || shape === 'phrase') continue;
    if (/[\p{L}\p{N}]/u.test(text)) mask.fill(question.includes(text) ? 1 : 0, start, end);
  }
  return mask;
}

/** A character that occurs in the question by itself may be the same word mistyped or put otherwise (产出 and 产值); unmeasured. */
const loneWeight = 0.2;

/**
 * How much each character of the sentence says about what stands beside it, 0 to 1: a shared one less the more often its
 * pair occurs in the sentence (of 国家重点实验室8家、省级重点实验室156家 only 国家 tells the figures apart), a lone one little.
 */
export function weighShared(
  mask: Uint8Array,
  { text, cueStart, cueEnd }: Question,
  sentence: string,
): Float32Array {
  const asked = text.slice(0, cueStart) + text.slice(cueEnd);
  const pairs = new Map<string, number>();
  const pairAt = (i: number): string => sentence.slice(i, i + 2);
  for (let i = 0; i + 1 < sentence.length; i++)
    pairs.set(pairAt(i), (pairs.get(pairAt(i)) ?? 0) + 1);
  return Float32Array.from(mask, (bit, i) => {
    if (bit === 1) {
      const before = mask[i - 1] === 1 ? pairs.get(pairAt(i - 1)) : undefined;
      const behind = mask[i + 1] === 1 ? pairs.get(pairAt(i)) : undefined;
      return 1 / Math.min(before ?? mask.length, behind ?? before ?? 1);
    }
    return !asked.includes(sentence[i]!) || notAlone.test(sentence[i]!) ? 0 : loneWeight;
  });
}

/** Clauses by what they share with the question. */
export interface SharedClauses {
  /** Rank of each token's clause by shared characters: 0 for the clause that shares most. */
  readonly clauseRank: Uint8Array;
  /** Share of all shared characters that stand in the token's clause, 0 to 255. */
  readonly clauseShare: Uint8Array;
}

/** Compares the clauses of a sentence. */
export function judgeClauses(tokens: readonly Token[], mask: Uint8Array): SharedClauses {
  const clauseOf = new Uint16Array(tokens.length);
  const overlap = [0];
  for (const [i, { start, end, shape }] of tokens.entries()) {
    clauseOf[i] = overlap.length - 1;
    for (let at = start; at < end; at++) overlap[overlap.length - 1]! += mask[at]!;
    if (shape === 'comma' || shape === 'stop') overlap.push(0);
  }
  const total = Math.max(
    1,
    overlap.reduce((sum, shared) => sum + shared, 0),
  );
  const ranks = overlap.map((own) => Math.min(255, overlap.filter((other) => other > own).length));
  return {
    clauseRank: Uint8Array.from(clauseOf, (clause) => ranks[clause]!),
    clauseShare: Uint8Array.from(clauseOf, (clause) =>
      Math.round((255 * overlap[clause]!) / total),
    ),
  };
}
