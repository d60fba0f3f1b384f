/** Whose post is whose: 副主任 is not 主任, and 局长甲、副局长乙 makes 乙 no 局长. */
import { findPeople, posts } from '../text/people.js';
import type { CheckableText } from './checkable-text.js';

const post = new RegExp(`(?:[副前原代]|常务副)?(?:${posts})`, 'gu');
/** Posts that an article about anybody may use of them. */
const vague = new Set(['代表', '负责人', '专家', '作者', '委员', '编辑']);
/** How far a chain of posts reaches back from the name: 党工委副书记、管委会副主任、新闻发言人张效生. */
const chain = /(?:[\p{Script=Han}]{0,16}[、兼和]){0,3}[\p{Script=Han}]{0,16}$/u;
const behind = /^(?:同志)?(?:[,、]?(?:是|任|担任|出任|就任|为|当选|获任|系|,))([^,。;]{0,30})/u;

/** The first post of a claim that the cited sentences, or else the question, do not give to anybody, or give to somebody else. */
export function findStrangePost(
  claim: CheckableText,
  cited: readonly CheckableText[],
  question: CheckableText,
): string | null {
  const known = cited.flatMap(({ text }) => postsIn(text));
  const asked = postsIn(question.text);
  for (const own of wholePosts(claim)) {
    if (known.includes(own) || vague.has(own)) continue;
    if (/^[a-z]/u.test(own)) {
      // A Chinese sentence names the post in its own words.
      if (
        cited.every(({ isHan }) => isHan)
          ? isRaised(own, known)
          : !isSamePost(own, [...known, ...asked])
      )
        return own;
      continue;
    }
    if (!cited.some(({ isHan }) => isHan)) continue;
    // 书记 in the question is no licence where the sentence says 副书记.
    if (!asked.includes(own) || known.some((other) => other.endsWith(own))) return own;
  }
  return misplacedPost(claim.text, cited);
}

const english =
  /(?:\b(?:deputy|vice|former|acting|assistant|interim|associate) )?\b(?:chief [a-z]+ officer|chief executive|president|chairman|chairwoman|chair|mayor|governor|minister|director|secretary|manager|commissioner|ceo|cfo|spokes(?:man|woman|person))\b/gu;

function postsIn(text: string): string[] {
  return [...(text.match(post) ?? []), ...(text.match(english) ?? [])];
}

/** Posts that end where a word ends: none in 新华社长篇报道. */
function wholePosts({ text, words }: CheckableText): string[] {
  const han = Array.from(text.matchAll(post))
    .filter(
      ({ index, 0: found }) =>
        !words.some((word) => word.start < index + found.length && index + found.length < word.end),
    )
    .map(([found]) => found);
  return [...han, ...(text.match(english) ?? [])];
}

const spelledOut: Readonly<Record<string, string>> = {
  ceo: 'chief executive',
  cfo: 'chief financial officer',
  'chief executive officer': 'chief executive',
  chairman: 'chair',
  chairwoman: 'chair',
};

function isSamePost(own: string, known: readonly string[]): boolean {
  return known.some((other) => formOf(other) === formOf(own));
}

/** One form for a post and its abbreviation, whoever holds it. */
function formOf(name: string): string {
  return (spelledOut[name] ?? name).replace(/(?:man|woman|person)$/u, '');
}

/** An English post is one that the sentences give without a prefix, or not at all, as when they are Chinese. */
function isRaised(own: string, known: readonly string[]): boolean {
  return (
    !known.includes(own) &&
    known.some((other) => other.endsWith(` ${own}`) || own.endsWith(` ${other}`))
  );
}

function misplacedPost(claim: string, cited: readonly CheckableText[]): string | null {
  for (const { name, start } of findPeople(claim)) {
    const given = postsOf(claim, name, start);
    if (given.length === 0) continue;
    const stated = cited.flatMap(({ text }) =>
      occurrences(text, name).flatMap((at) => postsOf(text, name, at)),
    );
    if (stated.length === 0) continue;
    const strange = given.find((one) => !stated.includes(one) && !vague.has(one));
    if (strange) return `${strange}${name}`;
  }
  return null;
}

function occurrences(text: string, part: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) found.push(at);
  return found;
}

/** The posts that a text gives to the name at an offset. */
function postsOf(text: string, name: string, at: number): string[] {
  const before = text.slice(0, at);
  const lastPost = new RegExp(`(?:${posts}):?$`, 'u').test(before);
  const own: string[] = [];
  if (lastPost) {
    // A chain ends where another person stands in it.
    const other = findPeople(before).reduce(
      (end, person) => Math.max(end, person.start + person.name.length),
      0,
    );
    own.push(...postsIn((chain.exec(before)?.[0] ?? '').slice(-(at - other))));
  }
  const after = behind.exec(text.slice(at + name.length))?.[1];
  if (after !== undefined && findPeople(after).length === 0) own.push(...postsIn(after));
  return own;
}
