/** Composing: what was found for each part of a question becomes one answer with numbered citations. */
import type { Answer } from '../answer/answer.js';
import { CitationList } from '../answer/cite.js';
import type { Wording } from '../answer/wording.js';
import { foldedSentence, type Release } from '../corpus/corpus.js';
import { releaseName } from '../corpus/release-name.js';
import { leastAsserted, leastVerdict, tierOf } from '../read/decide.js';
import type { FoundAnswer, FoundSentence } from '../read/find-answer.js';
import { resolveDate } from '../read/resolve-date.js';
import { clauseAround, isAmbiguousFigure, wholeStretch } from '../read/whole-stretch.js';
import { asksYesOrNo } from '../text/asking-words.js';
import { sourceSpan, type FoldTables, type Span } from '../text/fold.js';
import { show } from '../text/show.js';

/** What was found for one part of a question. */
export interface FoundPart {
  /** The words of the question that set this part apart; null when it is the whole question. */
  readonly label: string | null;
  /** The part as it was asked, folded. */
  readonly question: string;
  readonly answer: FoundAnswer;
  /** Whether the answer is sure enough to be asserted. */
  readonly isAnswered: boolean;
}

export interface ComposeOptions {
  readonly tables: FoldTables;
  readonly wording: Wording;
  /** The releases found, nearest first: what a refusal names. */
  readonly releases: readonly Release[];
}

/** The parts of an answer that do not depend on how it was asked. */
export type ComposedAnswer = Pick<
  Answer,
  'kind' | 'confidence' | 'reason' | 'text' | 'emphasis' | 'citations' | 'nearest'
>;

/** How many stretches are offered when nothing is asserted. */
const mostOffered = 3;
/** A stretch far less likely than the first, 6 in log-odds, is not shown beside it. */
const leastShare = Math.exp(-6);
/** How many releases a refusal names. */
const mostNearest = 3;

/** Composes the answer to a question from at least one part. */
export function composeAnswer(parts: readonly FoundPart[], options: ComposeOptions): ComposedAnswer {
  const answered = parts.filter(({ isAnswered }) => isAnswered);
  if (answered.length > 0) return composeAsserted(parts, answered, options);
  const likeliest = parts.toSorted((a, b) => b.answer.probability - a.answer.probability)[0];
  return likeliest && tierOf(likeliest.answer.probability) !== 'unanswerable'
    ? composeLikely(likeliest.answer, options)
    : composeRefusal(options, likeliest?.answer.probability);
}

function composeAsserted(
  parts: readonly FoundPart[],
  answered: readonly FoundPart[],
  { tables, wording }: ComposeOptions,
): ComposedAnswer {
  const citations = new CitationList();
  const emphasis: [number, number][] = [];
  let text = '';
  const write = (words: string, isAnswer = false): void => {
    if (isAnswer) emphasis.push([text.length, text.length + words.length]);
    text += words;
  };
  for (const { label, question, answer } of answered) {
    if (text !== '') write(wording.semicolon);
    if (label !== null) write(label + wording.colon);
    const isYesNo = asksYesOrNo(question);
    for (const [i, { sentence, isDated }] of versionsOf(answer, isYesNo).entries()) {
      if (i > 0) write(wording.semicolon);
      if (isDated) write(wording.onDay(sentence.prepared.release.publishedOn!));
      const saysWhich = isYesNo && Math.max(answer.yes, 1 - answer.yes) >= leastVerdict;
      if (saysWhich) {
        write(answer.yes >= 0.5 ? wording.yes : wording.no, true);
        write(wording.comma);
      }
      const line = lineOf(sentence, isYesNo, tables);
      if (sentence.prepared.isHan !== wording.isHan) write(wording.inOriginal);
      write(line.before);
      write(line.words, !saysWhich);
      write(line.behind + (line.resolved ? wording.resolved(line.resolved) : ''));
      write(` ${citations.mark(sentence.prepared, sentence.sentence, line.span)}`);
    }
    const others = answer.alsoIn.map(({ prepared, sentence, span }) =>
      citations.mark(prepared, sentence, wholeStretch(foldedSentence(prepared, sentence), span)),
    );
    if (others.length > 0) write(wording.alsoIn(others.join('')));
  }
  const missing = parts.filter(({ isAnswered }) => !isAnswered).map(({ label }) => label ?? '');
  const reason = missing.length > 0 ? wording.missing(missing) + wording.fullStop : null;
  return {
    kind: reason ? 'partial' : 'answered',
    confidence: Math.min(...answered.map(({ answer }) => answer.probability)),
    reason,
    text: reason ? `${text}\n${reason}` : text,
    emphasis,
    citations: citations.toCitations(tables),
    nearest: [],
  };
}

/**
 * The sentence that answers, and one of another day that answers otherwise, newest first. Yes and no are known of the
 * first only.
 */
function versionsOf(
  { sentences: [best], rivals }: FoundAnswer,
  isYesNo: boolean,
): { readonly sentence: FoundSentence; readonly isDated: boolean }[] {
  const others = rivals.filter(
    (one) => tierOf(one.score) === 'answered' && dayOf(one) !== '' && dayOf(one) !== dayOf(best!),
  );
  if (isYesNo || others.length === 0 || dayOf(best!) === '') return [{ sentence: best!, isDated: false }];
  return [best!, others[0]!]
    .sort((a, b) => dayOf(b).localeCompare(dayOf(a)))
    .map((sentence) => ({ sentence, isDated: true }));
}

function dayOf({ prepared }: FoundSentence): string {
  return prepared.release.publishedOn ?? '';
}

interface AnswerLine {
  readonly before: string;
  readonly words: string;
  readonly behind: string;
  /** The stretch, whole, in the folded sentence. */
  readonly span: Span;
  /** The date that the stretch says relative to its release. */
  readonly resolved: string | null;
}

/** The stretch that answers, whole, and its clause where the stretch alone could be read of something else. */
function lineOf(
  { prepared, sentence, span: marked }: FoundSentence,
  wantsClause: boolean,
  tables: FoldTables,
): AnswerLine {
  const { folded, foldedSentences, release } = prepared;
  const text = foldedSentence(prepared, sentence);
  const span = wholeStretch(text, marked);
  const shown = wantsClause || isAmbiguousFigure(text, span) ? clauseAround(text, span) : span;
  const first = foldedSentences[sentence]!.start;
  const source = sourceSpan(folded, first + shown.start, first + shown.end);
  const whole = show(release.body.slice(source.start, source.end), tables);
  const inner = sourceSpan(folded, first + span.start, first + span.end);
  const at = (offset: number): number => {
    const found = whole.offsets.findIndex((one) => one >= offset - source.start);
    return found === -1 ? whole.text.length : found;
  };
  const [start, end] = [at(inner.start), at(inner.end)];
  return {
    before: whole.text.slice(0, start),
    words: whole.text.slice(start, end),
    behind: whole.text.slice(end),
    span,
    resolved: release.publishedOn ? resolveDate(text.slice(span.start, span.end), release.publishedOn) : null,
  };
}

/** Nothing asserted: where the answer may be, likeliest first. */
function composeLikely(
  { sentences, probability, rivals }: FoundAnswer,
  { tables, wording }: ComposeOptions,
): ComposedAnswer {
  const citations = new CitationList();
  const offered = sentences.slice(0, mostOffered).filter(({ score }) => score >= leastShare * probability);
  for (const { prepared, sentence, span } of offered) {
    const text = foldedSentence(prepared, sentence);
    citations.mark(prepared, sentence, ...(span.start < span.end ? [wholeStretch(text, span)] : []));
  }
  const fitsAlike = rivals.filter(({ score }) => score > probability / 2).length >= 2;
  const text = fitsAlike ? wording.severalFit : wording.likely;
  return {
    kind: 'likely',
    confidence: Math.min(probability, leastAsserted),
    reason: text,
    text,
    emphasis: [],
    citations: citations.toCitations(tables),
    nearest: [],
  };
}

/** The refusal: says so, names the nearest releases, and says what may help. */
export function composeRefusal({ wording, releases, tables }: ComposeOptions, confidence = 0): ComposedAnswer {
  const nearest = releases.slice(0, mostNearest);
  const titles = nearest.map((release) => releaseName(release, tables));
  const lines = [wording.notInReleases, ...(nearest.length > 0 ? [wording.nearest(titles)] : []), wording.askAgain];
  return {
    kind: 'unanswerable',
    confidence,
    reason: wording.notInReleases,
    text: lines.join('\n'),
    emphasis: [],
    citations: [],
    nearest,
  };
}
