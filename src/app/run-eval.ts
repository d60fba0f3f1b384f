/** Evaluating: how often the right release, the right sentence and the right stretch come first, beside a plain baseline. */
import { createBaseline } from '../core/measures/baseline.js';
import { foldedSentence, prepareRelease, type PreparedRelease } from '../core/corpus/corpus.js';
import { embedReleases } from '../core/search/embed-releases.js';
import type { Embedder } from '../core/search/embedder.js';
import { findAnswer, type AnswerModels } from '../core/ranking/find-answer.js';
import { fold, type FoldTables } from '../core/text/fold.js';
import { median } from '../core/averages.js';
import {
  measureOutcomes,
  type EvalQuestion,
  type EvalSet,
  type Measures,
  type Outcome,
} from '../core/measures/outcome-measures.js';
import { retrieve } from '../core/ranking/retrieve.js';
import { SearchIndex } from '../core/search/search-index.js';
import type { VectorIndex } from '../core/search/vector-index.js';

export interface EvalDeps {
  readonly embedder: Embedder;
  readonly models: AnswerModels;
  readonly tables: FoldTables;
  readonly createVectors: () => VectorIndex;
  /** Milliseconds from any fixed moment. */
  readonly now: () => number;
  /** Hears how many questions of how many are asked. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface SetMeasures extends Measures {
  readonly name: string;
  readonly releases: number;
  readonly questions: number;
  /** The whole way of one question, embedding included. */
  readonly medianMs: number;
  readonly baseline: Measures;
}

/**
 * Evaluates one set.
 * @param elsewhere questions of another set, which the releases do not answer
 */
export async function evaluateSet(
  { name, releases, questions }: EvalSet,
  elsewhere: readonly EvalQuestion[],
  deps: EvalDeps,
): Promise<SetMeasures> {
  const prepared = releases.map((release) => prepareRelease(release, deps.tables));
  const ask = await createSystem(prepared, deps);
  const baseline = createBaselineSystem(prepared);
  const asked = [
    ...questions,
    ...elsewhere.map((question) => ({ ...question, isAnswerable: false })),
  ];
  const ours: Outcome[] = [];
  const theirs: Outcome[] = [];
  const times: number[] = [];
  for (const [i, { question }] of asked.entries()) {
    const started = deps.now();
    const folded = fold(question, deps.tables).text.trim();
    ours.push(await ask(folded));
    times.push(deps.now() - started);
    theirs.push(baseline(folded));
    deps.onProgress?.(i + 1, asked.length);
  }
  return {
    name,
    releases: releases.length,
    questions: questions.length,
    ...measureOutcomes(questions, ours, deps.tables),
    medianMs: median(times),
    baseline: measureOutcomes(questions, theirs, deps.tables),
  };
}

async function createSystem(
  prepared: readonly PreparedRelease[],
  { embedder, models, createVectors }: EvalDeps,
): Promise<(question: string) => Promise<Outcome>> {
  const embeddings = await embedReleases(prepared, embedder);
  const index = new SearchIndex(createVectors());
  index.add(
    prepared.map((one, i) => ({ prepared: one, fingerprint: '', embeddings: embeddings[i]! })),
  );
  return async (question) => {
    const found = retrieve(index, question, await embedder.embedQuery(question));
    const { sentences, span, probability } = findAnswer(question, found, index, models);
    const texts10 = sentences
      .slice(0, 10)
      .map((one) => foldedSentence(one.found.prepared, one.sentence));
    // Releases in the order of their best sentence, then those of which no sentence was ranked.
    const ordered = [...sentences.map((one) => one.found), ...found];
    return {
      releaseIds: [...new Set(ordered.map((one) => one.prepared.release.id))],
      sentences: texts10,
      span: span && texts10[0] ? texts10[0].slice(span.start, span.end) : '',
      sureness: probability,
    };
  };
}

function createBaselineSystem(prepared: readonly PreparedRelease[]): (question: string) => Outcome {
  const rank = createBaseline(prepared);
  return (question) => {
    const { releases, sentences, coverage } = rank(question);
    const texts = sentences
      .slice(0, 10)
      .map(({ release, sentence }) => foldedSentence(prepared[release]!, sentence));
    return {
      releaseIds: releases.map((release) => prepared[release]!.release.id),
      sentences: texts,
      span: texts[0] ?? '',
      sureness: coverage,
    };
  };
}
