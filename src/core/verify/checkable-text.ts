/** A text made ready for being held against another: a claim, a question or a sentence of evidence. All of it is derived from the text. */
import { spellInDigits } from '../text/english-figures.js';
import type { EvidenceSentence } from '../draft/evidence.js';
import { fold, type FoldTables } from '../text/fold.js';
import { glossOf, stemOf } from '../text/gloss.js';
import { findQuantities, type Quantity } from '../text/quantities.js';

/** A word outside of the quantities. */
export interface Word {
  /** Half-open range of the text that the word is of. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Of a Latin word its stem, of a Han word the word. */
  readonly stem: string;
  readonly isHan: boolean;
}

export interface CheckableText {
  /** Folded, English figures in digits. All offsets refer to it. */
  readonly text: string;
  readonly quantities: readonly Quantity[];
  /** Words as ICU cuts them, quantities left out, in order. */
  readonly words: readonly Word[];
  /** Stems of the Latin words. */
  readonly stems: ReadonlySet<string>;
  /** What the Latin words say in Chinese, one a line. */
  readonly glosses: string;
  /** Han characters are most of it. */
  readonly isHan: boolean;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const hanStart = /^\p{Script=Han}/u;

/** Makes a text ready. */
export function makeCheckable(text: string, tables: FoldTables): CheckableText {
  const folded = spellInDigits(fold(text, tables).text);
  const quantities = shareUnits(folded, findQuantities(folded));
  const words = [...wordsOf(folded, quantities), ...labelsOf(folded, quantities)].toSorted(
    (a, b) => a.start - b.start,
  );
  const stems = new Set(words.filter(({ isHan }) => !isHan).map(({ stem }) => stem));
  const hanCount = folded.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latinCount = folded.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  return {
    text: folded,
    quantities,
    words,
    stems,
    glosses: [...stems].flatMap(glossOf).join('\n'),
    isHan: hanCount > latinCount * 2,
  };
}

/** A year of the calendar without 年, as English writes it. */
export function isYear({ kind, unit, value }: Quantity): boolean {
  const isWhole = value !== null && value >= 1900 && value < 2100 && Number.isInteger(value);
  return kind === 'number' && unit === null && isWhole;
}

/** From 45 to 18 minutes: the first of two ends has the unit of the second. */
function shareUnits(text: string, quantities: readonly Quantity[]): Quantity[] {
  return quantities.map((one, i) => {
    const next = quantities[i + 1];
    const isBare =
      one.kind === 'number' && one.unit === null && next?.kind === 'number' && !isYear(one);
    if (
      !isBare ||
      !/^\s*(?:to|and|or|[升降增减]?[至到])\s*$/u.test(text.slice(one.end, next.start))
    )
      return one;
    return { ...one, unit: next.unit };
  });
}

const named = /^(?:\p{Script=Han}| (?!place|position|rank|spot|to|and|in|from|by|with|of)[a-z])/u;

/** Whether an ordinal names a thing rather than ranks it: 第二产业, 第三代; not 第43位. */
export function isLabel(text: string, { kind, unit, end }: Quantity): boolean {
  const ranks = kind !== 'ordinal' || unit === '位' || unit === '名';
  return !ranks && named.test(text.slice(end, end + 10));
}

/** Ordinals that name things, as words whose stem does not depend on how they are written. */
function labelsOf(text: string, quantities: readonly Quantity[]): Word[] {
  const labels = quantities.filter((one) => isLabel(text, one));
  return labels.map(({ start, end, value }) => ({
    start,
    end,
    text: text.slice(start, end),
    stem: `第${value}`,
    isHan: true,
  }));
}

function wordsOf(text: string, quantities: readonly Quantity[]): Word[] {
  const words: Word[] = [];
  let next = 0;
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    const end = index + segment.length;
    while (next < quantities.length && quantities[next]!.end <= index) next++;
    const quantity = quantities[next];
    if (!isWordLike || (quantity && quantity.start < end && index < quantity.end)) continue;
    const isHan = hanStart.test(segment);
    words.push({
      start: index,
      end,
      text: segment,
      stem: isHan ? segment : stemOf(segment),
      isHan,
    });
  }
  return words;
}

const known = new WeakMap<EvidenceSentence, CheckableText>();

/** The text of a sentence of evidence, made once. */
export function checkableSentence(sentence: EvidenceSentence, tables: FoldTables): CheckableText {
  let source = known.get(sentence);
  if (!source) {
    source = makeCheckable(sentence.shown, tables);
    known.set(sentence, source);
  }
  return source;
}

/** Whether a text holds a word, in its own language or by gloss. */
export function holdsWord({ text, stems, glosses }: CheckableText, word: Word): boolean {
  if (word.isHan) return text.includes(word.text) || glosses.includes(word.text);
  return stems.has(word.stem) || glossOf(word.stem).some((said) => text.includes(said));
}
