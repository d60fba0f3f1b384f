/** Evaluating: asks a set of questions and compares what comes out with what should. */
import type { Answer, AskQuestion, Citation } from '../core/answer/answer.js';
import type { EvalQuestion, Outcome } from '../core/measures/answer-measures.js';
import { runF1 } from '../core/measures/span-measures.js';
import type { PreparedRelease } from '../core/corpus/corpus.js';
import { fold, type FoldTables } from '../core/text/fold.js';
import { unmarked } from '../core/text/unmarked.js';

export interface EvalDeps {
  readonly ask: AskQuestion;
  readonly find: (releaseId: string) => PreparedRelease | undefined;
  readonly tables: FoldTables;
  readonly onProgress?: (done: number, total: number) => void;
  /** Hears every question with its answer and outcome. */
  /** Hears of a question that could not be asked; it is left out. */
  readonly onFailure?: (question: EvalQuestion, error: Error) => void;
  readonly onAnswer?: (question: EvalQuestion, answer: Answer, outcome: Outcome) => void;
}

/** Asks every question; in their order. */
export async function askAll(
  questions: readonly EvalQuestion[],
  { ask, find, tables, onProgress, onAnswer, onFailure }: EvalDeps,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    const answer = await ask(question.question, { why: true }).catch((error: Error) => onFailure?.(question, error));
    if (!answer) continue;
    const outcome = judge(question, answer, find, tables);
    outcomes.push(outcome);
    onAnswer?.(question, answer, outcome);
    onProgress?.(outcomes.length, questions.length);
  }
  return outcomes;
}

function judge(
  { type, isAnswerable, answers, goldIds, verdict }: EvalQuestion,
  answer: Answer,
  find: EvalDeps['find'],
  tables: FoldTables,
): Outcome {
  const golds = answers.map((gold) => fold(gold, tables).text);
  const windows = answer.trace?.parts.flatMap((part) => part.windows) ?? [];
  const textOf = ({ releaseId, sentences: [first, last] }: (typeof windows)[number]): string => {
    const prepared = find(releaseId);
    if (!prepared) return '';
    const { foldedSentences, folded } = prepared;
    return folded.text.slice(foldedSentences[first - 1]!.start, foldedSentences[last - 1]!.end);
  };
  const retrieved = answer.trace?.parts.flatMap((part) => part.releases.map(({ id }) => id)) ?? [];
  const [best] = answer.citations;
  const highlight = best ? highlightOf(best, tables) : '';
  return {
    type,
    isAnswerable,
    kind: answer.kind,
    confidence: answer.confidence,
    isRetrieved: goldIds.some((id) => retrieved.includes(id)),
    isRead: windows.some((one) => goldIds.includes(one.releaseId) && holdsAny(textOf(one), golds)),
    hits: answer.citations.slice(0, 3).map(({ original }) => holdsAny(fold(original, tables).text, golds)),
    highlightF1: Math.max(0, ...golds.map((gold) => runF1(highlight, gold))),
    isVerdictRight: verdict === null || !isAnswerable ? null : verdictOf(answer) === verdict,
    totalMs: answer.timingsMs.total,
  };
}

/** What the answer says to a yes-no question; null when it asserts neither. */
function verdictOf({ trace, kind }: Answer): 'yes' | 'no' | null {
  const yes = trace?.parts[0]?.windows[0]?.yes;
  return yes === undefined || kind === 'unanswerable' ? null : yes >= 0.5 ? 'yes' : 'no';
}

function highlightOf({ quote, highlight: [first] }: Citation, tables: FoldTables): string {
  return first ? fold(quote.slice(...first), tables).text : '';
}

/** Whether a folded text holds one of the answers, or an answer of several sentences holds the text; marks aside. */
function holdsAny(text: string, golds: readonly string[]): boolean {
  const bare = unmarked(text);
  return golds.map(unmarked).some((gold) => bare.includes(gold) || (bare.length >= 8 && gold.includes(bare)));
}
