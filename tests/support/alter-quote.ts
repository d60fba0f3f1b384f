/** Alterations of true quotes, made at random from a seed: what a careless or dishonest quoter does. */

/** Numbers from 0 to below 1, the same for the same seed (Numerical Recipes' linear congruential generator). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export type Random = () => number;

function pick<T>(items: readonly T[], random: Random): T | undefined {
  return items[Math.floor(random() * items.length)];
}

function replaceAt(text: string, start: number, end: number, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

function words(text: string): { word: string; start: number }[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => ({ word: segment, start: index }));
}

const han = /^\p{Script=Han}+$/u;
/** Ordinary characters, to replace or insert; simplified and traditional alike. */
const characters = [...'山水明天大小文化力量成果方向和平生活重要工程市民公共原因日前海外本地'];
const units = ['亿元', '億元', '万元', '萬元', '亿', '億', '万', '萬', '户', '戶', '个', '個', 'GW', '%', '元', '年', '位', '项', '項']; // prettier-ignore
const synonyms = [
  ['提高', '提升'], ['提升', '提高'], ['成立', '設立'], ['解決', '處理'], ['達到', '超過'], ['推動', '促進'], ['促進', '推動'],
  ['加快', '加速'], ['成為', '變成'], ['介紹', '說明'], ['獲悉', '了解到'], ['顯著', '明顯'], ['積極', '主動'], ['重大', '重要'],
  ['增長', '上升'], ['完成', '實現'], ['形成', '建立'], ['打造', '建設'], ['引進', '引入'], ['取得', '獲得'], ['持續', '不停'],
  ['堅持', '始終'], ['位居', '排在'], ['大幅', '小幅'], ['多個', '若干'], ['舉行', '召開'], ['召開', '舉行'], ['縮短', '減少'],
] as const; // prettier-ignore
const verbs =
  /(?:提高|提升|成為|成立|達到|實現|形成|完成|引進|推動|促進|堅持|召開|取得|增長|解決|位居|縮短|降低|打破|獲批|是|有)/gu;
const negation = /不(?!断|斷|仅|僅|但|同|少)|没有?|沒有?|未(?!来|來)/gu;

type Alter = (text: string, random: Random, another: string) => string | null;

/** A place in a text, at random. */
function anyMatch(text: string, pattern: RegExp, random: Random): RegExpMatchArray | undefined {
  return pick([...text.matchAll(pattern)], random);
}

function otherDigit(digit: string, random: Random): string {
  return String((Number(digit) + 1 + Math.floor(random() * 9)) % 10);
}

const changeDigit: Alter = (text, random) => {
  const found = anyMatch(text, /\d/gu, random);
  return found
    ? replaceAt(text, found.index!, found.index! + 1, otherDigit(found[0], random))
    : null;
};

/** A clause ends at a comma or a stop. */
function clausesOf(text: string): string[] {
  return text.match(/[^，,；;。]+[，,；;。]?/gu) ?? [];
}

/** Each returns null where the text gives it nothing to alter. */
export const alterations: Readonly<Record<string, Alter>> = {
  'a digit changed': changeDigit,
  'two digits swapped': (text, random) => {
    const pairs = [...text.matchAll(/(?=(\d)(\d))/gu)].filter(([, a, b]) => a !== b);
    const found = pick(pairs, random);
    return found ? replaceAt(text, found.index, found.index + 2, found[2]! + found[1]!) : null;
  },
  'a digit left out': (text, random) => {
    const found = anyMatch(text, /\d(?=\d)/gu, random);
    return found ? replaceAt(text, found.index!, found.index! + 1, '') : null;
  },
  'a digit put in': (text, random) => {
    const found = anyMatch(text, /\d/gu, random);
    return found ? replaceAt(text, found.index!, found.index!, otherDigit(found[0], random)) : null;
  },
  'a point moved': (text, random) => {
    const found = anyMatch(text, /(\d)\.(\d)/gu, random);
    return found
      ? replaceAt(text, found.index!, found.index! + 3, `.${found[1]}${found[2]}`)
      : null;
  },
  'a unit changed': (text, random) => {
    const found = anyMatch(text, new RegExp(`(?<=\\d)(?:${units.join('|')})`, 'gu'), random);
    if (!found) return null;
    const others = units.filter(
      (unit) => !'亿億万萬户戶个個项項'.includes(unit) && unit !== found[0],
    );
    const [simple, full] = ['亿万户个项', '億萬戶個項'];
    const same = (a: string, b: string) =>
      [...a].every((c, i) => c === b[i] || simple.indexOf(c) === full.indexOf(b[i]!)); // 亿 is 億
    const other = pick(others.filter((unit) => unit.length !== found[0].length || !same(unit, found[0])), random)!; // prettier-ignore
    return replaceAt(text, found.index!, found.index! + found[0].length, other);
  },
  'a figure in characters changed': (text, random) => {
    const found = anyMatch(text, /[二三四五六七八九](?=[十百千万萬个個项項次年条條场場大])|(?<=[十第])[二三四五六七八九]/gu, random); // prettier-ignore
    if (!found) return null;
    const other = pick(
      [...'二三四五六七八九'].filter((one) => one !== found[0]),
      random,
    )!;
    return replaceAt(text, found.index!, found.index! + 1, other);
  },
  'a glyph of a name changed': (text, random) => {
    const found = pick(
      words(text).filter(({ word }) => han.test(word) && word.length > 1),
      random,
    );
    if (!found) return null;
    const at = found.start + Math.floor(random() * found.word.length);
    const other = pick(
      characters.filter((char) => !text.includes(char)),
      random,
    );
    return other === undefined ? null : replaceAt(text, at, at + 1, other);
  },
  'a synonym': (text, random) => {
    const pair = pick(
      synonyms.filter(([word]) => text.includes(word)),
      random,
    );
    return pair ? text.replace(pair[0], pair[1]) : null;
  },
  'a negation put in': (text, random) => {
    const found = anyMatch(text, verbs, random);
    return found
      ? replaceAt(text, found.index!, found.index!, pick(['不', '未', '没有'], random)!)
      : null;
  },
  'a negation left out': (text, random) => {
    const found = anyMatch(text, negation, random);
    return found ? replaceAt(text, found.index!, found.index! + found[0].length, '') : null;
  },
  'a word left out': (text, random) => {
    const found = pick(words(text).slice(1, -1), random);
    return found ? replaceAt(text, found.start, found.start + found.word.length, '') : null;
  },
  'a word put in': (text, random) => {
    const found = pick(words(text).slice(1), random);
    const word = pick(['已經', '可能', '大約', '全部', '首次', '幾乎'], random)!;
    return found ? replaceAt(text, found.start, found.start, word) : null;
  },
  'a clause left out': (text, random) => {
    const clauses = clausesOf(text);
    if (clauses.length < 3) return null;
    const at = 1 + Math.floor(random() * (clauses.length - 2));
    return clauses.filter((_, i) => i !== at).join('');
  },
  'clauses in another order': (text, random) => {
    const clauses = clausesOf(text);
    if (clauses.length < 3) return null;
    const at = Math.floor(random() * (clauses.length - 1));
    const moved = [...clauses];
    [moved[at], moved[at + 1]] = [moved[at + 1]!, moved[at]!];
    return moved.join('') === text ? null : moved.join('');
  },
  'two sentences stitched': (text, _, another) =>
    text.trim().replace(/[。！？!?]$/u, ',') + another.trim(),
  'half of two sentences stitched': (text, _, another) => {
    const [first, second] = [clausesOf(text), clausesOf(another)];
    if (first.length < 2 || second.length < 2) return null;
    return first.slice(0, -1).join('') + second.slice(-1).join('');
  },
};
