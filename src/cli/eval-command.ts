/** `presscite eval`: asks a file of questions and prints the measures, in all and by type. */
import { writeFileSync } from 'node:fs';
import { askAll } from '../app/run-eval.js';
import {
  measureAnswers,
  type AnswerMeasures,
  type EvalQuestion,
  type Outcome,
} from '../core/measures/answer-measures.js';
import type { CitationMeasures } from '../core/measures/citation-measures.js';
import type { Engine } from '../engine.js';
import type { Terminal } from './terminal.js';

export interface EvalOptions {
  readonly limit?: number;
  readonly json?: true;
  readonly dump?: string;
}

type Column = readonly [name: string, value: keyof AnswerMeasures];

const columns: readonly Column[] = [
  ['right', 'rightFirst'],
  ['right of 3', 'rightAmongThree'],
  ['asserted wrong', 'wrongAsserted'],
  ['near misses asserted', 'nearMissAsserted'],
  ['AUROC', 'auroc'],
  ['highlight', 'highlightRight'],
  ['verdict', 'verdictRight'],
  ['retrieved', 'retrieved'],
  ['read', 'read'],
  ['ECE', 'ece'],
];

/**
 * Asks the questions and prints a Markdown table, or JSON.
 * @param dump where to write a line for every question, with what its probability was made of
 */
export async function evaluate(
  all: readonly EvalQuestion[],
  { limit, json, dump }: EvalOptions,
  engine: Engine,
  terminal: Terminal,
): Promise<void> {
  const questions = all.slice(0, limit);
  const lines: string[] = [];
  const outcomes = await askAll(questions, {
    ask: engine.ask,
    find: (id) => engine.index.find(id)?.prepared,
    tables: engine.tables,
    onProgress: (done, total) => terminal.progress('asking', done, total),
    onAnswer: ({ id, question }, { trace, text }, outcome) => {
      if (dump !== undefined) lines.push(JSON.stringify({ id, question, ...outcome, text, parts: trace?.parts }));
    },
  });
  if (dump !== undefined) writeFileSync(dump, lines.map((line) => `${line}\n`).join(''));
  const measures = measureAnswers(outcomes);
  if (json) terminal.print(JSON.stringify({ all: measures, types: byType(outcomes) }));
  else printTable({ all: measures, ...byType(outcomes) }, terminal);
}

function byType(outcomes: readonly Outcome[]): Record<string, AnswerMeasures> {
  const types = [...new Set(outcomes.map(({ type }) => type))].toSorted();
  return Object.fromEntries(types.map((type) => [type, measureAnswers(outcomes.filter((one) => one.type === type))]));
}

function printTable(rows: Record<string, AnswerMeasures>, { print }: Terminal): void {
  const head = ['type', 'questions', ...columns.map(([name]) => name), 'median ms', '95th ms'];
  print(`| ${head.join(' | ')} |`);
  print(`|${'---|'.repeat(head.length)}`);
  for (const [type, row] of Object.entries(rows)) {
    const shares = columns.map(([, value]) => share(row[value]));
    const times = [row.medianMs, row.p95Ms].map((ms) => ms.toFixed(0));
    print(`| ${[type, row.questions, ...shares, ...times].join(' | ')} |`);
  }
}

/** `.951`, and `1.000` for all; nothing where there is no share. */
function share(value: number): string {
  return Number.isNaN(value) ? '' : value.toFixed(3).replace(/^0/u, '');
}

/** Prints the citations of recorded drafts as a Markdown table. */
export function printCitation(
  { drafts, claims, citations, recall, precision }: CitationMeasures,
  { print }: Terminal,
): void {
  print('| drafts | claims | citations | citation recall | citation precision |');
  print(`|${'---|'.repeat(5)}`);
  print(`| ${[drafts, claims, citations, share(recall), share(precision)].join(' | ')} |`);
}
