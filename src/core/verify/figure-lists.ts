/** Lists of figures that 分别 pairs with a list of things. */
import { lastEnd } from '../text/clause-marks.js';
import { isSubject } from './content-words.js';
import type { CheckableText, Word } from './checkable-text.js';

/** 民营企业、国有企业出口分别占62.5%、21.3%: the n-th figure is the n-th thing's. */
export function pairLists(source: CheckableText): Map<number, readonly Word[]> {
  const { text, quantities, words } = source;
  const paired = new Map<number, readonly Word[]>();
  for (const mark of text.matchAll(/分别|依次/gu)) {
    const from = lastEnd(/[,;。:!?]/gu, text.slice(0, mark.index));
    const behindMark = text.slice(mark.index);
    const stop = behindMark.search(/[,;。!?]/u);
    const to = stop === -1 ? text.length : mark.index + stop;
    const figures = [...quantities.keys()].filter(
      (i) =>
        quantities[i]!.start > mark.index &&
        quantities[i]!.end <= to &&
        quantities[i]!.kind !== 'date',
    );
    const things = splitList(text, from, mark.index);
    if (things.length < 2 || things.length !== figures.length) continue;
    for (const [n, [start, end]] of things.entries()) {
      const own = words.filter((word) => isSubject(word) && word.start >= start && word.end <= end);
      paired.set(figures[n]!, own);
    }
  }
  return paired;
}

function splitList(text: string, from: number, to: number): (readonly [number, number])[] {
  const things: (readonly [number, number])[] = [];
  let at = from;
  for (const match of text.slice(from, to).matchAll(/[、和与及]|以及/gu)) {
    things.push([at, from + match.index]);
    at = from + match.index + match[0].length;
  }
  const first = things[0];
  if (!first) return [];
  // The last thing carries what all have in common (增加值): it is cut where the first one's ending is found in it.
  const last = text.slice(at, to);
  const ending = text.slice(Math.max(first[0], first[1] - 2), first[1]);
  const seam = last.lastIndexOf(ending);
  return [...things, [at, seam === -1 ? to : at + seam + ending.length]];
}
