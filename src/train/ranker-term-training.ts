/** Trains the term likelihoods: which terms of a gold release stand in the answer, by a softmax over all of its terms. */
import type { Background } from '../core/search/background.js';
import { weighQuestion } from '../core/question/question-units.js';
import { emptyMatch, matchSentence } from '../core/ranking/sentence-match.js';
import { poolSentences, termsOfRelease } from '../core/ranking/sentence-pool.js';
import { bestCoverages, settingOf } from '../core/ranking/sentence-setting.js';
import {
  crossCount,
  hashAsked,
  writeCrosses,
  type TermWeights,
} from '../core/ranking/term-likelihood.js';
import type { LabelledQuestion, LabelledSet } from './ranker-sets.js';
import { shuffled } from './random.js';

/** A question of a set. */
export interface Task {
  readonly set: LabelledSet;
  readonly labelled: LabelledQuestion;
  readonly fold: number;
}

export interface TermTrainingOptions {
  readonly seed: number;
  readonly epochs: number;
  /** Adagrad's step. */
  readonly rate: number;
  /** Pulls weights to 0 in proportion. */
  readonly decay: number;
  /** Binary logarithm of the table's length. */
  readonly bits: number;
}

/**
 * Chosen out of fold: 6 epochs instead of 3 cost 2 points of the table's own hit@1, twice the step and a third of the decay cost 1 on
 * cmrc2018 and 5 on drcd. The size is unmeasured.
 */
export const termDefaults: Omit<TermTrainingOptions, 'seed'> = {
  epochs: 3,
  rate: 0.05,
  decay: 0.001,
  bits: 18,
};

/** The crosses of all terms of a gold release, with the terms that stand in the answer. */
export interface TermExample {
  readonly fold: number;
  readonly crosses: Int32Array;
  readonly isAnswer: Uint8Array;
  /** 1 for terms of sentences without the answer. */
  readonly besideAnswer: Uint8Array;
}

/** Makes the examples of tasks; those whose answer stands nowhere give none. */
export function makeTermExamples(
  tasks: readonly Task[],
  background: Background,
  { bits }: Pick<TermTrainingOptions, 'bits'> = termDefaults,
): TermExample[] {
  return tasks.flatMap((task) => termExample(task, background, (1 << bits) - 1) ?? []);
}

/** Trains a table on examples. */
export function trainTermWeights(
  examples: readonly TermExample[],
  options: TermTrainingOptions,
): TermWeights {
  const size = 1 << options.bits;
  const table = new Float32Array(size);
  const squares = new Float32Array(size).fill(1e-3);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const example of shuffled(examples, options.seed + epoch)) {
      learn(example, true, table, squares, options);
      learn(example, false, table, squares, options);
    }
  }
  return quantize(table);
}

function termExample(
  { set, labelled, fold }: Task,
  background: Background,
  mask: number,
): TermExample | null {
  const gold = labelled.gold[0];
  if (gold === undefined || labelled.answers.length === 0) return null;
  const prepared = set.releases[gold]!;
  const terms = termsOfRelease(prepared);
  const isAnswer = answerMask(prepared.folded.text, terms.starts, labelled.answers);
  if (!isAnswer.includes(1)) return null;
  const units = weighQuestion(labelled.question, set.statistics, background);
  const asked = hashAsked(labelled.question);
  const crosses = new Int32Array(terms.terms.length * crossCount);
  const match = emptyMatch();
  const pool = poolSentences([{ prepared, releaseScore: 1, score: 1 }], units);
  const best = bestCoverages(pool)[0]!;
  const besideAnswer = new Uint8Array(isAnswer.length);
  for (let s = 0; s + 1 < terms.first.length; s++) {
    const [from, to] = [terms.first[s]!, terms.first[s + 1]!];
    if (!isAnswer.subarray(from, to).includes(1)) besideAnswer.fill(1, from, to);
    matchSentence(terms, s, units, match, settingOf(pool, s, best));
    for (let i = match.from; i < match.to; i++) {
      const out = crosses.subarray(i * crossCount, (i + 1) * crossCount);
      writeCrosses(asked, terms, i, match, mask, out);
    }
  }
  return { fold, crosses, isAnswer, besideAnswer };
}

/** 1 for terms inside an occurrence of an answer. */
function answerMask(text: string, starts: Uint32Array, answers: readonly string[]): Uint8Array {
  const kept: number[] = [];
  let bare = '';
  for (let i = 0; i < text.length; i++) {
    if (/\s/u.test(text[i]!)) continue;
    kept.push(i);
    bare += text[i]!;
  }
  const inside = new Uint8Array(text.length);
  for (const answer of answers) {
    for (let at = bare.indexOf(answer); at !== -1; at = bare.indexOf(answer, at + answer.length)) {
      for (let k = at; k < at + answer.length; k++) inside[kept[k]!] = 1;
    }
  }
  return Uint8Array.from(starts, (start) => inside[start]!);
}

/**
 * One step of the softmax over the terms of the release and "none of them", whose logit is 0. Without the answering sentences none is
 * right: so logits compare between questions, and what only looks like an answer stays low.
 */
function learn(
  { crosses, isAnswer, besideAnswer }: TermExample,
  withAnswer: boolean,
  table: Float32Array,
  squares: Float32Array,
  { rate, decay }: TermTrainingOptions,
): void {
  const logits = new Float64Array(isAnswer.length);
  let most = 0;
  for (let i = 0; i < logits.length; i++) {
    if (!withAnswer && besideAnswer[i] === 0) continue;
    let sum = 0;
    for (let c = i * crossCount; c < (i + 1) * crossCount; c++) sum += table[crosses[c]!]!;
    logits[i] = sum;
    if (sum > most) most = sum;
  }
  let total = Math.exp(-most);
  let answer = 0;
  for (let i = 0; i < logits.length; i++) {
    if (!withAnswer && besideAnswer[i] === 0) continue;
    logits[i] = Math.exp(logits[i]! - most);
    total += logits[i]!;
    if (isAnswer[i] === 1) answer += logits[i]!;
  }
  for (let i = 0; i < logits.length; i++) {
    if (!withAnswer && besideAnswer[i] === 0) continue;
    const gradient =
      logits[i]! / total - (withAnswer && isAnswer[i] === 1 ? logits[i]! / answer : 0);
    if (Math.abs(gradient) < 1e-4) continue;
    for (let c = i * crossCount; c < (i + 1) * crossCount; c++) {
      const at = crosses[c]!;
      const slope = gradient + decay * table[at]!;
      squares[at]! += slope * slope;
      table[at]! -= (rate * slope) / Math.sqrt(squares[at]!);
    }
  }
}

/** Rounds a table to 8 bits. */
function quantize(table: Float32Array): TermWeights {
  const most = table.reduce((sum, weight) => Math.max(sum, Math.abs(weight)), 1e-6);
  const scale = most / 127;
  return { table: Int8Array.from(table, (weight) => Math.round(weight / scale)), scale };
}
