/** Choosing among the best sentences by a close look at each: what speaks against a sentence puts it behind its rivals. */
import { unmarked } from '../text/unmarked.js';
import { countAgainst, lookClosely, type CloseLook } from './close-look.js';
import { foldedSentence } from '../corpus/corpus.js';
import type { RankedSentence, Ranking } from './sentence-ranker.js';
import type { SpanWeights } from '../span/span-model.js';

/** A ranked sentence that was looked at. */
export interface LookedAt extends RankedSentence {
  /** How many ranked sentences are scored higher; its score is less what speaks against it. */
  readonly rank: number;
  readonly look: CloseLook;
}

/**
 * What a contradiction, or a stretch that is not of the type asked for, takes from the score. On the development sets they speak
 * against 0.1 % (cmrc2018, secnews_mrc) to 7 % (ncp_policies) of the right sentences.
 */
export const logOddsAgainst = 3;

/** A contradiction refuses, but says nothing of how far the question is from the corpus: it takes no log-odds below this (0.12). */
const leastLogOdds = -2;

/** At most so many of the best sentences are looked at; each takes about a millisecond. */
const mostLooks = 5;

/** A sentence with less than this share of the odds of the best is not looked at: a press conference in two releases has 0.14. */
export const leastShare = 0.05;

/** Looks at the best sentences, each wording once, and orders them again; best first, empty only when nothing is ranked. */
export function chooseSentence(
  { sentences, features: { question, asked, pool } }: Ranking,
  weights: SpanWeights,
): LookedAt[] {
  const looked: LookedAt[] = [];
  const seen = new Set<string>();
  let best = -Infinity;
  for (const [rank, ranked] of sentences.entries()) {
    if (looked.length === mostLooks || ranked.score < best + Math.log(leastShare)) break;
    const { prepared } = pool.candidates[ranked.candidate]!;
    const wording = unmarked(foldedSentence(prepared, ranked.sentence));
    if (seen.has(wording)) continue;
    seen.add(wording);
    const look = lookClosely(question.text, asked, prepared, ranked.sentence, weights);
    const score = ranked.score - logOddsAgainst * countAgainst(look);
    best = Math.max(best, score);
    looked.push({ ...ranked, rank, score, look });
  }
  return looked.toSorted((a, b) => b.score - a.score);
}

/**
 * The log-odds that a sentence answers when so many facts speak against it. Without the bottom the share of the questions from elsewhere
 * that are refused where 95 % of the answerable are kept falls by .04: the answerable ones that a rule wrongly speaks against fall below them.
 */
export function weighAgainst(logOdds: number, against: number): number {
  return Math.min(logOdds, Math.max(logOdds - against * logOddsAgainst, leastLogOdds));
}
