/** Rewordings: questions changed so that their corpus no longer answers them. */
import { foldedSentence, type PreparedRelease } from '../core/corpus/corpus.js';
import { analyzeQuestion } from '../core/question/question.js';
import type { RefusalCase } from './ranker-cases.js';
import { holdsAnswer } from './ranker-labels.js';
import type { LabelledQuestion, LabelledSet } from './ranker-sets.js';

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
