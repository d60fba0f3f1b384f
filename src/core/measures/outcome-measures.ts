/** What an evaluation says of the outcomes of one system on one set. */
import type { Release } from '../corpus/corpus.js';
import { fold, type FoldTables } from '../text/fold.js';
import { mean } from '../averages.js';
import { areaUnderRoc, reciprocalRank, refusedAtKept } from './measures.js';
import { exactMatch, runF1 } from './span-measures.js';

export interface EvalQuestion {
  readonly question: string;
  /** Any of them is right; empty where the set has no gold answers. */
  readonly answers: readonly string[];
  /** Ids of the releases that answer. */
  readonly goldIds: readonly string[];
  readonly isAnswerable: boolean;
}

/** A corpus with questions about it. */
export interface EvalSet {
  readonly name: string;
  readonly releases: readonly Release[];
  readonly questions: readonly EvalQuestion[];
}

/** How well questions without an answer are told from those with one. */
export interface RefusalMeasures {
  readonly auroc: number;
  /** The share that is refused where 95 % of the answerable are kept. */
  readonly refusedAt95Kept: number;
}

/** Shares of the answerable questions, 0 to 1; what a set has no gold for is absent. */
export interface Measures {
  /** A release that answers is among the first k. */
  readonly recall: { readonly 1: number; readonly 5: number; readonly 10: number };
  readonly mrr10: number;
  /** One of the first k sentences holds a gold answer. */
  readonly sentenceHit?: { readonly 1: number; readonly 3: number };
  /** The stretch of the first sentence, against the best gold answer. */
  readonly span?: { readonly exact: number; readonly f1: number };
  /** Near misses: the set's own questions that its releases do not answer. */
  readonly refusal?: RefusalMeasures;
  /** Questions from elsewhere: those of another set. */
  readonly refusalElsewhere?: RefusalMeasures;
}

/** What one system made of one question. */
export interface Outcome {
  /** Ids of releases, best first. */
  readonly releaseIds: readonly string[];
  /** The best sentences, folded, best first. */
  readonly sentences: readonly string[];
  /** The stretch that answers, folded. */
  readonly span: string;
  /** How sure the system is; higher is surer. */
  readonly sureness: number;
}

/**
 * Measures one system.
 * @param outcomes of the questions, then of those from elsewhere
 */
export function measureOutcomes(
  questions: readonly EvalQuestion[],
  outcomes: readonly Outcome[],
  tables: FoldTables,
): Measures {
  const answerable = questions.flatMap((question, i) =>
    question.isAnswerable ? [{ ...question, outcome: outcomes[i]! }] : [],
  );
  const ranks = answerable.map(({ goldIds, outcome }) =>
    outcome.releaseIds.map((id) => goldIds.includes(id)),
  );
  const recallAt = (k: number): number =>
    mean(ranks.map((holds) => Number(holds.slice(0, k).includes(true))));
  const golds = answerable.map(({ answers }) => answers.map((answer) => fold(answer, tables).text));
  const surenessOf = (list: readonly Outcome[]): number[] => list.map(({ sureness }) => sureness);
  const kept = surenessOf(answerable.map(({ outcome }) => outcome));
  const nearMisses = questions.flatMap(({ isAnswerable }, i) =>
    isAnswerable ? [] : [outcomes[i]!],
  );
  const refusal = measureRefusal(kept, surenessOf(nearMisses));
  const refusalElsewhere = measureRefusal(kept, surenessOf(outcomes.slice(questions.length)));
  return {
    recall: { 1: recallAt(1), 5: recallAt(5), 10: recallAt(10) },
    mrr10: mean(ranks.map((holds) => reciprocalRank(holds, 10))),
    ...(golds.some((answers) => answers.length > 0) && measureAnswers(answerable, golds)),
    ...(refusal && { refusal }),
    ...(refusalElsewhere && { refusalElsewhere }),
  };
}

function measureAnswers(
  answerable: readonly { readonly outcome: Outcome }[],
  golds: readonly (readonly string[])[],
): Pick<Measures, 'sentenceHit' | 'span'> {
  const hitAt = (k: number): number =>
    mean(
      answerable.map(({ outcome }, i) =>
        Number(outcome.sentences.slice(0, k).some((sentence) => holdsAny(sentence, golds[i]!))),
      ),
    );
  const best = (score: (found: string, gold: string) => number): number =>
    mean(
      answerable.map(({ outcome }, i) =>
        Math.max(0, ...golds[i]!.map((gold) => score(outcome.span, gold))),
      ),
    );
  return {
    sentenceHit: { 1: hitAt(1), 3: hitAt(3) },
    span: { exact: best(exactMatch), f1: best(runF1) },
  };
}

/** Whether a folded sentence holds one of the folded answers, white space aside. */
function holdsAny(sentence: string, answers: readonly string[]): boolean {
  const bare = sentence.replace(/\s+/gu, '');
  return answers.some((answer) => bare.includes(answer.replace(/\s+/gu, '')));
}

function measureRefusal(
  answerable: readonly number[],
  unanswerable: readonly number[],
): RefusalMeasures | null {
  if (answerable.length === 0 || unanswerable.length === 0) return null;
  return {
    auroc: areaUnderRoc(answerable, unanswerable),
    refusedAt95Kept: refusedAtKept(answerable, unanswerable, 0.95),
  };
}
