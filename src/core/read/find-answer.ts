/** Finding the answer of one question: the windows are read, and what was read becomes sentences with their stretches. */
import { sentencesAt, type PreparedRelease } from '../corpus/corpus.js';
import type { RetrievedRelease } from '../search/retrieve.js';
import { asksYesOrNo } from '../text/asking-words.js';
import type { Span } from '../text/fold.js';
import { unmarked } from '../text/unmarked.js';
import { leastOffered, probabilityOf, type AnswerFeatures, type Calibration } from './decide.js';
import type { ReaderModel, ReadOptions, WindowReading } from './reader-model.js';
import { chooseWindows, type ChosenWindow } from './windows.js';

/** A sentence with the stretch that answers. */
export interface FoundSentence {
  readonly prepared: PreparedRelease;
  /** Counted from 0 within the release. */
  readonly sentence: number;
  /** The probability, 0 to 1, that the stretch answers. */
  readonly score: number;
  /** In the folded sentence; empty where only retrieval speaks for the sentence. */
  readonly span: Span;
}

export interface FoundAnswer {
  /** Best first, each sentence once. */
  readonly sentences: readonly FoundSentence[];
  /** The calibrated probability, 0 to 1, that the first stretch answers. */
  readonly probability: number;
  /** The probability, 0 to 1, of yes, if the question wants yes or no. */
  readonly yes: number;
  /** Sentences of other releases that state the same as the first, best first. */
  readonly alsoIn: readonly FoundSentence[];
  /** Sentences of other releases that answer otherwise and about as surely, best first. */
  readonly rivals: readonly FoundSentence[];
  readonly features: AnswerFeatures;
  /** What was read, best first, for the trace. */
  readonly read: readonly { readonly window: ChosenWindow; readonly reading: WindowReading }[];
}

export interface FindDeps {
  /** Null when the model cannot run: then only retrieval speaks, and nothing is sure. */
  readonly reader: ReaderModel | null;
  readonly calibration: Calibration;
}

/** How many sentences are kept. */
const mostSentences = 10;
const mostAlsoIn = 2;
/** Log-odds below the best at which another release's stretch still speaks for it or against it. */
const closeBy = 2;

/** Without a reader a passage is offered that holds so much of the question's weight, 0 to 1. */
const leastCoverage = 0.5;

/** @param question folded */
export async function findAnswer(
  question: string,
  releases: readonly RetrievedRelease[],
  { reader, calibration }: FindDeps,
  options?: ReadOptions,
): Promise<FoundAnswer> {
  const windows = chooseWindows(releases);
  const readings = reader
    ? await reader.read(
        question,
        windows.map(({ header, text }) => ({ header, text })),
        options,
      )
    : null;
  const stretches = readings ? stretchesOf(windows, readings) : retrievedOnly(windows);
  const [best] = stretches;
  if (!best) return nothing;
  const read = windows.map((window, w) => ({
    window,
    reading: readings?.[w] ?? { spans: [], yes: 0.5 },
  }));
  const elsewhere = stretches.filter((one) => one.prepared !== best.prepared && one.logit > best.logit - closeBy);
  const agreeing = elsewhere.filter(({ words }) => words === best.words);
  const features = featuresOf(question, best, stretches, agreeing.length);
  const unread = best.window.passage.coverage >= leastCoverage ? leastOffered : 0;
  const probability = readings ? probabilityOf(features, calibration) : unread;
  const toFound = ({ prepared, sentence, span, logit }: Stretch): FoundSentence => ({
    prepared,
    sentence,
    span,
    score: probability * Math.exp(Math.min(0, logit - best.logit)),
  });
  return {
    sentences: firstOfEach(stretches, placeOf).slice(0, mostSentences).map(toFound),
    probability,
    yes: best.yes,
    alsoIn: firstOfEach(agreeing, releaseOf).slice(0, mostAlsoIn).map(toFound),
    rivals: firstOfEach(elsewhere, releaseOf)
      .filter(({ words }) => !overlaps(words, best.words))
      .map(toFound),
    features,
    read: read.toSorted((a, b) => bestScore(b.reading) - bestScore(a.reading)),
  };
}

const nothing: FoundAnswer = {
  sentences: [],
  probability: 0,
  yes: 0.5,
  alsoIn: [],
  rivals: [],
  features: {},
  read: [],
};

/** A stretch that was read, in its sentence. */
interface Stretch {
  readonly window: ChosenWindow;
  readonly prepared: PreparedRelease;
  readonly sentence: number;
  readonly span: Span;
  /** Letters and digits of the stretch. */
  readonly words: string;
  /** Log-odds against «does not answer». */
  readonly logit: number;
  readonly yes: number;
}

/** The stretches of all windows, best first; where two windows overlap, a place counts once. */
function stretchesOf(windows: readonly ChosenWindow[], readings: readonly WindowReading[]): Stretch[] {
  const places = new Map<string, Stretch>();
  for (const [w, window] of windows.entries()) {
    const { prepared } = window.found;
    for (const { start, end, score } of readings[w]!.spans) {
      const from = window.passage.passage.start + start;
      // The mark that ends a clause is no part of the answer.
      const marks = /[\s。,;、!]+$/u.exec(window.text.slice(start + 1, end))?.[0].length ?? 0;
      const to = window.passage.passage.start + end - marks;
      const { first, last } = sentencesAt(prepared, { start: from, end: to });
      if (first < 0) continue;
      // A stretch over two sentences is cited by the one that holds more of it.
      const sentence = longestShare(prepared, from, to, first, last);
      const bounds = prepared.foldedSentences[sentence]!;
      const span = {
        start: Math.max(from, bounds.start) - bounds.start,
        end: Math.min(to, bounds.end) - bounds.start,
      };
      const key = `${prepared.release.id} ${sentence} ${span.start} ${span.end}`;
      if ((places.get(key)?.logit ?? -Infinity) >= score) continue;
      places.set(key, {
        window,
        prepared,
        sentence,
        span,
        words: unmarked(prepared.folded.text.slice(from, to)),
        logit: score,
        yes: readings[w]!.yes,
      });
    }
  }
  return [...places.values()].sort((a, b) => b.logit - a.logit);
}

function longestShare(
  { foldedSentences }: PreparedRelease,
  from: number,
  to: number,
  first: number,
  last: number,
): number {
  let longest = first;
  let most = -1;
  for (let s = first; s <= last; s++) {
    const { start, end } = foldedSentences[s]!;
    const share = Math.min(to, end) - Math.max(from, start);
    if (share > most) [longest, most] = [s, share];
  }
  return longest;
}

/** Without a reader: the first sentence of each window, in the order of retrieval. */
function retrievedOnly(windows: readonly ChosenWindow[]): Stretch[] {
  return windows.map((window) => ({
    window,
    prepared: window.found.prepared,
    sentence: window.passage.passage.first,
    span: { start: 0, end: 0 },
    words: '',
    logit: window.passage.score,
    yes: 0.5,
  }));
}

function featuresOf(question: string, best: Stretch, stretches: readonly Stretch[], agreeing: number): AnswerFeatures {
  const rival = stretches.find(({ words }) => !overlaps(words, best.words));
  const { coverage, words, cosine, score } = best.window.passage;
  const isYesNo = asksYesOrNo(question);
  const most = Math.max(...stretches.map(({ window }) => window.passage.score));
  return {
    logit: best.logit,
    margin: Math.min(10, best.logit - (rival?.logit ?? best.logit - 10)),
    agreeing: Math.min(2, agreeing),
    coverage,
    words,
    cosine,
    behind: most - score,
    other: best.window.found.isOther ? 1 : 0,
    questionLength: Math.log(1 + question.length),
    spanLength: Math.log(1 + best.words.length),
    strange: strangeNumbers(question, best.window),
    yesNo: isYesNo ? 1 : 0,
    doubt: isYesNo ? 1 - Math.abs(2 * best.yes - 1) : 0,
  };
}

/** How many numbers of the question, two at most, stand neither in the window nor above it: another year, another place in a row. */
function strangeNumbers(question: string, { header, text }: ChosenWindow): number {
  const numbers = new Set(question.match(/\d+(?:\.\d+)?/gu));
  const known = new Set(`${header} ${text}`.match(/\d+(?:\.\d+)?/gu)?.map(Number));
  return Math.min(2, [...numbers].filter((number) => !known.has(Number(number))).length);
}

/** Whether one says all that the other does, so that they are no two answers. */
function overlaps(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a);
}

function releaseOf({ prepared }: Stretch): string {
  return prepared.release.id;
}

function placeOf(stretch: Stretch): string {
  return `${releaseOf(stretch)} ${stretch.sentence}`;
}

/** The stretches without those that have the key of an earlier one. */
function firstOfEach(stretches: readonly Stretch[], keyOf: (stretch: Stretch) => string): Stretch[] {
  const seen = new Set<string>();
  return stretches.filter((stretch) => {
    const key = keyOf(stretch);
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}

function bestScore({ spans: [first] }: WindowReading): number {
  return first?.score ?? -Infinity;
}
