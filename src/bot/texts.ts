/** What the bot says: texts in Fluent's format (https://projectfluent.org), one file for each language, in `src/bot/texts`. */
import { readFileSync } from 'node:fs';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { Reader } from '../core/text/reader.js';

/** What stands in place of the variables of a text, by their names without `$`. */
export type TextValues = Readonly<Record<string, string | number>>;

/**
 * Says a text in one language. Plain text: no markup is parsed.
 * @throws Error when there is no such text or a value is missing, which tests/bot/texts.test.ts looks for
 */
export type Say = (id: string, values?: TextValues) => string;

/** From `src/bot` and from `dist/bot` alike; the compiler copies no texts. */
const folder = new URL('../../src/bot/texts/', import.meta.url);

const languages: Readonly<Record<Reader, Say>> = {
  'zh-Hans': loadTexts('zh-Hans'),
  'zh-Hant': loadTexts('zh-Hant'),
  en: loadTexts('en'),
};

/** What says the texts of a language. */
export function sayIn(language: Reader): Say {
  return languages[language];
}

/**
 * The language for a person's language as Telegram gives it (an IETF tag such as `zh-hans` or `pt-br`): any Chinese gets
 * its script, an absent tag 简体中文, any other language English.
 */
export function languageOf(languageCode: string | undefined): Reader {
  if (languageCode === undefined) return 'zh-Hans';
  if (/^zh[-_](?:hant|tw|hk|mo)\b/i.test(languageCode)) return 'zh-Hant';
  return /^zh\b/i.test(languageCode) ? 'zh-Hans' : 'en';
}

function loadTexts(language: Reader): Say {
  // Without the invisible marks around values, which would get into what people copy.
  const bundle = new FluentBundle(language, { useIsolating: false });
  const source = readFileSync(new URL(`${language}.ftl`, folder), 'utf8');
  bundle.addResource(new FluentResource(source));
  return (id, values = {}) => {
    const pattern = bundle.getMessage(id)?.value;
    if (!pattern) throw new Error(`there is no text "${id}" in ${language}.ftl`);
    return bundle.formatPattern(pattern, { ...values });
  };
}
