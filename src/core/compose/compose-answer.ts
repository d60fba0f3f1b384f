/** Composing: what was found for each part of a question becomes one answer with numbered citations. */
import type { Answer } from '../answer/answer.js';
import { CitationList } from '../answer/cite.js';
import type { FoundAnswer, FoundSentence } from '../ranking/find-answer.js';
import { sourceSpan, type FoldTables } from '../text/fold.js';
import { show } from '../text/show.js';
import type { Wording } from '../answer/wording.js';

/** What was found for one part of a question. */
export interface FoundPart {
  /** The words of the question that set this part apart; null when it is the whole question. */
  readonly label: string | null;
  readonly answer: FoundAnswer;
  /** Whether the answer is sure enough to be given. */
  readonly isAnswered: boolean;
}

export interface ComposeOptions {
  readonly tables: FoldTables;
  readonly wording: Wording;
  /** Turns a text of the corpus into the reader's script. */
  readonly toReader: (text: string) => string;
  /** How many of the nearest sentences a refusal cites. */
  readonly nearest: number;
}

/** The parts of an answer that do not depend on how it was asked. */
export type ComposedAnswer = Pick<Answer, 'kind' | 'reason' | 'text' | 'emphasis' | 'citations'>;

/** Composes the answer to a question from at least one part. */
export function composeAnswer(
  parts: readonly FoundPart[],
  options: ComposeOptions,
): ComposedAnswer {
  const { tables, wording } = options;
  const answered = parts.filter(({ isAnswered }) => isAnswered);
  if (answered.length === 0) return composeRefusal(parts, options);
  const citations = new CitationList();
  const emphasis: [number, number][] = [];
  let text = '';
  for (const part of answered) {
    text += (text === '' ? '' : wording.semicolon) + leadOf(part, wording);
    const { before, words, behind } = answeringWords(part.answer, options);
    const start = text.length + before.length;
    emphasis.push([start, start + words.length]);
    text += `${before}${words}${behind} ${marksOf(part.answer, citations, wording)}`;
  }
  const missing = parts.filter(({ isAnswered }) => !isAnswered).map(({ label }) => label ?? '');
  const reason = missing.length > 0 ? wording.missing(missing) + wording.fullStop : null;
  return {
    kind: reason ? 'partial' : 'answered',
    reason,
    text: reason ? `${text}\n${reason}` : text,
    emphasis,
    citations: citations.toCitations(tables),
  };
}

/** `签约投资额：` before the answer of a part; nothing before the answer of a whole question. */
function leadOf({ label }: FoundPart, { colon }: Wording): string {
  return label === null ? '' : label + colon;
}

/** The stretch that answers and what is shown around it, in the reader's script. */
function answeringWords(
  { sentences, span, shown }: FoundAnswer,
  { tables, toReader }: ComposeOptions,
): { readonly before: string; readonly words: string; readonly behind: string } {
  const { found, sentence } = sentences[0]!;
  const { folded, foldedSentences, release } = found.prepared;
  const { start: first } = foldedSentences[sentence]!;
  const wordsOf = (start: number, end: number): string => {
    if (start === end) return '';
    const source = sourceSpan(folded, first + start, first + end);
    return toReader(show(release.body.slice(source.start, source.end), tables).text);
  };
  return {
    before: wordsOf(shown!.start, span!.start),
    words: wordsOf(span!.start, span!.end),
    behind: wordsOf(span!.end, shown!.end),
  };
}

/** `[1]`, and where else the answer stands. */
function marksOf(
  { sentences, span, alsoIn }: FoundAnswer,
  citations: CitationList,
  wording: Wording,
): string {
  const { found, sentence } = sentences[0]!;
  const mark = citations.mark(found.prepared, sentence, span!);
  const others = alsoIn.map((other) => citations.mark(other.found.prepared, other.sentence));
  return mark + (others.length > 0 ? wording.alsoIn(others.join('')) : '');
}

/** The refusal, with the nearest sentences. */
export function composeRefusal(
  parts: readonly FoundPart[],
  { tables, wording, nearest }: ComposeOptions,
): ComposedAnswer {
  const citations = new CitationList();
  const marks = nearestSentences(parts, nearest).map(({ found, sentence }) =>
    citations.mark(found.prepared, sentence),
  );
  return {
    kind: 'unanswerable',
    reason: wording.notInReleases,
    text: wording.notInReleases + (marks.length > 0 ? wording.nearest(marks.join('')) : ''),
    emphasis: [],
    citations: citations.toCitations(tables),
  };
}

/** The best sentences of all parts, best first. */
export function nearestSentences(parts: readonly FoundPart[], count: number): FoundSentence[] {
  const best = new Map<string, FoundSentence>();
  for (const sentence of parts.flatMap(({ answer }) => answer.sentences)) {
    const key = `${sentence.found.prepared.release.id} ${sentence.sentence}`;
    if ((best.get(key)?.score ?? -1) < sentence.score) best.set(key, sentence);
  }
  return [...best.values()].toSorted((a, b) => b.score - a.score).slice(0, count);
}
