/** `presscite eval`: the measures as a table, ours beside the baseline's, or as JSON. */
import type { SetMeasures } from '../app/run-eval.js';
import type { CitationMeasures } from '../core/measures/citation-measures.js';
import type { Measures, RefusalMeasures } from '../core/measures/outcome-measures.js';
import type { Terminal } from './terminal.js';

/** What a column shows of the measures; undefined where a set has no gold for it. */
type Column = readonly [name: string, value: (measures: Measures) => number | undefined];

const refusalColumns = (
  name: string,
  of: (measures: Measures) => RefusalMeasures | undefined,
): Column[] => [
  [`${name} AUROC`, (measures) => of(measures)?.auroc],
  [`${name} @95`, (measures) => of(measures)?.refusedAt95Kept],
];

const columns: readonly Column[] = [
  ['R@1', ({ recall }) => recall[1]],
  ['R@10', ({ recall }) => recall[10]],
  ['MRR@10', ({ mrr10 }) => mrr10],
  ['hit@1', ({ sentenceHit }) => sentenceHit?.[1]],
  ['hit@3', ({ sentenceHit }) => sentenceHit?.[3]],
  ['span EM', ({ span }) => span?.exact],
  ['span F1', ({ span }) => span?.f1],
  ...refusalColumns('near', ({ refusal }) => refusal),
  ...refusalColumns('else', ({ refusalElsewhere }) => refusalElsewhere),
];

/** Prints Markdown tables: of the sets, in each cell the baseline's figure and ours, and of the citations of recorded drafts. */
export function printEval(
  sets: readonly SetMeasures[],
  citation: CitationMeasures | undefined,
  terminal: Terminal,
): void {
  if (sets.length > 0) printSets(sets, terminal);
  if (citation) printCitation(citation, terminal);
}

function printCitation(
  { drafts, claims, citations, recall, precision }: CitationMeasures,
  { print }: Terminal,
): void {
  print('| drafts | claims | citations | citation recall | citation precision |');
  print(`|${'---|'.repeat(5)}`);
  print(`| ${[drafts, claims, citations, share(recall), share(precision)].join(' | ')} |`);
}

function printSets(sets: readonly SetMeasures[], { print }: Terminal): void {
  const used = columns.filter(([, value]) => sets.some((set) => value(set) !== undefined));
  const head = ['set', 'releases', 'questions', ...used.map(([name]) => name), 'ms'];
  print(`| ${head.join(' | ')} |`);
  print(`|${'---|'.repeat(head.length)}`);
  for (const set of sets) {
    const cells = used.map(([, value]) => cell(value(set.baseline), value(set)));
    const row = [set.name, set.releases, set.questions, ...cells, set.medianMs.toFixed(1)];
    print(`| ${row.join(' | ')} |`);
  }
}

function cell(baseline: number | undefined, ours: number | undefined): string {
  return ours === undefined || baseline === undefined
    ? ''
    : `${share(baseline)} → **${share(ours)}**`;
}

/** `.951`, and `1.000` for all. */
function share(value: number): string {
  return value.toFixed(3).replace(/^0/u, '');
}

/** Prints `{"sets":[…],"citation":{…}}`; without recorded drafts there is no `citation`. */
export function printEvalJson(
  sets: readonly SetMeasures[],
  citation: CitationMeasures | undefined,
  { print }: Terminal,
): void {
  print(JSON.stringify({ sets, citation }));
}
