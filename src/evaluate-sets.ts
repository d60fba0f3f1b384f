/** Evaluating all the sets that the command line names, each beside the questions of the next as questions from elsewhere. */
import path from 'node:path';
import { listEvalSets, readEvalFiles, readEvalSet } from './adapters/eval-files.js';
import type { SetMeasures } from './app/run-eval.js';
import type { EvalOptions } from './cli/program.js';
import type { EvalQuestion, EvalSet } from './core/measures/outcome-measures.js';
import type { Engine } from './engine.js';

/** Sets whose only use is training: measuring on them would flatter. */
const trainingSets = /_train$/u;

/** Reads and evaluates the sets in the order of their names. */
export async function evaluateSets(options: EvalOptions, engine: Engine): Promise<SetMeasures[]> {
  const sets = (await readSets(options)).map((set) => limited(set, options.limit));
  const measured: SetMeasures[] = [];
  for (const [i, set] of sets.entries()) {
    measured.push(await engine.evaluate(set, elsewhereOf(set, sets[(i + 1) % sets.length]!)));
  }
  return measured;
}

async function readSets({ data, sets, corpus, questions }: EvalOptions): Promise<EvalSet[]> {
  if (data === undefined)
    return [await readEvalFiles(path.parse(corpus!).name, corpus!, questions!)];
  const names = (await listEvalSets(data)).filter((name) =>
    sets === undefined ? !trainingSets.test(name) : sets.split(',').includes(name),
  );
  return Promise.all(names.map((name) => readEvalSet(data, name)));
}

/** Answerable questions of another set, as many as this one has at most. */
function elsewhereOf(set: EvalSet, other: EvalSet): EvalQuestion[] {
  if (set === other) return [];
  return other.questions.filter(({ isAnswerable }) => isAnswerable).slice(0, set.questions.length);
}

/** The first questions that are enough; a seeded sample would not be more honest, the sets are not sorted by difficulty. */
function limited(set: EvalSet, limit: number | undefined): EvalSet {
  return limit === undefined ? set : { ...set, questions: set.questions.slice(0, limit) };
}
