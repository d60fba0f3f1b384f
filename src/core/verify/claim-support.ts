/** Support: how much of what a claim says, figures and grammar aside, its sentences and the question say too. */
import { isContent } from './content-words.js';
import { holdsWord, type CheckableText, type Word } from './checkable-text.js';

/** Shares are of characters for Chinese and of words for other scripts, 0 to 1. */
export interface Support {
  /** Of the claim's content, what neither the sentences nor the question hold. */
  readonly lost: number;
  /** Of the claim's content, what the sentences hold. */
  readonly held: number;
  /** The longest run of lost content: characters, or words of another script. */
  readonly run: number;
  /** The lost run, to tell the model. */
  readonly lostText: string;
  /** Characters or words of content. */
  readonly size: number;
}

/** Measures the support of a claim in the language of its sentences. */
function measureSupport(
  claim: CheckableText,
  cited: readonly CheckableText[],
  question: CheckableText,
): Support {
  const content = claim.words.filter(isContent);
  let [size, lost, held, run, longest] = [0, 0, 0, 0, 0];
  let lostText = '';
  let runStart = 0;
  for (const word of content) {
    const weight = word.isHan ? word.text.length : 2;
    const isHeld = holds(word, claim, cited);
    size += weight;
    if (isHeld) held += weight;
    if (isHeld || holds(word, claim, [question])) {
      run = 0;
      continue;
    }
    lost += weight;
    if (run === 0) runStart = word.start;
    run += weight;
    if (run > longest) {
      longest = run;
      lostText = claim.text.slice(runStart, word.end);
    }
  }
  return {
    lost: size ? lost / size : 0,
    held: size ? held / size : 0,
    run: longest,
    lostText,
    size,
  };
}

/**
 * The most that a claim may say of its own. Chosen on headlines of television news against the leads below them (699 pairs: 96 % lose no more
 * than this) and on sentences against another sentence of their release (16,134 pairs: 92 % lose more).
 */
const mostLost = 0.6;
/** The same where a figure of the claim is stated, which another sentence hardly states by chance; unmeasured. */
const mostLostWithFigure = 0.8;
/** The longest stretch of its own: 98 % of the same headlines have none longer. */
const longestRun = 10;
/** The least that must come from the sentences rather than from the question; unmeasured. */
const leastHeld = 0.2;
/** Content of fewer characters says too little to be measured: some of it must be held, unless a figure or a date is all that is said. */
const leastSize = 4;

/** What a claim says that neither its sentences nor the question do, when that is too much; null when the claim is supported. */
export function findUnsupported(
  claim: CheckableText,
  cited: readonly CheckableText[],
  question: CheckableText,
  hasFigure: boolean,
): string | null {
  const { lost, held, run, lostText, size } = measureSupport(claim, cited, question);
  if (size < leastSize)
    return held > 0 || claim.quantities.length > 0 || hasFigure ? null : claim.text;
  if (lost > (hasFigure ? mostLostWithFigure : mostLost) || run > longestRun) return lostText;
  return held < leastHeld ? claim.text : null;
}

/** The least share of content words that a claim without a figure or quotation must share by gloss with sentences of another language; unmeasured. */
const leastRelated = 0.25;

/** A claim in another language than its sentences that shares too little with them; null when it may be about them. */
export function findUnrelated(
  claim: CheckableText,
  cited: readonly CheckableText[],
  hasFigure: boolean,
): string | null {
  const content = claim.words.filter(isContent);
  const shared = content.filter((word) => cited.some((one) => holdsWord(one, word)));
  return hasFigure || shared.length > content.length * leastRelated ? null : claim.text;
}

/** A single Han character counts only with its neighbour: 签|约 is held by 签约. */
function holds(word: Word, { text }: CheckableText, sources: readonly CheckableText[]): boolean {
  if (!word.isHan || word.text.length > 1) {
    return sources.some((one) => holdsWord(one, word) || (word.isHan && holdsPart(one, word.text)));
  }
  const pairs = [text.slice(word.start - 1, word.end), text.slice(word.start, word.end + 1)];
  return sources.some((one) => pairs.some((pair) => pair.length === 2 && one.text.includes(pair)));
}

/** A word of three characters and more is held when all its pairs but one are; one of two when both its characters are near. */
function holdsPart({ text }: CheckableText, word: string): boolean {
  const pairs = Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2));
  return word.length > 2 && pairs.filter((pair) => text.includes(pair)).length >= pairs.length - 1;
}
