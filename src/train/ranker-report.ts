/** The figures of a training run, out of fold, on stderr as Markdown tables. */
import { sumTrees, type BoostedTrees } from '../core/boosted-trees.js';
import { weighAgainst } from '../core/ranking/choose-sentence.js';
import { areaUnderRoc, refusedAtKept } from '../core/measures/measures.js';
import { measureBaseline } from './ranker-baseline.js';
import type { Example } from './ranker-examples.js';
import { measureOrder, type OrderFigures } from './ranker-measure.js';
import type { FoldModel } from './ranker-outcomes.js';
import type { CaseKind } from './ranker-cases.js';
import type { CaseWeight, Outcome } from './ranker-refusal.js';
import type { LabelledSet } from './ranker-sets.js';
import type { Task } from './ranker-term-training.js';

function print(line: string): void {
  process.stderr.write(`${line}\n`);
}

function figures({ hit1, hit3, release1 }: OrderFigures): string {
  return [hit1, hit3, release1].map((share) => share.toFixed(3)).join(' | ');
}

/** Prints baseline and out-of-fold figures per set. */
export function reportOrder(
  sets: readonly LabelledSet[],
  tasks: readonly Task[],
  examples: readonly Example[],
  models: readonly FoldModel[],
): void {
  print('| set | questions | baseline hit@1 | hit@3 | R@1 | ranker hit@1 | hit@3 | R@1 |');
  print('|---|---|---|---|---|---|---|---|');
  for (const set of sets) {
    const questions = tasks.filter((task) => task.set === set).map(({ labelled }) => labelled);
    const own = examples.filter((example) => example.set === set.name);
    const ours = measureOrder(own, ({ fold }) => models[fold]!.order);
    const plain = measureBaseline(set, questions);
    print(`| ${set.name} | ${own.length} | ${figures(plain)} | ${figures(ours)} |`);
  }
}

/** What all cases of a kind weigh together, in questions. */
const shareOf: Readonly<Record<CaseKind, number>> = {
  own: Infinity,
  tiny: 800,
  tinyWithout: 400,
  without: 600,
  deleted: 700,
  foreign: 1000,
  otherYear: 300,
  otherName: 800,
  narrowed: 500,
};

/** Real questions count most; the made ones share a weight by kind, so that none of them rules. */
export function caseWeights(outcomes: readonly Outcome[]): CaseWeight {
  const sizes = new Map<string, number>();
  for (const { kind } of outcomes) sizes.set(kind, (sizes.get(kind) ?? 0) + 1);
  return ({ kind, set }) => {
    if (kind === 'own') return set === 'dureader_checklist' ? 3 : 1;
    return Math.min(1, shareOf[kind] / sizes.get(kind)!);
  };
}

/** Prints AUROC and refusals by kind of case and set, and how well probabilities are calibrated. */
export function reportRefusal(
  outcomes: readonly Outcome[],
  refusals: readonly BoostedTrees[],
): void {
  const scored = outcomes.map((outcome) => ({
    ...outcome,
    score: weighAgainst(
      sumTrees(refusals[outcome.fold]!, outcome.values, outcome.values.length)[0]!,
      outcome.against,
    ),
  }));
  type Scored = (typeof scored)[number];
  const scores = (isWanted: (outcome: Scored) => boolean): number[] =>
    scored.filter(isWanted).map(({ score }) => score);
  print('| corpus | case | cases | AUROC | refused at 95 % kept |');
  print('|---|---|---|---|---|');
  const line = (
    corpus: string,
    name: string,
    kept: readonly number[],
    refused: readonly number[],
  ): void => {
    if (kept.length === 0 || refused.length === 0) return;
    print(
      `| ${corpus} | ${name} | ${refused.length} | ${areaUnderRoc(kept, refused).toFixed(3)} | ${refusedAtKept(kept, refused, 0.95).toFixed(3)} |`,
    );
  };
  for (const corpus of new Set(scored.map((outcome) => outcome.corpus))) {
    const kept = scores((o) => o.corpus === corpus && o.isAnswerable);
    line(
      corpus,
      'unanswerable',
      kept,
      scores((o) => o.corpus === corpus && o.kind === 'own' && !o.isAnswerable),
    );
    for (const kind of [
      'foreign',
      'without',
      'deleted',
      'otherYear',
      'otherName',
      'narrowed',
      'tinyWithout',
    ] as const) {
      line(
        corpus,
        kind,
        kept,
        scores((o) => o.corpus === corpus && o.kind === kind),
      );
    }
  }
  print('| probability | cases | answers |');
  print('|---|---|---|');
  const own = scored.filter(({ kind }) => kind === 'own');
  for (let tenth = 0; tenth < 10; tenth++) {
    const from = tenth / 10;
    const bin = own.filter(({ score }) => {
      const p = 1 / (1 + Math.exp(-score));
      return p >= from && p < from + 0.1;
    });
    const share = bin.reduce((sum, { target }) => sum + target, 0) / Math.max(1, bin.length);
    print(`| ${from.toFixed(1)} | ${bin.length} | ${share.toFixed(2)} |`);
  }
}
