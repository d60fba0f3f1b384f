/** Borrowed indicators: 「签约投资额为560亿元」 where the cited sentence gives 560 as a total and another sentence names the 签约投资额. */
import type { CheckableText } from './checkable-text.js';

/** What leads from an indicator to its figure. */
const lead = /(?:约|共|为|是|高?达到?)+(?=\d)/gu;

/** An indicator with what sets it apart from others: 签约投资额, 地区生产总值. */
const leastLength = 4;
const mostLength = 8;

/**
 * The indicator that a claim gives to a figure in words that stand in other sentences of the evidence and in none that it cites.
 * @param others the evidence that is not cited
 * @returns null when there is none; in particular when no sentence has the claim's words
 */
export function findBorrowedIndicator(
  claim: CheckableText,
  cited: readonly CheckableText[],
  others: readonly CheckableText[],
): string | null {
  for (const { index } of claim.text.matchAll(lead)) {
    const before = /\p{Script=Han}*[额值率量]$/u.exec(claim.text.slice(0, index))?.[0] ?? '';
    for (let length = Math.min(mostLength, before.length); length >= leastLength; length--) {
      const words = before.slice(-length);
      if (isIn(cited, words)) break;
      if (isIn(others, words)) return words;
    }
  }
  return null;
}

function isIn(texts: readonly CheckableText[], words: string): boolean {
  return texts.some(({ text }) => text.includes(words));
}
