/**
 * Trains the model of answer spans and measures it: `tsx src/train/train-span.ts --data DIR [--seed 1] [--out models/span.json]`.
 *
 * The trees learn from what a linear model says of texts that it has not seen, so all examples fall into two folds that share no
 * text: each fold is judged by the linear model of the other. The sets that are measured out of fold are answered by a linear
 * model and trees that saw the other fold only; cmrc2018 and drcd are never trained on.
 */
import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { loadFoldTables } from '../adapters/han-tables.js';
import { readAsked } from '../core/span/span-asked.js';
import { findAnswerSpan } from '../core/span/answer-span.js';
import { exactMatch, runF1 } from '../core/measures/span-measures.js';
import { parseSpanWeights, type SpanWeights } from '../core/span/span-model.js';
import { createRandom } from './random.js';
import { saveSpanWeights } from './span-file.js';
import { readSpanExamples, type SpanExample } from './span-examples.js';
import { generateSpanExamples } from './span-templates.js';
import {
  blendStyles,
  defaultSpanTraining,
  trainSpans,
  type SpanTrainingOptions,
} from './span-training.js';
import {
  defaultTreeTraining,
  stretchCase,
  trainSpanTrees,
  type StretchCase,
} from './span-tree-training.js';

const alwaysTrained = ['cmrc2018_train'];
const crossValidated = ['secnews_mrc', 'rgb', 'dureader_robust'];
const unseen = ['cmrc2018', 'drcd'];
/** About three tenths of all examples; the number is unmeasured. */
const generatedCount = 7000;

interface Measures {
  readonly exact: number;
  readonly f1: number;
}

/** An example as the trees see it, null when no stretch comes near its answer. */
interface JudgedExample {
  readonly example: SpanExample;
  readonly stretches: StretchCase | null;
}

function main(): void {
  const program = new Command()
    .requiredOption('--data <dir>', 'folder with the sets of DATA.md')
    .option('--seed <number>', 'order of the examples', Number, defaultSpanTraining.seed)
    .option('--out <file>', 'where the model goes', 'models/span.json')
    .parse();
  const { data, seed, out } = program.opts<{ data: string; seed: number; out: string }>();
  const tables = loadFoldTables();
  const read = (name: string): SpanExample[] => readSpanExamples(data, name, tables);
  const always = alwaysTrained.flatMap(read);
  const validated = new Map(crossValidated.map((name) => [name, read(name)]));
  const generated = generateSpanExamples(generatedCount, createRandom(seed));
  const all = [...always, ...[...validated.values()].flat(), ...generated];
  const options = { ...defaultSpanTraining, seed };

  const halves = [0, 1].map((fold) => trainLinear(outside(all, fold), options));
  const judged = all.map((example) => ({
    example,
    stretches: stretchCase(example, halves[foldOf(example)]!),
  }));
  const models = halves.map((table, fold) =>
    modelOf(
      table,
      judged.filter(({ example }) => foldOf(example) !== fold),
      seed,
    ),
  );
  process.stdout.write('set              questions   whole sentence EM/F1   span EM/F1\n');
  for (const [name, examples] of validated) {
    report(name, examples, (example) => answerOf(example, models[foldOf(example)]!.weights));
  }
  const { saved, weights } = modelOf(trainLinear(all, options), judged, seed);
  writeFileSync(out, `${JSON.stringify(saved)}\n`);
  for (const name of unseen) {
    report(name, read(name), (example) => answerOf(example, weights));
  }
}

function outside(examples: readonly SpanExample[], fold: number): SpanExample[] {
  return examples.filter((example) => foldOf(example) !== fold);
}

function trainLinear(examples: readonly SpanExample[], options: SpanTrainingOptions): Float32Array {
  return blendStyles(trainSpans(examples, options), options);
}

/** The model as saved and, read back from that, as the program uses it. */
function modelOf(table: Float32Array, judged: readonly JudgedExample[], seed: number) {
  const cases = judged.flatMap(({ stretches }) => stretches ?? []);
  const trees = trainSpanTrees(cases, { ...defaultTreeTraining, seed });
  const saved = saveSpanWeights(table, trees);
  return { saved, weights: parseSpanWeights(saved) };
}

function answerOf({ question, sentence }: SpanExample, weights: SpanWeights): string {
  const { start, end } = findAnswerSpan(readAsked(question), sentence, weights);
  return sentence.slice(start, end);
}

/** Fold 0 or 1; questions about the same text fall into the same. */
function foldOf({ textId }: SpanExample): number {
  return [...textId].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 65_521, 7) % 2;
}

function report(
  name: string,
  examples: readonly SpanExample[],
  answer: (example: SpanExample) => string,
): void {
  const whole = measure(examples, ({ sentence }) => sentence);
  const span = measure(examples, answer);
  const count = String(examples.length).padStart(9);
  process.stdout.write(
    `${name.padEnd(16)} ${count}          ${format(whole)}    ${format(span)}\n`,
  );
}

function format({ exact, f1 }: Measures): string {
  return `${exact.toFixed(3)} / ${f1.toFixed(3)}`;
}

function measure(
  examples: readonly SpanExample[],
  answer: (example: SpanExample) => string,
): Measures {
  let [exact, f1] = [0, 0];
  for (const example of examples) {
    const found = answer(example);
    exact += Math.max(...example.answers.map((gold) => exactMatch(found, gold)));
    f1 += Math.max(...example.answers.map((gold) => runF1(found, gold)));
  }
  return { exact: exact / examples.length, f1: f1 / examples.length };
}

main();
