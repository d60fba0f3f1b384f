/** Who did it to whom: a claim in which the two sides of a deed have changed places. */
import { isContent } from './content-words.js';
import type { CheckableText, Word } from './checkable-text.js';

const deeds =
  '收购|并购|兼并|购买|买下|出售给|卖给|击败|战胜|打败|起诉|控告|投资|入股|控股|取代|接替|接任|任命|授权|委托|批准|资助|支持|反对|批评|赞扬|拜访|访问|会见|邀请|供应|领先|赞助|聘请|指控|感谢|' +
  'acquire[sd]?|acquiring|buys?|bought|beats?|beat|defeat(?:s|ed)?|sue[sd]?|succeed(?:s|ed)?|replace[sd]?|appoint(?:s|ed)?|hire[sd]?|invit(?:es|ed)|back(?:s|ed)|criticized|thank(?:s|ed)|suppl(?:ies|ied)';
const deed = new RegExp(
  deeds
    .split('|')
    .map((one) => (/^[a-z]/u.test(one) ? `\\b${one}\\b` : one))
    .join('|'),
  'gu',
);
/** Turns the sides round. */
const passive = /[被受由获遭](?:[\p{Script=Han}\s]{0,12})$|\b(?:was|were|been|be|is|are)\s$/u;
const width = 16;

interface Sides {
  readonly deed: string;
  readonly doer: readonly string[];
  readonly done: readonly string[];
}

/** The deed whose sides a claim has swapped; null when none. */
export function findSwapped(claim: CheckableText, cited: readonly CheckableText[]): string | null {
  const stated = cited.flatMap(sidesOf);
  for (const own of sidesOf(claim)) {
    const same = stated.filter((other) => other.deed === own.deed);
    if (same.length > 0 && same.every((other) => isSwapped(own, other))) return own.deed;
  }
  return null;
}

function meet(a: readonly string[], b: readonly string[]): number {
  return a.filter((word) => b.includes(word)).length;
}

function isSwapped(own: Sides, other: Sides): boolean {
  const straight = meet(own.doer, other.doer) + meet(own.done, other.done);
  const doer = meet(own.doer, other.done);
  const done = meet(own.done, other.doer);
  return doer > 0 && done > 0 && doer + done > straight;
}

function sidesOf(source: CheckableText): Sides[] {
  const { text, words } = source;
  return Array.from(text.matchAll(deed), (match) => {
    const from = match.index;
    const to = from + match[0].length;
    const clauseFrom = Math.max(from - width * (source.isHan ? 1 : 3), lastMark(text, from));
    const rest = text.slice(to).search(/[,;。]/u);
    const clauseTo = Math.min(
      to + width * (source.isHan ? 1 : 3),
      rest === -1 ? text.length : to + rest,
    );
    const before = text.slice(clauseFrom, from);
    const left = stemsIn(words, clauseFrom, from);
    const right = stemsIn(words, to, clauseTo);
    const voice = passive.exec(before);
    if (!voice) return { deed: match[0], doer: left, done: right };
    if (!source.isHan) return { deed: match[0], doer: right, done: left };
    // 乙被甲收购: both stand before the deed.
    const seam = clauseFrom + voice.index;
    return {
      deed: match[0],
      doer: stemsIn(words, seam, from),
      done: stemsIn(words, clauseFrom, seam),
    };
  });
}

function lastMark(text: string, from: number): number {
  return Math.max(...[',', ';', '。', ':'].map((mark) => text.lastIndexOf(mark, from - 1))) + 1;
}

function stemsIn(words: readonly Word[], from: number, to: number): string[] {
  return words
    .filter((word) => word.start >= from && word.end <= to && isContent(word))
    .map(({ stem }) => stem);
}
