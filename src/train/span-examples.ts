/** Examples for training and measuring answer spans: a question, the sentence that holds its answer, and the answer. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold, type FoldTables, type Span } from '../core/text/fold.js';
import { splitSentences } from '../core/text/sentences.js';

/** How much annotators mark: the bare amount or name, or the clause around it. */
export type SpanStyle = 'terse' | 'wordy';

/** One question with its gold sentence; all texts are folded. */
export interface SpanExample {
  readonly question: string;
  readonly sentence: string;
  /** Where the sentence holds an answer, one range for each gold answer that it holds. */
  readonly gold: readonly Span[];
  /** All gold answers, for measuring. */
  readonly answers: readonly string[];
  /** The text that the sentence is from, so that folds never share one. */
  readonly textId: string;
  readonly style: SpanStyle;
}

interface QuestionLine {
  readonly question: string;
  readonly answers?: readonly string[];
  readonly answer_spans?: readonly (readonly [number, number])[];
  readonly doc_ids: readonly string[];
  readonly answerable?: boolean;
}

/**
 * Reads one set of `DATA.md`. Questions whose answer no single sentence holds are left out.
 * @throws Error when `name.corpus.jsonl` or `name.qa.jsonl` is not in `folder`
 */
export function readSpanExamples(folder: string, name: string, tables: FoldTables): SpanExample[] {
  const texts = new Map<string, string>();
  for (const { id, text } of readLines<{ id: string; text: string }>(folder, `${name}.corpus`)) {
    texts.set(id, text);
  }
  const foldText = (text: string): string => fold(text, tables).text;
  return readLines<QuestionLine>(folder, `${name}.qa`).flatMap((line) => {
    const answers = (line.answers ?? []).map((answer) => foldText(answer.trim())).filter(Boolean);
    if (line.answerable === false || answers.length === 0) return [];
    const question = foldText(line.question.trim());
    const found = findSentence(line, question, answers, texts, foldText);
    const style: SpanStyle = name.startsWith('cmrc') ? 'wordy' : 'terse';
    return found ? [{ question, answers, style, ...found }] : [];
  });
}

function readLines<T>(folder: string, name: string): T[] {
  const text = readFileSync(join(folder, `${name}.jsonl`), 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

/** The sentence at the annotated place, or else the one with an answer that shares most with the question. */
function findSentence(
  { answer_spans: spans = [], doc_ids: ids }: QuestionLine,
  question: string,
  answers: readonly string[],
  texts: ReadonlyMap<string, string>,
  foldText: (text: string) => string,
): Pick<SpanExample, 'sentence' | 'gold' | 'textId'> | null {
  const pairs = new Set(pairsOf(question));
  let best = null;
  let bestShared = -1;
  for (const textId of new Set(ids)) {
    const text = texts.get(textId) ?? '';
    for (const { start, end } of splitSentences(text)) {
      const place = spans.some(([from, to]) => from >= start && to <= end + 1);
      if (spans.length > 0 && !place) continue;
      const sentence = foldText(text.slice(start, end)).trim();
      const gold = answers.flatMap((answer) => {
        const at = sentence.indexOf(answer);
        return at === -1 ? [] : [{ start: at, end: at + answer.length }];
      });
      const shared = pairsOf(sentence).filter((pair) => pairs.has(pair)).length;
      if (gold.length === 0 || shared <= bestShared) continue;
      best = { sentence, gold, textId };
      bestShared = shared;
    }
  }
  return best;
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
}
