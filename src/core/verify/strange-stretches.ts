/** Stretches of a claim that look like names and stand in no source: unknown words, replaced characters, items of lists, titles of works. */
import { isContent } from './content-words.js';
import { isNamed, textsOf, type NameSources } from './name-sources.js';
import type { CheckableText } from './checkable-text.js';

/** The first such stretch. */
export function findStrangeStretch(claim: CheckableText, sources: NameSources): string | null {
  return (
    strangeWork(claim, sources) ??
    strangeRun(claim, sources) ??
    replacedCharacter(claim, sources) ??
    replacedItem(claim, sources) ??
    strangeListItem(claim, sources)
  );
}

function strangeWork({ text }: CheckableText, sources: NameSources): string | null {
  const works = text.match(/《[^《》]+》/gu) ?? [];
  return (
    works.find((work) => !textsOf(sources).some((one) => one.includes(work.slice(1, -1)))) ?? null
  );
}

/** Three and more characters in a row, or two behind 由 and 与, that ICU joins to no word and no source holds in pairs: mostly a name. */
function strangeRun(claim: CheckableText, sources: NameSources): string | null {
  if (!sources.cited.some(({ isHan }) => isHan)) return null;
  const joined = [...textsOf(sources), ...sources.titles].join('\n');
  let run = '';
  let end = -1;
  for (const word of claim.words) {
    const isAlone = word.isHan && word.text.length === 1 && isContent(word);
    const isNew = word.start !== end || !joined.includes(run.slice(-1) + word.text);
    if (!isAlone) run = '';
    else run = word.start === end && isNew ? run + word.text : word.text;
    end = word.end;
    const isJoined = run.length === 2 && /[由与和同跟据]$/u.test(claim.text.slice(0, end - 2));
    const isNewWord =
      run.length > 2 && [...run].filter((char) => !joined.includes(char)).length > 1;
    if (isNewWord || isJoined) return run;
  }
  return null;
}

/** One character of a name replaced: 晶澳能源 where the sentence has 晶科能源 and nowhere 澳. ICU knows no such word, so it stands alone. */
function replacedCharacter({ text, words }: CheckableText, sources: NameSources): string | null {
  const texts = textsOf(sources);
  for (const [i, word] of words.entries()) {
    const [before, after] = [words[i - 1], words[i + 1]];
    if (word.text.length > 1 || !word.isHan || !isContent(word)) continue;
    if (before?.end !== word.start || after?.start !== word.end) continue;
    if (![before, after].every((one) => one.isHan && isContent(one))) continue;
    if (texts.some((one) => one.includes(word.text))) continue;
    const [left, right] = [text[word.start - 1]!, text[word.end]!];
    const original = new RegExp(`${left}\\p{Script=Han}${right}`, 'u');
    if (texts.some((one) => original.test(one))) return left + word.text + right;
  }
  return null;
}

/** A word beside 、 that no source holds, though the list's next item stands beside another one there: 城西、河西 for 城东、河西. */
function replacedItem({ text, words }: CheckableText, sources: NameSources): string | null {
  const texts = textsOf(sources);
  for (const [i, word] of words.entries()) {
    const next = words[i + 1];
    if (!next || !word.isHan || !next.isHan || text.slice(word.end, next.start) !== '、') continue;
    const [isFirst, isSecond] = [word, next].map((one) =>
      texts.some((other) => other.includes(one.text)),
    );
    if (isFirst === isSecond) continue;
    const strange = isFirst ? next : word;
    const listed = isFirst ? `${word.text}、` : `、${next.text}`;
    const isListed = texts.some((other) => other.includes(listed));
    if (strange.text.length > 1 && isListed && !isNamed(strange.text, texts)) return strange.text;
  }
  return null;
}

const item = /\p{Script=Han}{2,12}(?:(?:、|和|与|及|以及)\p{Script=Han}{2,12}){2,}/gu;

/** An item of a list of three and more of which no source holds half. */
function strangeListItem({ text }: CheckableText, sources: NameSources): string | null {
  const joined = [...textsOf(sources), ...sources.cited.map(({ glosses }) => glosses)].join('\n');
  if (!/\p{Script=Han}/u.test(joined)) return null;
  for (const [list] of text.matchAll(item)) {
    if (!list.includes('、')) continue;
    const items = list.split(/、|以及|[和与及]/u);
    const strange = items.slice(1).find((one) => pairShare(one, joined) === 0);
    if (strange) return strange;
  }
  return null;
}

/** The share of neighbouring characters of a stretch that a text holds as neighbours. */
function pairShare(part: string, text: string): number {
  const pairs = Array.from({ length: part.length - 1 }, (_, i) => part.slice(i, i + 2));
  return pairs.length === 0 ? 1 : pairs.filter((pair) => text.includes(pair)).length / pairs.length;
}
