/** Words of another script: Latin words in a Chinese claim, and names in an English one. */
import { spellInDigits } from '../text/english-figures.js';
import { glossOf, stemOf } from '../text/gloss.js';
import { isHeld, type NameSources } from './name-sources.js';
import { spells } from '../text/pinyin-match.js';
import type { CheckableText, Word } from './checkable-text.js';

/** Words that any Chinese text may use. */
const commonLatin = new Set(['app', 'vs', 'no', 'ok', 'pdf']);

export function findStrangeLatin(
  { words, quantities }: CheckableText,
  sources: NameSources,
): string | null {
  const strange = words.find(
    (word) =>
      !word.isHan &&
      /^\p{L}/u.test(word.text) &&
      !commonLatin.has(word.text) &&
      !isUnit(word, quantities) &&
      !isHeld(word, sources),
  );
  return strange?.text ?? null;
}

function isUnit(word: Word, quantities: CheckableText['quantities']): boolean {
  return quantities.some(({ start, end }) => start < word.end && word.start < end);
}

const capitalRun =
  /(?<![\p{L}\d])\p{Lu}[\p{Script=Latin}\d'’]*(?:(?:[ &/-]|\. )\p{Lu}[\p{Script=Latin}\d'’]*)*/gu;
/** Words that are capital for another reason. */
const neverNames = new Set(
  'i the a an in on at it its this that these those he she they we his her their and or but for from to of by with as after before when while according both all no not only some each most january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday q1 q2 q3 q4 rmb usd cny eur gbp us hk nt yuan compared since until about over under nearly however also there by during between among total one two three four five six seven eight nine ten such so if then than which who what where because due owing thanks'.split(
    ' ',
  ),
);

/** Capitals of an English claim, outside of quotations: word for word, by gloss, or spelled in pinyin. */
export function findStrangeCapital(
  claim: CheckableText,
  raw: string,
  sources: NameSources,
): string | null {
  const { cited, question, titles, tables } = sources;
  const han = [...cited.map(({ text }) => text), question.text, ...titles].join('\n');
  for (const match of raw.normalize('NFKC').matchAll(capitalRun)) {
    const opens = match.index === 0 || /(?:[.!?:]\s+|\n)$/u.test(raw.slice(0, match.index));
    const words = match[0]
      .toLowerCase()
      .split(/[\s.&/-]+/u)
      .map((word) => word.replace(/['’]s?$/u, ''))
      .filter((word) => word.length > 1 && !neverNames.has(word));
    const strange = words.filter((word, i) => {
      if (spellInDigits(word) !== word || isOfQuantity(word, claim)) return false;
      if (isHeld({ start: 0, end: 0, text: word, stem: stemOf(word), isHan: false }, sources))
        return false;
      return !(opens && i === 0 && words.length === 1 && isCommonOpening(word, match[0]));
    });
    if (strange.length === 0) continue;
    const name = strange.join(' ');
    if (spells(name, han, tables) || strange.every((word) => spells(word, han, tables))) continue;
    return strange.join(' ');
  }
  return null;
}

function isOfQuantity(word: string, { text, quantities }: CheckableText): boolean {
  return quantities.some(({ start, end }) =>
    text
      .slice(start, end)
      .split(/[\d\s.,]+/u)
      .includes(word),
  );
}

/** A sentence opens with a capital; what ends like a common word, or has a gloss, is no name. */
function isCommonOpening(word: string, written: string): boolean {
  if (/^\p{Lu}{2,}/u.test(written)) return false;
  return (
    glossOf(word).length > 0 ||
    /(?:ing|ed|ly|tion|ment|ness|ity|ance|ence|ures?|ers?|s)$/u.test(word)
  );
}
