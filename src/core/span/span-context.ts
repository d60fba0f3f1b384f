/** What a sentence shares with the question that it answers, token by token. */
import type { Question } from '../question/question.js';
import { findQuantities, impliesQuantity } from '../text/quantities.js';
import {
  judgeClauses,
  sharedCharacters,
  sharedSeams,
  weighShared,
  type SharedClauses,
} from './span-sharing.js';
import { tokenize, type Token } from '../text/span-tokens.js';
import { agreementOf, type Agreement } from './span-agreement.js';
import type { Asked } from './span-asked.js';
import { attribute, type Attribution } from './span-attribution.js';

/** A question and a sentence laid side by side. All arrays run over `tokens`. */
export interface SpanContext extends SharedClauses {
  readonly question: Question;
  readonly asked: Asked;
  readonly sentence: string;
  readonly tokens: readonly Token[];
  /** 1 where the question holds the token too. */
  readonly shared: Uint8Array;
  /** Tokens since the last shared one; `tokens.length` when there is none before. */
  readonly sinceShared: Uint16Array;
  /** Tokens until the next shared one; `tokens.length` when there is none behind. */
  readonly untilShared: Uint16Array;
  /** Tokens from the words next to the asking word, below 0 before them; `noAnchor` when they do not occur. */
  readonly fromAnchor: Int16Array;
  /** `shared` summed up: tokens `[i, j)` hold `sharedBefore[j] - sharedBefore[i]` shared ones. */
  readonly sharedBefore: Uint16Array;
  /** The noun behind the asking word without its measure word: 学院 of 哪一个学院; may be empty. */
  readonly noun: string;
  /**
   * 0: the question or the sentence names no date. 1: the date that the token goes with is the question's. 2: it is another.
   * 3 and 4: the same, but the date stands in another clause.
   */
  readonly dateAgreement: Uint8Array;
  /** How many things the question says there are (四大产业是什么), 0 when it does not say. */
  readonly count: number;
  /** 1 when the question asks for several things (哪些, 分别, 从多少到多少). */
  readonly several: 0 | 1;
  /** How each token agrees with the type that is asked for, an {@link Agreement}. */
  readonly agreement: Uint8Array;
  /** The best agreement in the sentence. */
  readonly bestAgreement: Agreement;
  readonly attribution: Attribution;
  /** Where a boundary has the noun behind it: 2 right there, 1 within eight characters, 0 elsewhere. */
  readonly nounBehind: Uint8Array;
  /** How many characters before token `i` stand before the asking word too, 0 to 4; and at the end. */
  readonly sameBefore: Uint8Array;
  /** How many characters from token `i` on stand behind the asking word or its noun too, 0 to 4. */
  readonly sameBehind: Uint8Array;
  /** Bracket depth before each token and at the end; quotations count as brackets. */
  readonly depth: Int8Array;
}

/** The value of `fromAnchor` where the sentence lacks the words next to the asking word. */
export const noAnchor = 0x7fff;

/** Lays what a question asks for and a folded sentence side by side. */
export function layOutSpans(asked: Asked, sentence: string): SpanContext {
  const { question } = asked;
  const tokens = tokenize(sentence, sharedSeams(question.text, sentence));
  const mask = sharedCharacters(question.text, sentence, tokens);
  const shared = Uint8Array.from(tokens, ({ start, end }) => {
    const covered = mask.subarray(start, end).reduce((sum, bit) => sum + bit, 0);
    return covered * 2 > end - start ? 1 : 0;
  });
  const { noun, before, behind } = aroundCue(question);
  const sharedBefore = new Uint16Array(tokens.length + 1);
  const depth = new Int8Array(tokens.length + 1);
  for (const [i, { shape }] of tokens.entries()) {
    sharedBefore[i + 1] = sharedBefore[i]! + shared[i]!;
    depth[i + 1] = depth[i]! + (shape === 'open' ? 1 : shape === 'close' ? -1 : 0);
  }
  const agreement = Uint8Array.from(tokens, ({ quantity }) => agreementOf(asked, quantity));
  const bestAgreement = agreement.reduce((most, own) => Math.max(most, own), 0) as Agreement;
  return {
    question,
    asked,
    sentence,
    tokens,
    shared,
    sinceShared: distances(shared, 1),
    untilShared: distances(shared, -1),
    ...judgeClauses(tokens, mask),
    fromAnchor: anchorDistances(question, sentence, tokens),
    sharedBefore,
    noun,
    dateAgreement: agreeingDates(question, tokens),
    count: countIn(question),
    several: several.test(question.text) ? 1 : 0,
    agreement,
    bestAgreement,
    attribution: attribute(
      tokens,
      weighShared(mask, question, sentence),
      shared,
      (i) => bestAgreement > 0 && agreement[i] === bestAgreement,
    ),
    nounBehind: boundaryValues(tokens, sentence, (at) => {
      const distance = noun === '' ? -1 : sentence.slice(at, at + noun.length + 8).indexOf(noun);
      return distance === 0 ? 2 : distance === -1 ? 0 : 1;
    }),
    sameBefore: boundaryValues(tokens, sentence, (at) => longestEnd(sentence.slice(0, at), before)),
    sameBehind: boundaryValues(tokens, sentence, (at) =>
      Math.max(...behind.map((text) => longestStart(sentence.slice(at), text))),
    ),
    depth,
  };
}

function distances(shared: Uint8Array, step: 1 | -1): Uint16Array {
  const result = new Uint16Array(shared.length);
  let last = -1;
  for (let k = 0; k < shared.length; k++) {
    const i = step === 1 ? k : shared.length - 1 - k;
    result[i] = last === -1 ? shared.length : k - last;
    if (shared[i]) last = k;
  }
  return result;
}

const several =
  /哪些|哪几|分别|各(?:是|为|有)|(?:多少|几).*[到至和及与、,].*(?:多少|几)|什么和什么/u;

/** A token goes with the last date before it, or else the first behind. */
function agreeingDates({ text }: Question, tokens: readonly Token[]): Uint8Array {
  const result = new Uint8Array(tokens.length);
  const asked = findQuantities(text).filter(({ kind }) => kind === 'date');
  const dates = tokens.map(({ quantity }) => (quantity?.kind === 'date' ? quantity : null));
  if (asked.length === 0) return result;
  let current = dates.find((date) => date !== null);
  let near = false;
  for (const [i, date] of dates.entries()) {
    if (date) [current, near] = [date, true];
    if (!current) return result;
    const own = current;
    const agrees = asked.some((other) => impliesQuantity(own, other));
    result[i] = (agrees ? 1 : 2) + (near ? 0 : 2);
    if (tokens[i]!.shape === 'comma' || tokens[i]!.shape === 'stop') near = false;
  }
  return result;
}

/** More things than this are not listed one by one. */
const mostThings = 20;

function countIn({ text }: Question): number {
  const counts = findQuantities(text).filter(({ kind }) => kind === 'number');
  const value = counts.find(
    (each) => each.value !== null && each.value > 1 && each.value <= mostThings,
  )?.value;
  return value ?? (/[两双]/.test(text) ? 2 : 0);
}

const copulas = /(?:是|为|有|在|叫|达|了|的|于|[\s,:“”"])+$/u;
const measured = /^(?:一?[个种些位名家所座条项场部支只类届款])?/u;

/** The question before its asking word, behind it, and the noun that it asks about. */
function aroundCue({ text, cue }: Question) {
  const at = cue === '' ? text.length : text.indexOf(cue);
  const behind = text.slice(at + cue.length).replace(/[?!。\s]+$/u, '');
  const nounAt = measured.exec(behind)![0].length;
  const [first] = segmenter.segment(behind.slice(nounAt));
  const noun = first?.segment ?? '';
  return {
    noun,
    before: text.slice(0, at).replace(copulas, ''),
    behind: [behind, behind.slice(nounAt), behind.slice(nounAt + noun.length)],
  };
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

function boundaryValues(
  tokens: readonly Token[],
  sentence: string,
  valueAt: (offset: number) => number,
): Uint8Array {
  return Uint8Array.from({ length: tokens.length + 1 }, (_, i) =>
    valueAt(i < tokens.length ? tokens[i]!.start : sentence.trimEnd().length),
  );
}

/** How many characters, 0 to 4, two texts end in alike; a copula at the end of the first is passed over. */
function longestEnd(a: string, b: string): number {
  const from = a.slice(-8).replace(copulas, '');
  let same = 0;
  while (same < 4 && same < from.length && from.at(-1 - same) === b.at(-1 - same)) same++;
  return same;
}

/** How many characters, 0 to 4, two texts begin with alike. */
function longestStart(a: string, b: string): number {
  let same = 0;
  while (same < 4 && same < b.length && a[same] === b[same]) same++;
  return same;
}

/** At most this many characters next to the asking word are looked for: the longest common nouns and verbs. */
const anchorLength = 4;

function anchorDistances(
  { text, cue, focus }: Question,
  sentence: string,
  tokens: readonly Token[],
) {
  const at = cue === '' ? text.length : text.indexOf(cue);
  const before = text.slice(0, at).replace(copulas, '');
  const anchor =
    findAnchor(before.slice(-anchorLength), sentence, 'end') ??
    findAnchor(focus, sentence, 'start');
  if (!anchor) return new Int16Array(tokens.length).fill(noAnchor);
  const first = tokens.findIndex((token) => token.end > anchor.start);
  const last = tokens.findLastIndex((token) => token.start < anchor.end);
  return Int16Array.from(tokens, (_, i) => (i > last ? i - last : Math.min(0, i - first)));
}

/** The longest end (or beginning) of `words`, two characters or more, that the sentence holds. */
function findAnchor(words: string, sentence: string, keep: 'start' | 'end') {
  for (let length = words.length; length >= 2; length--) {
    const part = keep === 'end' ? words.slice(-length) : words.slice(0, length);
    const start = sentence.indexOf(part);
    if (start !== -1) return { start, end: start + part.length };
  }
  return null;
}
