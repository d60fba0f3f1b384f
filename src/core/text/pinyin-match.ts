/** Names written in pinyin, held against the characters that they may spell: Sun Yujia is 孫宇佳. */
import type { FoldTables } from './fold.js';

const marks = /[\u0300-\u0307\u0309-\u036f]/gu;

/** A syllable without tone: `lǚ` is `lv`, also written `lu` or `lyu`. */
function plain(reading: string): string {
  return reading
    .normalize('NFD')
    .replace(/u\u0308|u[\u0300-\u0304\u030c]\u0308|u\u0308[\u0300-\u030c]/gu, 'v')
    .replace(marks, '')
    .replaceAll('ü', 'v');
}

/** Places whose usual spelling is no pinyin. */
const usual: Readonly<Record<string, string>> = {
  shaanxi: '陕西',
  'inner mongolia': '内蒙古',
  tibet: '西藏',
  'hong kong': '香港',
  macao: '澳门',
  macau: '澳门',
  harbin: '哈尔滨',
  xinjiang: '新疆',
  taipei: '台北',
  kaohsiung: '高雄',
  taichung: '台中',
  taiwan: '台湾',
  china: '中国',
  chinese: '中国',
};

/**
 * Whether a folded name in Latin letters spells consecutive Han characters of a folded text. A person's given name may come first.
 * @param name lower case, words separated by spaces
 */
export function spells(name: string, text: string, tables: FoldTables): boolean {
  const known = Object.hasOwn(usual, name) ? usual[name]! : null;
  if (known !== null) return text.includes(known);
  const words = name.split(/[\s-]+/u).map((word) => word.replace(/['’]/gu, ''));
  const orders =
    words.length > 1
      ? [words, [words.at(-1)!, ...words.slice(0, -1)], [...words.slice(1), words[0]!]]
      : [words];
  return orders.some((order) => occurs(order.join(''), text, tables));
}

function occurs(letters: string, text: string, tables: FoldTables): boolean {
  if (letters.length < 2) return false;
  for (let at = 0; at < text.length; at++) {
    if (matches(letters, text, at, tables)) return true;
  }
  return false;
}

function matches(letters: string, text: string, at: number, tables: FoldTables): boolean {
  if (letters === '') return true;
  const char = text[at];
  if (char === undefined || !/\p{Script=Han}/u.test(char)) return false;
  return tables.readings(char).some((reading) => {
    const syllable = plain(reading);
    const forms = syllable.includes('v')
      ? [syllable, syllable.replace('v', 'u'), syllable.replace('v', 'yu')]
      : [syllable];
    return forms.some(
      (form) =>
        letters.startsWith(form) && matches(letters.slice(form.length), text, at + 1, tables),
    );
  });
}
