/** Cases for the refusal: questions that a corpus answers, and the ways in which one does not. */
import type { PreparedRelease } from '../core/corpus.js';
import { foldedSentence } from '../core/corpus.js';
import { analyzeQuestion } from '../core/question.js';
import type { Candidate } from '../core/sentence-pool.js';
import { candidatesFor } from './ranker-examples.js';
import { holdsAnswer } from './ranker-labels.js';
import {
  indexReleases,
  prepareText,
  type LabelledQuestion,
  type LabelledSet,
} from './ranker-sets.js';

/**
 * - `own`: over its own corpus
 * - `tiny`, `tinyWithout`: over 2 to 10 releases, with the gold one and without
 * - `without`: its gold releases removed
 * - `deleted`: the sentences that answer removed from the gold release
 * - `foreign`: over the corpus of another set
 * - `otherYear`, `otherName`: a year or a word of the question exchanged for another
 * - `narrowed`: asked for a part of what the release states: of foreign firms, of the first half-year
 */
export type CaseKind =
  | 'own'
  | 'tiny'
  | 'tinyWithout'
  | 'without'
  | 'deleted'
  | 'foreign'
  | 'otherYear'
  | 'otherName'
  | 'narrowed';

/** A question over candidates. */
export interface RefusalCase {
  readonly kind: CaseKind;
  readonly labelled: LabelledQuestion;
  readonly set: Pick<LabelledSet, 'statistics'>;
  readonly candidates: readonly Candidate[];
}

/** The question over its own corpus. */
export function ownCase(
  set: LabelledSet,
  labelled: LabelledQuestion,
  embedding: Float32Array | null,
): RefusalCase {
  return {
    kind: 'own',
    labelled,
    set,
    candidates: candidatesFor(set, labelled.foldedText, embedding),
  };
}

/** The question over another corpus. */
export function foreignCase(
  other: LabelledSet,
  labelled: LabelledQuestion,
  embedding: Float32Array | null,
): RefusalCase {
  return {
    kind: 'foreign',
    labelled,
    set: other,
    candidates: candidatesFor(other, labelled.foldedText, embedding),
  };
}

/** The gold releases taken out; the others keep their order. */
export function withoutGold(set: LabelledSet, { labelled, candidates }: RefusalCase): RefusalCase {
  const left = candidates.filter(
    ({ prepared }) => !labelled.gold.includes(set.positionOf.get(prepared)!),
  );
  const best = Math.max(Number.EPSILON, ...left.map(({ score }) => score));
  return {
    kind: 'without',
    labelled,
    set,
    candidates: left.map((one) => ({ ...one, releaseScore: Math.max(0, one.score / best) })),
  };
}

/** The sentences that answer cut out of every candidate. */
export function withoutAnswer(
  set: LabelledSet,
  { labelled, candidates }: RefusalCase,
): RefusalCase {
  return {
    kind: 'deleted',
    labelled,
    set,
    candidates: candidates.map((candidate) => cutAnswer(candidate, labelled)),
  };
}

function cutAnswer(candidate: Candidate, labelled: LabelledQuestion): Candidate {
  const { prepared, cosines } = candidate;
  const kept = Array.from(prepared.sentences.keys()).filter(
    (s) => !holdsAnswer(foldedSentence(prepared, s).replace(/\s+/gu, ''), labelled),
  );
  if (kept.length === prepared.sentences.length) return candidate;
  const { body, id, title } = prepared.release;
  const text = kept
    .map((s) => body.slice(prepared.sentences[s]!.start, prepared.sentences[s]!.end))
    .join('');
  const shortened = prepareText({ id, text, ...(title !== null && { title }) });
  // The cut may join two lines into one sentence: then cosines stay with the first of them.
  return {
    ...candidate,
    prepared: shortened,
    ...(cosines && {
      cosines: Float32Array.from(shortened.sentences, (_, s) => cosines[kept[s] ?? 0] ?? 0),
    }),
  };
}

/** The question over a corpus of its own: its gold release (or none) and random others. */
export function tinyCase(
  set: LabelledSet,
  labelled: LabelledQuestion,
  withGold: boolean,
  embedding: Float32Array | null,
  random: () => number,
  embeddingsOf?: (release: PreparedRelease) => readonly Float32Array[],
): RefusalCase {
  const count = 2 + Math.floor(random() * 9);
  const chosen = new Set<number>(withGold ? labelled.gold.slice(0, 1) : []);
  while (chosen.size < Math.min(count, set.releases.length / 2)) {
    const r = Math.floor(random() * set.releases.length);
    if (!labelled.gold.includes(r)) chosen.add(r);
  }
  const tiny = indexReleases(
    Array.from(chosen, (r) => set.releases[r]!),
    embeddingsOf,
  );
  return {
    kind: withGold ? 'tiny' : 'tinyWithout',
    labelled,
    set: tiny,
    candidates: candidatesFor(tiny, labelled.foldedText, embedding),
  };
}

/** The question with another year; null when it names none. Candidates stay those of the true question. */
export function withOtherYear(own: RefusalCase, random: () => number): RefusalCase | null {
  const [year] = own.labelled.question.years;
  if (year === undefined) return null;
  const corpus = textOf(own);
  const others = [-3, -2, -1, 1, 2, 3]
    .map((step) => String(year + step))
    .filter((y) => !corpus.includes(y));
  const other = others[Math.floor(random() * others.length)];
  if (other === undefined) return null;
  return { ...own, kind: 'otherYear', labelled: reworded(own.labelled, String(year), other) };
}

function textOf({ candidates }: RefusalCase): string {
  return candidates.map(({ prepared }) => prepared.folded.text).join('\n');
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * The question with one word of its answering sentence exchanged for another of the same length: one of the gold release that
 * stands elsewhere in it, or one of another question that no candidate holds; null when there is none.
 */
export function withOtherName(
  set: LabelledSet,
  own: RefusalCase,
  donor: LabelledQuestion,
  random: () => number,
): RefusalCase | null {
  const gold = set.releases[own.labelled.gold[0] ?? -1];
  if (!gold) return null;
  const answering = answeringText(gold, own.labelled);
  const fromRelease = random() < 0.5;
  const source = fromRelease ? gold.folded.text : donor.foldedText;
  const absentFrom = fromRelease ? answering : textOf(own);
  const { cue } = own.labelled.question;
  const mine = contentWords(own.labelled.foldedText).filter(
    (word) => answering.includes(word) && !cue.includes(word),
  );
  const from = mine[Math.floor(random() * mine.length)];
  if (from === undefined) return null;
  const theirs = contentWords(source).filter(
    (word) =>
      word.length === from.length &&
      !absentFrom.includes(word) &&
      !donor.question.cue.includes(word),
  );
  const to = theirs[Math.floor(random() * theirs.length)];
  if (to === undefined) return null;
  return { ...own, kind: 'otherName', labelled: reworded(own.labelled, from, to) };
}

/** What narrows a thing down to a part of it. */
const parts =
  '外资 民营 国有 女性 男性 农村 城镇 境外 海外 省级 市级 县级 第一季度 上半年 下半年 首批 第二批 人均 出口 进口 高新技术 服务业 农业 旅游业 ' +
  '军用 儿童 老年 东部 西部 南部 北部 副 前任 中型 小型 高校 私人 地方 全国 全省';

/** The question narrowed down to a part of what it asks about that its gold release does not speak of; null when there is none. */
export function withNarrowing(
  set: LabelledSet,
  own: RefusalCase,
  random: () => number,
): RefusalCase | null {
  const gold = set.releases[own.labelled.gold[0] ?? -1];
  const { foldedText, question } = own.labelled;
  const [{ cueStart, cueEnd, text, kind }, all] = [question, parts.split(' ')];
  if (!gold || kind === 'why' || kind === 'how' || kind === 'yesNo' || kind === 'other')
    return null;
  const known = (word: string): boolean => gold.folded.text.includes(word) || text.includes(word);
  const unknown = all.filter((word) => !known(word));
  const part = unknown[Math.floor(random() * unknown.length)];
  // The noun that is asked about: right behind the asking words, or the last before them.
  const nouns = Array.from(words.segment(text)).filter(({ segment }) =>
    /^[\u3400-\u9fff]{2,}$/u.test(segment),
  );
  const behind = nouns.find(({ index }) => index >= cueEnd && index <= cueEnd + 1);
  const before = nouns.findLast(({ index, segment }) => index + segment.length <= cueStart);
  const noun = behind ?? before;
  if (part === undefined || noun === undefined || foldedText.trim() !== text) return null;
  const narrowed = text.slice(0, noun.index) + part + text.slice(noun.index);
  return { ...own, kind: 'narrowed', labelled: reworded(own.labelled, foldedText, narrowed) };
}

/** The sentences of a release that hold the answer, with their neighbours. */
function answeringText(release: PreparedRelease, labelled: LabelledQuestion): string {
  const texts = release.sentences.map((_, s) => foldedSentence(release, s));
  return texts
    .filter((_, s) =>
      [s - 1, s, s + 1].some((i) => holdsAnswer((texts[i] ?? '').replace(/\s+/gu, ''), labelled)),
    )
    .join('\n');
}

function contentWords(folded: string): string[] {
  return Array.from(words.segment(folded))
    .filter(({ segment, isWordLike }) => isWordLike && /^[\u3400-\u9fff]{2,}$/u.test(segment))
    .map(({ segment }) => segment);
}

function reworded(labelled: LabelledQuestion, from: string, to: string): LabelledQuestion {
  const foldedText = labelled.foldedText.replaceAll(from, to);
  return {
    ...labelled,
    foldedText,
    question: analyzeQuestion(foldedText),
    answers: [],
    gold: [],
    isAnswerable: false,
  };
}
