/**
 * Judging a free claim, as people write them: rounded, added up, in other words. Drafts are held to more, see
 * `verify-claim.ts`.
 */
import type { ReaderModel, ReadOptions } from '../read/reader-model.js';
import { fold, type FoldTables } from '../text/fold.js';
import { checkFreeClaim, type ClaimFeatures } from './claim-features.js';
import { isSlice } from './is-slice.js';
import { leastSupport } from './least-support.js';

export interface FreeClaim {
  readonly claim: string;
  /** What should support it, together; at least one. */
  readonly sentences: readonly string[];
}

export interface Judgement {
  readonly supported: boolean;
  /** 0 to 1, calibrated. */
  readonly probability: number;
  /** Why not, in English; null when supported. */
  readonly reason: string | null;
  readonly features: WeighedFeatures;
}

/** `reader`: the log-odds of the reader's verdict. */
export interface WeighedFeatures extends ClaimFeatures {
  readonly reader: number;
}

/** A logistic regression, fitted by `training/fit_claims.py`. */
export interface ClaimWeights {
  readonly bias: number;
  readonly weights: Readonly<Record<keyof WeighedFeatures, number>>;
}

export interface ClaimJudge {
  readonly reader: ReaderModel;
  readonly weights: ClaimWeights;
  readonly tables: FoldTables;
}

/**
 * Of a claim that is copied. Not one such of 4,745 was unsupported; a clause may still lack the condition before it.
 */
const copiedProbability = 0.99;

/** Judges a claim. @throws as {@link ReaderModel.support} */
export async function judgeClaim(
  { claim, sentences }: FreeClaim,
  { reader, weights, tables }: ClaimJudge,
  options?: ReadOptions,
): Promise<Judgement> {
  const own = fold(claim, tables).text;
  const folded = sentences.map((one) => fold(one, tables).text);
  const [support = 0] = await reader.support([{ claim: own, premise: folded.join(' ') }], options);
  const { features: counted, faults } = checkFreeClaim(claim, sentences, tables);
  const features = { reader: logOdds(support), ...counted };
  const isCopied = faults.length === 0 && folded.some((one) => isSlice(own, one));
  const probability = isCopied ? copiedProbability : weigh(features, weights);
  const supported = probability >= leastSupport;
  return { supported, probability, reason: supported ? null : reasonOf(faults), features };
}

function reasonOf([fault]: readonly string[]): string {
  return fault === undefined ? 'the sentences do not say it' : `${fault} is in none of the sentences`;
}

function weigh(features: WeighedFeatures, { bias, weights }: ClaimWeights): number {
  const names = Object.keys(features) as (keyof WeighedFeatures)[];
  const sum = names.reduce((total, name) => total + weights[name] * features[name], bias);
  return 1 / (1 + Math.exp(-sum));
}

/** Of a probability that may have been rounded to 0 or 1. */
function logOdds(probability: number): number {
  const inside = Math.min(0.999, Math.max(0.001, probability));
  return Math.log(inside / (1 - inside));
}
