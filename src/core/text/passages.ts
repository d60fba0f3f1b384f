/** Passages: runs of whole sentences, the unit of embedding and of what the reader reads at once. */
import type { Span } from './fold.js';

/** Sentences `first` to `last` of a release, both included, counted from 0; `[start, end)` of the folded text. */
export interface Passage extends Span {
  readonly first: number;
  readonly last: number;
}

/** In Han characters; what the reader was trained on (`training/text.py`). */
const targetWeight = 170;
/** A Latin letter says about a third of what a Han character does. */
const latinWeight = 0.36;
/** From here on Unicode has CJK radicals, ideographs and their marks. */
const firstWide = 0x2e80;
/** A sentence may be this much longer than a passage before it is cut. */
const longest = 1.3 * targetWeight;

/**
 * Groups the sentences of a folded text into passages of about 170 Han or 470 Latin characters, each beginning with the
 * last sentence of the one before where both fit.
 *
 * Guarantee: every sentence that folds to something is in a passage; a passage holds whole sentences, or a part of one
 * that is longer than a passage; passages ascend.
 */
export function groupPassages(text: string, sentences: readonly Span[]): Passage[] {
  const passages: Passage[] = [];
  const weights = sentences.map((span) => weightOf(text, span));
  for (let first = 0; first < sentences.length;) {
    if (weights[first]! > longest) {
      passages.push(...partsOf(text, sentences[first]!, first));
      first++;
      continue;
    }
    let last = first;
    let weight = weights[first]!;
    while (last + 1 < sentences.length && weight + weights[last + 1]! <= targetWeight) {
      weight += weights[++last]!;
    }
    const { start } = sentences[first]!;
    const { end } = sentences[last]!;
    if (start < end) passages.push({ first, last, start, end });
    if (last + 1 >= sentences.length) break;
    const fits = weights[last]! + weights[last + 1]! <= targetWeight;
    first = last > first && fits ? last : last + 1;
  }
  return passages;
}

/** Parts of a sentence that is too long, cut behind a mark or white space where there is one in its last third. */
function partsOf(text: string, { start, end }: Span, sentence: number): Passage[] {
  const parts: Passage[] = [];
  for (let from = start; from < end;) {
    let to = from;
    for (let weight = 0; to < end && weight < targetWeight; to++) weight += charWeight(text, to);
    if (to < end) to = from + lastBreak(text.slice(from, to));
    parts.push({ first: sentence, last: sentence, start: from, end: to });
    from = to;
  }
  return parts;
}

function lastBreak(part: string): number {
  for (let i = part.length; i > (part.length * 2) / 3; i--) {
    if (/[\s\p{P}]/u.test(part[i - 1]!)) return i;
  }
  return part.length;
}

function weightOf(text: string, { start, end }: Span): number {
  let weight = 0;
  for (let i = start; i < end; i++) weight += charWeight(text, i);
  return weight;
}

function charWeight(text: string, i: number): number {
  return text.charCodeAt(i) >= firstWide ? 1 : latinWeight;
}

/** The first characters of a text, of at most the weight of `most` Han characters. */
export function clip(text: string, most: number): string {
  let weight = 0;
  for (let i = 0; i < text.length; i++) {
    weight += charWeight(text, i);
    if (weight > most) return text.slice(0, i);
  }
  return text;
}
