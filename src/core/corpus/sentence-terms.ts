/**
 * The terms of a release, laid out for ranking: what stands where, sentence by sentence. It does not depend on a question,
 * so it is made once per release.
 */
import type { PreparedRelease } from './corpus.js';
import { isHan, wordTerm } from '../text/terms.js';

/** What a term looks like; a bit set, so that one test asks for several. */
export const sign = {
  han: 1,
  /** Letters of another script. */
  word: 2,
  /** Digits, or a Han numeral right before a measure word. */
  number: 4,
  /** Part of a date or a time of day: `2023`, `年`, `上午`. */
  time: 8,
  /** Inside 《》, “” or 「」. */
  quoted: 16,
  /** Ends a place or a building: 市, 省, 区, 路, 馆. */
  place: 32,
  /** Opens a reason: 因为, 由于, 为了, because. */
  reason: 64,
  /** Opens a manner: 通过, 采用, 按照, by. */
  manner: 128,
  /** Ends a person's or a body's name, or introduces what it said: 先生, 部长, 公司, 表示. */
  agent: 256,
  /** Punctuation that ends a clause. */
  clauseEnd: 512,
  /** Any other punctuation. */
  mark: 1024,
  /** Opens an item of a list: （1）, 一、, ①, a bullet. */
  item: 2048,
  /** Says what something is: 是, 为, 指, 称, is. */
  copula: 4096,
  /** Says no: 不, 未, 没, 无, not. */
  negation: 8192,
} as const;

/** Terms in order of appearance; term `i` stands at `starts[i]` of the text. */
export interface TermSequence {
  /** Han characters and punctuation as their code unit, words and numbers as {@link wordTerm}. */
  readonly terms: Uint32Array;
  /** The character pair that begins at a term (as in `termsOf`), or 0 when no Han character follows a Han character. */
  readonly pairs: Uint32Array;
  readonly starts: Uint32Array;
  /** Bits of {@link sign}. */
  readonly signs: Uint16Array;
}

/** The terms of a release; those of sentence `s` are `[first[s], first[s + 1])`. */
export interface ReleaseTerms extends TermSequence {
  readonly first: Uint32Array;
}

const wordPattern = /\p{Nd}+(?:[.,]\p{Nd}+)*|\p{L}+/uy;
const clauseEnders = new Set(',;:，；：、。！？!?…');
const openers = new Map([
  ['《', '》'],
  ['“', '”'],
  ['「', '」'],
]);
const numerals = new Set('〇零一二两三四五六七八九十百千万亿几数');
const measures = new Set(
  '个名位人次年月日天元岁只条项家所座种部件台辆艘架枚吨米里度层倍周届集分秒时点号章篇场间户群批届万亿%',
);
const timeWords = new Set('年月日号时点周晚早');

/** Phrases that carry a sign; the sign falls on their first character. */
const phrases: readonly (readonly [number, string])[] = [
  [
    sign.reason,
    '因为 由于 因此 因而 所以 为了 导致 原因 致使 鉴于 源于 缘于 以便 目的 起因 归因 出于 因',
  ],
  [
    sign.manner,
    '通过 采用 采取 利用 借助 按照 根据 依据 方法 方式 步骤 措施 使用 首先 其次 先 将 把 以 用',
  ],
  [
    sign.agent,
    '先生 女士 教授 博士 部长 主席 总统 总理 主任 书记 局长 市长 省长 董事长 经理 记者 发言人 导演 演员 公司 集团 委员会 大学 ' +
      '组织 部门 协会 政府 表示 介绍 指出 认为 宣布 创办 发明 提出 由',
  ],
  [
    sign.time,
    '上午 下午 凌晨 中午 晚上 今年 去年 明年 目前 近日 日前 昨日 昨天 今天 世纪 期间 初期 末期 时期 季度',
  ],
  [
    sign.place,
    '位于 坐落 地处 在 省 市 县 区 镇 村 州 国 路 街 馆 站 岛 山 河 湖 洲 港 湾 大厦 广场',
  ],
  [sign.copula, '是 为 指 称 即 叫 属于 等于 名为 被称 所谓'],
  [sign.negation, '不 未 没 无 非 否 禁止 严禁 取消'],
];
const latinSigns: Readonly<Record<string, number>> = {
  because: sign.reason,
  due: sign.reason,
  by: sign.manner,
  through: sign.manner,
  using: sign.manner,
  is: sign.copula,
  are: sign.copula,
  was: sign.copula,
  not: sign.negation,
  no: sign.negation,
};
const phraseSigns = phraseTable();

function phraseTable(): Map<string, [string, number][]> {
  const table = new Map<string, [string, number][]>();
  for (const [bit, words] of phrases) {
    for (const word of words.split(' ')) {
      table.set(word[0]!, [...(table.get(word[0]!) ?? []), [word, bit]]);
    }
  }
  return table;
}

/** Lays out the terms of a folded text. White space is no term. */
export function layOutTerms(folded: string): TermSequence {
  const terms: number[] = [];
  const starts: number[] = [];
  const signs: number[] = [];
  let closing = ''; // of the quotation that is open
  for (let i = 0; i < folded.length;) {
    const unit = folded.charCodeAt(i);
    const word = isHan(unit) ? null : wordAt(folded, i);
    if (word === null && !isHan(unit) && /\s/u.test(folded[i]!)) {
      i++;
      continue;
    }
    const char = folded[i]!;
    if (char === closing) closing = '';
    terms.push(word === null ? unit : wordTerm(word));
    starts.push(i);
    const shape = word === null ? charSigns(folded, i) : wordSigns(folded, i, word);
    signs.push(shape | (closing === '' ? 0 : sign.quoted));
    closing = openers.get(char) ?? closing;
    i += word?.length ?? 1;
  }
  return {
    terms: Uint32Array.from(terms),
    pairs: Uint32Array.from(terms, (term, i) => {
      const next = starts[i + 1] === starts[i]! + 1 ? terms[i + 1]! : 0;
      return isHan(term) && isHan(next) ? ((term << 16) | next) >>> 0 : 0;
    }),
    starts: Uint32Array.from(starts),
    signs: Uint16Array.from(signs),
  };
}

/** Lays out the terms of a release. */
export function releaseTerms({ folded, foldedSentences }: PreparedRelease): ReleaseTerms {
  const sequence = layOutTerms(folded.text);
  const first = new Uint32Array(foldedSentences.length + 1);
  let term = 0;
  for (const [s, { end }] of foldedSentences.entries()) {
    while (term < sequence.starts.length && sequence.starts[term]! < end) term++;
    first[s + 1] = term;
  }
  return { ...sequence, first };
}

function wordAt(text: string, i: number): string | null {
  wordPattern.lastIndex = i;
  const word = wordPattern.exec(text)?.[0];
  // A run of letters may go on into Han characters, which \p{L} holds too.
  return word === undefined ? null : (/^[^\u3400-\u9fff]+/u.exec(word)?.[0] ?? null);
}

function wordSigns(text: string, i: number, word: string): number {
  if (!/^\p{Nd}/u.test(word))
    return sign.word | (Object.hasOwn(latinSigns, word) ? latinSigns[word]! : 0);
  const after = text[i + word.length] ?? '';
  const isYear = /^(?:19|20)\d\d$/.test(word);
  const isItem = (after === '.' || after === ')' || after === '、') && word.length <= 2;
  return sign.number | (timeWords.has(after) || isYear ? sign.time : 0) | (isItem ? sign.item : 0);
}

function charSigns(text: string, i: number): number {
  const char = text[i]!;
  if (!isHan(text.charCodeAt(i))) {
    if (clauseEnders.has(char)) return sign.clauseEnd;
    return /[①-⑳●•◆·]/u.test(char) ? sign.item | sign.mark : sign.mark;
  }
  let bits: number = sign.han;
  if (numerals.has(char)) bits |= numeralSigns(text, i);
  if (
    timeWords.has(char) &&
    /[\d〇零一二三四五六七八九十]\s?$/u.test(text.slice(Math.max(0, i - 2), i))
  )
    bits |= sign.time;
  for (const [phrase, bit] of phraseSigns.get(char) ?? []) {
    if (text.startsWith(phrase, i)) bits |= bit;
  }
  return bits;
}

function numeralSigns(text: string, i: number): number {
  let end = i;
  while (numerals.has(text[end] ?? '')) end++;
  const after = text[end] ?? '';
  if (after === '、' && (i === 0 || !isHan(text.charCodeAt(i - 1)))) return sign.item;
  if (!measures.has(after) && !measures.has(text[end - 1] ?? '')) return 0;
  return sign.number | (timeWords.has(after) ? sign.time : 0);
}
