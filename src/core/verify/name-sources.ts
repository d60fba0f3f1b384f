/** Where the names of a claim may come from, and whether they do. */
import type { FoldTables } from '../text/fold.js';
import { holdsWord, type CheckableText, type Word } from './checkable-text.js';

export interface NameSources {
  readonly cited: readonly CheckableText[];
  readonly question: CheckableText;
  /** Folded headlines of the cited releases. */
  readonly titles: readonly string[];
  readonly tables: FoldTables;
}

/** The cited sentences and the question: where a person must be named. */
export function textsOf({ cited, question }: NameSources): string[] {
  return [...cited.map(({ text }) => text), question.text];
}

/** Also the headlines, and what English sentences say in Chinese: where a body or a place may be named. */
export function wideTextsOf(sources: NameSources): string[] {
  return [...textsOf(sources), ...sources.titles, ...sources.cited.map(({ glosses }) => glosses)];
}

/** Whether texts hold a name, whole or abbreviated: 省政府新闻办 for 山西省人民政府新闻办公室. */
export function isNamed(name: string, texts: readonly string[]): boolean {
  return texts.some((text) => text.includes(name) || holdsInOrder(text, name));
}

/** An abbreviation leaves out at most so many characters for each that it keeps. */
const stretch = 3;

function holdsInOrder(text: string, name: string): boolean {
  if (name.length < 3) return false;
  for (let from = text.indexOf(name[0]!); from !== -1; from = text.indexOf(name[0]!, from + 1)) {
    let at = from;
    for (let i = 1; i < name.length && at !== -1; i++) at = text.indexOf(name[i]!, at + 1);
    if (at === -1) return false;
    if (at - from < name.length * stretch && !/[,;。:]/u.test(text.slice(from, at))) return true;
  }
  return false;
}

/** Whether a Latin word stands in a source, by stem, gloss or as it is. */
export function isHeld(word: Word, { cited, question, titles }: NameSources): boolean {
  return (
    [...cited, question].some((one) => holdsWord(one, word) || hasWord(one.text, word.text)) ||
    titles.some((title) => hasWord(title, word.text))
  );
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!/[a-z]/u.test(text[at - 1] ?? '') && !/[a-z]/u.test(text[at + word.length] ?? ''))
      return true;
  }
  return false;
}
