/** People of a claim whom no source names. */
import { textsOf, type NameSources } from './name-sources.js';
import { findPeople } from '../text/people.js';
import type { CheckableText } from './checkable-text.js';

/** A name is whole: 崔俊 is not the person that the sentence calls 崔俊林, and 崔俊森 is another. */
export function findStrangePerson({ text }: CheckableText, sources: NameSources): string | null {
  const texts = textsOf(sources);
  const known = [...new Set(texts.flatMap(findPeople).map(({ name }) => name))];
  const found = findPeople(text).find(
    ({ name, start }) =>
      !texts.some((one) => one.includes(name)) ||
      (!known.includes(name) &&
        known.some(
          (one) => one.length > name.length && one.startsWith(name) && !text.startsWith(one, start),
        )),
  );
  return found?.name ?? nearName(text, known, texts) ?? strangeForeigner(text, known, texts);
}

/** A name of three characters with one of the given ones replaced. */
function nearName(text: string, known: readonly string[], texts: readonly string[]): string | null {
  for (const name of known.filter((one) => /^\p{Script=Han}{3}$/u.test(one))) {
    const [surname, first, second] = name;
    const near = new RegExp(`${surname}(?:\\p{Script=Han}${second}|${first}\\p{Script=Han})`, 'gu');
    const found = text.match(near)?.find((one) => !texts.some((other) => other.includes(one)));
    if (found) return found;
  }
  return null;
}

const dot = /[·•・‧]/gu;

/** Each dot of a foreign name must stand inside of a whole name of the sources. */
function strangeForeigner(
  text: string,
  known: readonly string[],
  texts: readonly string[],
): string | null {
  const names = known.filter((one) => one.search(dot) !== -1);
  for (const { index } of text.matchAll(dot)) {
    const isForeign =
      /\p{Script=Han}{2}$/u.test(text.slice(0, index)) &&
      /^.\p{Script=Han}/u.test(text.slice(index));
    if (!isForeign || names.some((name) => isAround(text, index, name))) continue;
    const around = text.slice(Math.max(0, index - 4), index + 5);
    if (!texts.some((one) => one.includes(around))) return around;
  }
  return null;
}

/** Whether an occurrence of a name covers an offset. */
function isAround(text: string, at: number, name: string): boolean {
  const found = text.indexOf(name, Math.max(0, at - name.length));
  return found !== -1 && found < at;
}
