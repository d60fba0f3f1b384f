/**
 * The sentence ranker: which sentence of the retrieved releases answers, and how sure that is. Two boosted forests over
 * the features of `feature-columns.ts`: one orders sentences, one says whether the first of them answers.
 */
import {
  parseBackground,
  type Background,
  type SavedBackground,
  type Statistics,
} from '../search/background.js';
import { parseTrees, sumTrees, type BoostedTrees, type SavedTrees } from '../boosted-trees.js';
import type { CloseLook } from './close-look.js';
import { featureNames } from './feature-columns.js';
import type { Question } from '../question/question.js';
import { weighQuestion } from '../question/question-units.js';
import { releasePull } from './release-pull.js';
import { refusalFeatures, refusalFeatureNames } from './refusal-features.js';
import { sentenceFeatures, type ScoredRow, type SentenceFeatures } from './sentence-features.js';
import { poolSentences, type Candidate } from './sentence-pool.js';
import type { TermWeights } from './term-likelihood.js';

export type { Statistics } from '../search/background.js';
export type { Candidate } from './sentence-pool.js';

/** Raise it when a feature changes its meaning under the same name. */
export const rankerVersion = 1;

/** So many sentences get a closer look, best first by BM25 and neighbours. */
export const closerLook = 80;

/** Weights, read and ready. */
export interface RankerWeights {
  readonly background: Background;
  readonly terms: TermWeights;
  readonly order: BoostedTrees;
  readonly refusal: BoostedTrees;
}

/** Weights as saved in `models/ranker.json`. */
export interface SavedRanker {
  readonly version: number;
  readonly features: readonly string[];
  readonly refusalFeatures: readonly string[];
  readonly background: SavedBackground;
  /** Base64 of the signed bytes of the table. */
  readonly terms: { readonly scale: number; readonly table: string };
  readonly order: SavedTrees;
  readonly refusal: SavedTrees;
}

/** A sentence in order of its score; the score is a logit without a unit, comparable within one question. */
export interface RankedSentence {
  /** Position in the candidates. */
  readonly candidate: number;
  /** Counted from 0 within the release. */
  readonly sentence: number;
  /** Its row in the features. */
  readonly row: number;
  readonly score: number;
}

/** What ranking found. */
export interface Ranking {
  /** Best first; empty only when no candidate has a visible sentence. */
  readonly sentences: readonly RankedSentence[];
  readonly features: SentenceFeatures;
}

/**
 * Reads saved weights.
 * @throws TypeError when they are of another version, were trained on other features, or are damaged
 */
export function parseRankerWeights(json: string): RankerWeights {
  const saved = JSON.parse(json) as SavedRanker;
  if (saved.version !== rankerVersion) {
    throw new TypeError(
      `the ranker weights have version ${saved.version}, this program reads ${rankerVersion}; run "npm run train"`,
    );
  }
  requireSameNames(saved.features, featureNames);
  requireSameNames(saved.refusalFeatures, refusalFeatureNames);
  return {
    background: parseBackground(saved.background),
    terms: { scale: saved.terms.scale, table: decodeTable(saved.terms.table) },
    order: parseTrees(saved.order, featureNames.length),
    refusal: parseTrees(saved.refusal, refusalFeatureNames.length),
  };
}

function requireSameNames(saved: readonly string[], expected: readonly string[]): void {
  const differing = expected.findIndex((name, i) => saved[i] !== name);
  if (differing === -1 && saved.length === expected.length) return;
  const at = differing === -1 ? expected.length : differing;
  throw new TypeError(
    `feature ${at} of the ranker weights is "${saved[at]}", this program computes "${expected[at]}"; run "npm run train"`,
  );
}

function decodeTable(base64: string): Int8Array {
  const bytes = Int8Array.from(atob(base64), (char) => char.charCodeAt(0));
  if (bytes.length === 0 || (bytes.length & (bytes.length - 1)) !== 0) {
    throw new TypeError(
      `the term table of the ranker weights has ${bytes.length} entries, not a power of two`,
    );
  }
  return bytes;
}

/** Ranks the sentences of the candidates, at most {@link closerLook} of them. */
export function rankSentences(
  question: Question,
  candidates: readonly Candidate[],
  statistics: Statistics,
  weights: Pick<RankerWeights, 'background' | 'terms' | 'order'>,
): Ranking {
  const units = weighQuestion(question, statistics, weights.background);
  const pool = poolSentences(candidates, units);
  const features = sentenceFeatures(question, units, pool, weights.terms, closerLook);
  const sentences = orderSentences(features, weights.order).map(({ row, score }) => {
    const s = features.sentences[row]!;
    const candidate = pool.candidateOf[s]!;
    return { candidate, sentence: s - pool.first[candidate]!, row, score };
  });
  return { sentences, features };
}

/** Scores all rows; best first, ties in order of the rows. */
export function orderSentences(
  { question, pool, rows, sentences }: SentenceFeatures,
  order: BoostedTrees,
): ScoredRow[] {
  const pull = releasePull(question);
  const behind = (s: number): number => 1 - pool.candidates[pool.candidateOf[s]!]!.releaseScore;
  const sums = sumTrees(order, rows, featureNames.length);
  const scored = Array.from(sentences, (s, row) => ({ row, score: sums[row]! - pull * behind(s) }));
  return scored.sort((a, b) => b.score - a.score || a.row - b.row);
}

/**
 * The log-odds that a ranked sentence answers.
 * @param rank which of the ranked sentences, from 0
 * @param look at that sentence
 */
export function answerLogOdds(
  { features, sentences }: Ranking,
  { rank, look }: { readonly rank: number; readonly look: CloseLook },
  { refusal }: Pick<RankerWeights, 'refusal'>,
): number {
  const row = refusalFeatures(features, sentences, rank, look);
  return sumTrees(refusal, row, row.length)[0]!;
}
