/** Tokens of a sentence for finding the answer in it: whole quantities, titles and names; else ICU words and marks. */
import { findQuantities, type Quantity } from './quantities.js';
import { RecentValues } from '../recent-values.js';

/** What a token looks like. Quantities are their kind, words their script and length, marks their role. */
export const tokenShapes = [
  'edge', // before the first and behind the last token
  'number',
  'percent',
  'ordinal',
  'date',
  'time',
  'title', // 《…》
  'person', // a surname with one or two characters that ICU joins to no word
  'foreign', // a transliterated name
  'latin', // a run of words of another script
  'character', // one Han character
  'word', // two Han characters
  'phrase', // three Han characters and more
  'comma',
  'listComma', // 、
  'stop', // 。！？; and the like
  'colon',
  'open',
  'close',
  'otherMark',
] as const;

export type TokenShape = (typeof tokenShapes)[number];

/** One token; white space belongs to none. */
export interface Token {
  /** Half-open range of the folded sentence. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly shape: TokenShape;
  /** The quantity that the token is, or null. */
  readonly quantity: Quantity | null;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Marks by role; a straight quotation mark opens and closes, so it is left to `otherMark`. */
const marks: Readonly<Record<string, TokenShape>> = {
  ',': 'comma', '、': 'listComma', ':': 'colon',
  '。': 'stop', '!': 'stop', '?': 'stop', ';': 'stop',
  '(': 'open', '[': 'open', '【': 'open', '《': 'open', '〈': 'open', '“': 'open', '‘': 'open', '「': 'open', '『': 'open',
  ')': 'close', ']': 'close', '】': 'close', '》': 'close', '〉': 'close', '”': 'close', '’': 'close', '」': 'close', '』': 'close',
}; // prettier-ignore

// The characters that transliterate foreign names (Xinhua's tables), less those that are everyday words.
const foreignChars =
  '阿埃艾爱奥巴拜班贝本比彼波伯勃博布查茨达戴丹德邓狄迪蒂杜顿厄恩尔法菲费芬佛夫弗福盖冈格戈哥葛古瓜哈海汉赫亨霍基吉' +
  '加贾杰捷金卡凯坎康柯科克肯库夸拉莱赖兰朗劳勒雷蕾黎里丽利莉列琳隆卢鲁路伦罗洛马玛迈麦曼梅蒙米密摩莫默姆穆纳娜奈南内尼宁诺' +
  '帕潘佩皮坡珀普奇齐恰乔切瑞萨塞桑瑟森沙莎山舍圣史斯司丝索塔泰坦汤唐特提廷图托瓦旺威韦维魏温沃乌伍西希锡夏肖谢辛修雅亚扬' +
  '耶伊因英尤约泽詹珍朱兹佐岑克姬';
const name = String.raw`[${foreignChars}]`;
/** Parts joined by a dot, or four such characters in a row. */
const foreign = new RegExp(`${name}{1,8}(?:[·•・‧-]${name}{1,8})+|${name}{4,12}`, 'y');
const latin =
  /\p{Script=Latin}[\p{Script=Latin}\p{N}]*(?:(?:[ .'&/-]|\. )[\p{Script=Latin}\p{N}]+)*/uy;
const title = /《[^《》]{1,40}》/y;
/** The commonest surnames that are rarely words of their own. */
const surnames = new Set(
  '王李张刘陈杨赵黄吴徐孙胡朱郭何林罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范姚廖邹' +
    '熊陆郝孔崔邱秦侯邵孟龙段雷钱汤尹黎易武贺赖龚樊殷施翁伍庞俞葛毕聂焦柳邢岳齐梅庄辛詹祝欧霍翟佟尤',
);
const notInName = new Set(
  '的了在是和与及或对于为将把被等也就都又从到由向称说则曾有之以而并其他她它该此这那位任',
);

/**
 * Splits a folded sentence into tokens in order of appearance.
 * @param seams offsets where a word of Han characters is cut in two, should ICU have joined one across
 */
export function tokenize(sentence: string, seams: ReadonlySet<number> = new Set()): Token[] {
  let whole = recent.get(sentence);
  if (!whole) recent.put(sentence, (whole = wholeTokens(sentence)));
  return whole.flatMap((token) => cutAt(token, seams));
}

/** Every question looks at sentences that others have looked at, and this is half of the work on one. */
const recent = new RecentValues<readonly Token[]>(2000);

function wholeTokens(sentence: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const quantity of findQuantities(sentence)) {
    if (quantity.start < at) continue; // inside of a title
    at = pushText(sentence, at, quantity.start, tokens);
    if (quantity.start < at) continue;
    pushQuantity(sentence, quantity, tokens);
    at = quantity.end;
  }
  pushText(sentence, at, sentence.length, tokens);
  return joinNames(sentence, tokens);
}

/** Cuts a word of Han characters at the seams inside of it. */
function cutAt(token: Token, seams: ReadonlySet<number>): Token[] {
  const { start, end, text, shape } = token;
  if (seams.size === 0 || (shape !== 'word' && shape !== 'phrase')) return [token];
  const cuts = Array.from({ length: text.length - 1 }, (_, i) => start + i + 1).filter((at) =>
    seams.has(at),
  );
  if (cuts.length === 0) return [token];
  return [start, ...cuts].map((from, n) => {
    const part = text.slice(from - start, (cuts[n] ?? end) - start);
    return {
      start: from,
      end: from + part.length,
      text: part,
      shape: shapeOf(part),
      quantity: null,
    };
  });
}

/** A date falls into year, month and day, so that a question for the year gets the year. */
function pushQuantity(sentence: string, quantity: Quantity, tokens: Token[]): void {
  const whole = sentence.slice(quantity.start, quantity.end);
  const parts = quantity.kind === 'date' ? whole.split(dateSeam) : [whole];
  let start = quantity.start;
  for (const part of parts) {
    const text = part.trimEnd();
    tokens.push({ start, end: start + text.length, text, shape: quantity.kind, quantity });
    start += part.length;
  }
}

/** After 年 and 月, but not in 上半年 and not before 份 or 度. */
const dateSeam = /(?<=[年月][份度]?\s?)(?<!半年)(?=[^份度\s])/u;

const han = /\p{Script=Han}/u;

/** What is one token whatever ICU says; a run of Latin words only where it is a name in a Chinese sentence. */
const wholes: readonly (readonly [TokenShape, RegExp])[] = [
  ['title', title],
  ['foreign', foreign],
  ['latin', latin],
];

/** Pushes the tokens from `from` to `to`; a title may reach further. Returns where it stopped. */
function pushText(sentence: string, from: number, to: number, tokens: Token[]): number {
  let words = from;
  let at = from;
  while (at < to) {
    const whole = wholeAt(sentence, at);
    if (!whole || (whole.end > to && whole.shape !== 'title')) {
      at++;
      continue;
    }
    pushWords(sentence, words, at, tokens);
    tokens.push(whole);
    at = words = whole.end;
  }
  pushWords(sentence, words, to, tokens);
  return Math.max(at, to);
}

function wholeAt(sentence: string, at: number): Token | null {
  for (const [shape, pattern] of wholes) {
    if (shape === 'latin' && !han.test(sentence)) continue;
    pattern.lastIndex = at;
    const text = pattern.exec(sentence)?.[0];
    if (text) return { start: at, end: at + text.length, text, shape, quantity: null };
  }
  return null;
}

function pushWords(sentence: string, from: number, to: number, tokens: Token[]): void {
  if (from >= to) return;
  for (const { segment, index } of segmenter.segment(sentence.slice(from, to))) {
    if (segment.trim() === '') continue;
    const start = from + index;
    const end = start + segment.length;
    tokens.push({ start, end, text: segment, shape: shapeOf(segment), quantity: null });
  }
}

function shapeOf(segment: string): TokenShape {
  const mark = Object.hasOwn(marks, segment) ? marks[segment] : undefined;
  if (mark) return mark;
  if (!/^\p{Script=Han}/u.test(segment))
    return /^[\p{L}\p{N}]/u.test(segment) ? 'latin' : 'otherMark';
  if (segment.length === 1) return 'character';
  return segment.length === 2 ? 'word' : 'phrase';
}

/** Joins a surname and the one or two single characters behind it. */
function joinNames(sentence: string, tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const first = tokens[i]!;
    let last = i;
    if (first.shape === 'character' && surnames.has(first.text)) {
      while (last < i + 2 && givenName(tokens[last]!, tokens[last + 1])) last++;
    }
    if (last === i) {
      joined.push(first);
      continue;
    }
    const { start } = first;
    const { end } = tokens[last]!;
    joined.push({ start, end, text: sentence.slice(start, end), shape: 'person', quantity: null });
    i = last;
  }
  return joined;
}

function givenName(before: Token, token: Token | undefined): boolean {
  return token?.shape === 'character' && token.start === before.end && !notInName.has(token.text);
}
