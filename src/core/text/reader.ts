/** The reader: in which language and script an answer is worded. */

export type Reader = 'zh-Hans' | 'zh-Hant' | 'en';

/** Converts Chinese between its scripts, by words; other text stays as it is. */
export interface ScriptConverter {
  readonly toSimplified: (text: string) => string;
  /** Loads the way to Traditional, which most readers never need. */
  readonly loadTraditional: () => Promise<(text: string) => string>;
}

/** The reader of a question, by its own words. What both scripts write alike counts as Simplified. */
export function readerOf(question: string, converter: ScriptConverter): Reader {
  if (!/\p{Script=Han}/u.test(question)) return isEnglish(question) ? 'en' : 'zh-Hans';
  return converter.toSimplified(question) === question ? 'zh-Hans' : 'zh-Hant';
}

/**
 * The reader of a question in a chat of some language: by its own words where they show one, otherwise the chat's. Han that both scripts
 * write alike shows Chinese but no script; digits, links, names and `ok` show nothing.
 */
export async function readerIn(chat: Reader, question: string, converter: ScriptConverter): Promise<Reader> {
  const own = readerOf(question, converter);
  if (!/\p{Script=Han}/u.test(question)) return showsEnglish(question) ? 'en' : chat;
  if (own === 'zh-Hant' || chat !== 'zh-Hant') return own;
  const toTraditional = await converter.loadTraditional();
  return toTraditional(question) === question ? 'zh-Hant' : 'zh-Hans';
}

const links = /(?:https?:\/\/|www\.)\S+|\S+@\S+/gu;
const asksInEnglish = /\b(?:[Ww]h(?:at|en|ere|ich|om?|ose|y)|[Hh]ow)\b/u;
/** Fewer words may be anybody's: `ok`, `Jinko Solar`, `GDP in 2017`. */
const leastWords = 3;

function showsEnglish(question: string): boolean {
  const text = question.replace(links, ' ');
  if (asksInEnglish.test(text)) return true;
  return isEnglish(text) && (text.match(/\p{L}+/gu)?.length ?? 0) >= leastWords;
}

/** Two words in lower case: figures and abbreviations (`2023 GDP`) are no English. In linear time, as people send anything. */
function isEnglish(question: string): boolean {
  const word = /\p{Ll}{2}/u.exec(question);
  return word !== null && /[^\p{L}]\p{Ll}{2}/u.test(question.slice(word.index + word[0].length));
}

/** What turns a text of the corpus into the reader's script; an English reader gets it as it stands. */
export async function scriptOf(reader: Reader, converter: ScriptConverter): Promise<(text: string) => string> {
  if (reader === 'zh-Hans') return converter.toSimplified;
  return reader === 'zh-Hant' ? converter.loadTraditional() : (text) => text;
}
