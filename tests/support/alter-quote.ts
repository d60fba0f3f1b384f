/** Alterations of true quotes, made at random from a seed: what a careless or dishonest quoter does. */

export type Random = () => number;

/** Numbers from 0 to below 1, the same for the same seed (Numerical Recipes' linear congruential generator). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Returns null where the text gives it nothing to alter. */
type Alter = (text: string, random: Random, another: string) => string | null;

function pick<T>(items: readonly T[], random: Random): T | undefined {
  return items[Math.floor(random() * items.length)];
}

/** Puts something else in the place of one match. */
function replacing(pattern: RegExp, by: (found: string, random: Random) => string): Alter {
  return (text, random) => {
    const found = pick([...text.matchAll(pattern)], random);
    if (!found) return null;
    const end = found.index + found[0].length;
    return text.slice(0, found.index) + by(found[0], random) + text.slice(end);
  };
}

/** Puts something else in the place of one word, but never of the first. */
function replacingWord(by: (word: string, random: Random, text: string) => string | null): Alter {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return (text, random) => {
    const words = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).slice(1);
    const found = pick(words, random);
    const word = found && by(found.segment, random, text);
    if (!found || typeof word !== 'string') return null;
    return text.slice(0, found.index) + word + text.slice(found.index + found.segment.length);
  };
}

const other = (items: readonly string[]) => (own: string, random: Random) =>
  pick(
    items.filter((one) => one !== own),
    random,
  )!;
const anyDigit = other([...'0123456789']);
const numerals = [...'二三四五六七八九'];
/** Ordinary characters, simplified and traditional alike. */
const characters = [...'山水明天大小文化力量成果方向和平生活重要工程市民公共原因日前海外本地'];
const synonyms = [
  ['提高', '提升'], ['成立', '設立'], ['解決', '處理'], ['達到', '超過'], ['推動', '促進'], ['介紹', '說明'], ['獲悉', '了解到'],
  ['顯著', '明顯'], ['增長', '上升'], ['完成', '實現'], ['形成', '建立'], ['引進', '引入'], ['取得', '獲得'], ['多個', '若干'],
  ['大幅', '小幅'], ['召開', '舉行'], ['縮短', '減少'],
] as const; // prettier-ignore
const additions = ['已經', '可能', '大約', '全部', '首次', '幾乎'];
const verbs = /(?=提高|提升|成立|達到|實現|形成|完成|引進|推動|促進|堅持|召開|取得|增長|解決|縮短|獲批|是|有)/gu;
const clausesOf = (text: string): string[] => text.match(/[^，,；;。]+[，,；;。]?/gu) ?? [];

export const alterations: Readonly<Record<string, Alter>> = {
  'a digit changed': replacing(/\d/gu, anyDigit),
  'two digits swapped': replacing(/(\d)(?!\1)\d/gu, (pair) => pair[1]! + pair[0]!),
  'a digit left out': replacing(/\d(?=\d)/gu, () => ''),
  'a digit put in': replacing(/(?=\d)/gu, anyDigit),
  'a point moved': replacing(/\d\.\d/gu, (found) => `.${found[0]}${found[2]}`),
  'a unit changed': replacing(
    /(?<=\d)(?:[亿億万萬]?元|[亿億万萬户戶个個%年位项項]|GW)/gu,
    other(['GW', '%', '美元', '年', '位']),
  ),
  'a figure in characters changed': replacing(
    /[二三四五六七八九](?=[十百千万萬个個项項次年条條场場大])|(?<=[十第])[二三四五六七八九]/gu,
    other(numerals),
  ),
  'a glyph of a name changed': replacingWord((word, random, text) => {
    if (!/^\p{Script=Han}{2,}$/u.test(word)) return null;
    const at = Math.floor(random() * word.length);
    const glyph = pick([...characters].filter((one) => !text.includes(one)), random); // prettier-ignore
    return word.slice(0, at) + glyph + word.slice(at + 1);
  }),
  'a synonym': (text, random) => {
    const pair = pick(synonyms.filter(([word]) => text.includes(word)), random); // prettier-ignore
    return pair ? text.replace(pair[0], pair[1]) : null;
  },
  'a negation put in': replacing(verbs, (_, random) => pick(['不', '未', '没有'], random)!),
  'a negation left out': replacing(/不(?!断|斷|仅|僅|但|同|少)|没有?|沒有?|未(?!来|來)/gu, () => ''),
  'a word left out': replacingWord(() => ''),
  'a word put in': replacingWord((word, random) => pick(additions, random)! + word),
  'a clause left out': (text, random) => {
    const clauses = clausesOf(text);
    if (clauses.length < 3) return null;
    const at = 1 + Math.floor(random() * (clauses.length - 2));
    return clauses.filter((_, i) => i !== at).join('');
  },
  'clauses in another order': (text, random) => {
    const clauses = clausesOf(text);
    if (clauses.length < 3) return null;
    const [first] = clauses.splice(Math.floor(random() * (clauses.length - 1)), 1);
    const moved = [...clauses, first].join('');
    return moved === text ? null : moved;
  },
  'two sentences stitched': (text, _, another) => text.trim().replace(/[。！？!?]$/u, ',') + another.trim(),
};
