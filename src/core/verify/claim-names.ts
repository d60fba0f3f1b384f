/**
 * The names of a claim: people, titled works, and words of another script. Each must stand in a cited sentence, in the
 * headline of a cited release, or in the question. Names are compared within one script; across scripts only the
 * reader judges them.
 */
import type { CheckableText } from './checkable-text.js';

/** The first name of a claim that comes from nowhere, folded but for capitals; null when all come from somewhere. */
export function findStrangeName(
  claim: CheckableText,
  /** As written, for its capitals. */
  raw: string,
  /** Folded: the cited sentences, their releases' titles, the question. */
  sources: readonly string[],
): string | null {
  const all = sources.join('\n');
  const words = claim.isHan ? latinOf(claim) : capitalsOf(raw, all);
  const strange = [...titlesOf(claim.text), ...words].find((one) => !holds(all, one.toLowerCase()));
  return strange ?? findStrangePerson(claim.text, all);
}

/** Whether a text holds a name; a word of letters may only stand in the plural. */
function holds(text: string, name: string): boolean {
  const isLatin = /^\p{Script=Latin}/u.test(name);
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const behind = text.slice(at + name.length).replace(/^s(?![a-z])/u, '');
    if (!isLatin || !(/[a-z]/u.test(text[at - 1] ?? '') || /^[a-z]/u.test(behind))) return true;
  }
  return false;
}

/** 《…》, without the marks. */
function titlesOf(text: string): string[] {
  return Array.from(text.matchAll(/《([^《》]+)》/gu), ([, title]) => title!);
}

/** Latin words of a Chinese text that are not part of a quantity. */
function latinOf({ text, quantities }: CheckableText): string[] {
  return Array.from(text.matchAll(/\p{Script=Latin}{2,}/gu))
    .filter(({ index }) => !quantities.some(({ start, end }) => start <= index && index < end))
    .map(([word]) => word);
}

/** Capitals within a sentence of an English text that cites English. The first word of a sentence may be no name. */
function capitalsOf(raw: string, sources: string): string[] {
  if (!/\p{Script=Latin}{4}/u.test(sources)) return [];
  const capital = /(?<=[\p{L}\p{N},;:)'’-] ?["“‘(]?)(?<![\p{L}\p{N}])\p{Lu}\p{Script=Latin}+/gu;
  return (raw.normalize('NFKC').match(capital) ?? []).filter((word) => !calendar.test(word));
}

const calendar =
  /^(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/u;

/**
 * A Chinese person whom no source names. Two characters may be the whole name, with a third that belongs to what
 * follows.
 */
function findStrangePerson(text: string, sources: string): string | null {
  const known = peopleOf(sources);
  const strange = peopleOf(text).find((name) => {
    const short = name.slice(0, 2);
    const isOther = known.some((one) => one.length === 3 && one.startsWith(short));
    return !sources.includes(name) && (isOther || !sources.includes(short));
  });
  return strange ?? null;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** Surnames that are rarely words of their own. */
const surnames = new Set(
  '王李张刘陈杨赵黄吴周徐孙胡朱郭何林罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范廖邹熊陆郝孔崔邱秦侯邵孟龙段雷钱汤尹易武贺赖龚',
);

/** A surname that ICU joins to no word, with one or two characters or a word of two behind it. */
function peopleOf(text: string): string[] {
  const words = Array.from(segmenter.segment(text), ({ segment }) => segment);
  return words.flatMap((surname, i) => {
    const [first = '', second = ''] = words.slice(i + 1, i + 3);
    // 郭雷 is one name, not the beginning of two.
    if (!surnames.has(surname) || surnames.has(words[i - 1] ?? '')) return [];
    if (!/^\p{Script=Han}{1,2}$/u.test(first)) return [];
    const isLonger = first.length === 1 && /^\p{Script=Han}$/u.test(second);
    return [surname + first + (isLonger ? second : '')];
  });
}
