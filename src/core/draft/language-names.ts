/** What languages are called in prompts. */
import type { CorpusLanguage } from '../search/corpus-language.js';
import type { Reader } from '../text/reader.js';

export const languageNames: Readonly<Record<Reader | Exclude<CorpusLanguage, 'mixed'>, string>> = {
  zh: 'Chinese',
  'zh-Hans': 'Simplified Chinese (简体中文)',
  'zh-Hant': 'Traditional Chinese (繁體中文)',
  en: 'English',
};
