/** Questions: what a folded question asks for, and which of its words say so. */
import { layOutTerms, sign, type TermSequence } from '../corpus/sentence-terms.js';
import { readNumeral } from '../text/numerals.js';

/** The kinds of question, in the order of their number in the model's features. */
export const questionKinds = [
  'amount',
  'when',
  'who',
  'where',
  'why',
  'how',
  'which',
  'what',
  'list',
  'yesNo',
  'other',
] as const;

export type QuestionKind = (typeof questionKinds)[number];

/** A question, folded and taken apart. Indices are positions in `sequence`. */
export interface Question {
  readonly text: string;
  readonly kind: QuestionKind;
  readonly sequence: TermSequence;
  /** 1 for a term that must be explained by an answer, 0 for question words, function words and punctuation. */
  readonly isContent: Uint8Array;
  /** The words that ask, as they stand: `多少`, `什么时候`; empty when the question is a mere phrase. */
  readonly cue: string;
  /** Where they stand in `text`: [`cueStart`, `cueEnd`); at its end when there are none. */
  readonly cueStart: number;
  readonly cueEnd: number;
  /** What the asking words ask about: the unit, noun or verb right behind them (`多少名` 名, `哪个国家` 国家), or before a closing `是什么`. */
  readonly focus: string;
  /** Four-digit years named, ascending. */
  readonly years: readonly number[];
}

/** Which signs in a sentence can be what a kind of question asks for. */
export const answeringSigns: Readonly<Record<QuestionKind, number>> = {
  amount: sign.number,
  when: sign.time,
  who: sign.agent | sign.quoted,
  where: sign.place,
  why: sign.reason,
  how: sign.manner | sign.item,
  which: sign.quoted | sign.word | sign.agent,
  what: sign.copula | sign.quoted,
  list: sign.item | sign.quoted,
  yesNo: sign.negation | sign.copula,
  other: sign.number | sign.copula,
};

/** Asking words, most telling first; the first pattern that matches decides. */
const cues: readonly (readonly [QuestionKind, RegExp])[] = [
  [
    'why',
    /(?<![称成名认视分定改叫作做译誉])(?:为什么|为何|为啥)|何以|什么原因|原因(?:是|为)?(?:什么|何)|怎么会|why/u,
  ],
  [
    'when',
    /什么时候|什么时间|啥时候|何时|哪一?(?:年|天|日|月)|几月几[日号]|几(?:月|号|点|时)|多会儿|多久以前|(?:时间|日期)(?:是|为|在)?(?:什么|多少|何|哪)|when/u,
  ],
  [
    'amount',
    /多少|多大|多长|多高|多久|多远|多重|多宽|多深|多快|几(?!乎|率|何)|第几|how (?:much|many|long|far|old|large|big|tall|high)/u,
  ],
  ['who', /谁|哪一?位|何人|什么人|哪(?:个|名)人|whom?|whose/u],
  [
    'where',
    /哪里|哪儿|哪(?:一)?个地方|何处|何地|什么地方|在哪|位于哪|(?:地点|地址|位置)(?:是|为|在)?(?:什么|哪)|where/u,
  ],
  ['list', /哪些|哪几|有什么|什么样的|包括什么|分别(?:是|为)/u],
  ['how', /怎么样|怎么|怎样|如何|咋|啥样|how/u],
  [
    'yesNo',
    /是否|是不是|能不能|可不可以|会不会|有没有|能否|可否|吗[??]?$|^(?:is|are|was|were|do|does|did|can|will|has|have) /u,
  ],
  ['which', /哪|which/u],
  ['what', /[什甚]么|何(?=种|事|物|者|名|谓|为)|啥|(?:是|为|叫做?)(?=[??]?$)|what/u],
];

/** A mere phrase asks for what its last word names. */
const phraseEndings: readonly (readonly [QuestionKind, RegExp])[] = [
  ['when', /(?:时间|日期|年份|生日)(?:是|为|在)?[??]?$/u],
  ['where', /(?:地点|地址|位置|产地|出生地)(?:是|为|在)?[??]?$/u],
  [
    'amount',
    /(?:价格|费用|数量|面积|人口|人数|产值|销量|票房|身高|体重|年龄|电话|号码|比例|[^利频效]率|尺寸|大小|长度|期限|年限|等级|分数线?|价|费|额)(?:是|为)?[??]?$/u,
  ],
  ['how', /(?:方法|步骤|流程|做法|技巧|教程|攻略)(?:是|为)?[??]?$/u],
  ['why', /(?:原因|理由)(?:是|为)?[??]?$/u],
  ['what', /(?:意思|含义|定义)(?:是|为)?[??]?$/u],
];

/** Words that carry no content of their own. */
const functionWords = new Set(
  (
    '的 了 是 吗 呢 吧 啊 呀 在 于 有 被 和 与 及 或 对 对于 关于 从 到 为 以 其 之 也 都 就 还 并 而 请问 请 问 ' +
    'the a an of in on at to for and or is are was were be been do does did it its that this with by from as'
  ).split(' '),
);

/** What people say around a question. */
const courtesies =
  /请问(?:一下)?|(?:麻烦|拜托)(?:您|你|问下|问一下|帮我|查一下|查下)*|(?:我)?想(?:请教|问|知道|了解)(?:一下|下)?|帮(?:我|忙)(?:查|看|找)?(?:一下|下)?|(?:您|你)好|谢谢(?:您|你)?|多谢|告诉我/gu;

/**
 * Takes a folded question apart.
 *
 * Guarantee: any text is a question; where every word would be left out (`是什么`), all Han characters, words and
 * numbers count as content.
 */
export function analyzeQuestion(folded: string): Question {
  const text = folded.trim();
  const sequence = layOutTerms(text);
  const { kind, start, end } = findCue(text);
  const isContent = contentMask(text, sequence, start, end);
  return {
    text,
    kind,
    sequence,
    isContent,
    cue: text.slice(start, end),
    cueStart: start,
    cueEnd: end,
    focus: findFocus(text, start, end),
    years: yearsIn(text),
  };
}

const writtenYear = /(?<![零〇一二三四五六七八九十])[一二][零〇一二三四五六七八九]{3}(?=\s?年)/gu;

/**
 * The years that a folded text names, ascending: four digits from 1000 to 2999 before 年, in characters too (二〇一七年), or 19xx and
 * 20xx alone.
 */
export function yearsIn(folded: string): number[] {
  const found = new Set<number>();
  for (const [digits] of folded.matchAll(writtenYear))
    found.add(Number(readNumeral(digits, 0)!.value.num));
  for (const [, before, alone] of folded.matchAll(
    /(?<!\d)(?:([12]\d{3})(?=\s?年)|((?:19|20)\d{2})(?![\d.,]|\s?[^\s\d年]?(?:元|万|亿|个|名|人|米)))/gu,
  )) {
    found.add(Number(before ?? alone));
  }
  return [...found].sort((a, b) => a - b);
}

interface Cue {
  readonly kind: QuestionKind;
  readonly start: number;
  readonly end: number;
}

function findCue(text: string): Cue {
  for (const [kind, pattern] of cues) {
    const match = pattern.exec(text);
    if (match && isWholeWord(text, match.index, match[0])) {
      return { kind, start: match.index, end: match.index + match[0].length };
    }
  }
  const ending = phraseEndings.find(([, pattern]) => pattern.test(text));
  return { kind: ending?.[0] ?? 'other', start: text.length, end: text.length };
}

/** English cues must not be found inside of words ("show", "somewhere"). */
function isWholeWord(text: string, index: number, match: string): boolean {
  if (!/^[a-z]/.test(match)) return true;
  return !/[a-z]/.test(text[index - 1] ?? '') && !/[a-z]/.test(text[index + match.length] ?? '');
}

/** At most 4 characters: the longest nouns that a question word leads in (有限公司) end there. */
const longestFocus = 4;

function findFocus(text: string, start: number, end: number): string {
  const behind = /^[个种些]?([\p{L}\p{N}%]*)/u.exec(text.slice(end))?.[1] ?? '';
  const noun = behind.replace(/^(?:的|了)/u, '').slice(0, longestFocus);
  if (noun !== '') return noun;
  const before = text.slice(0, start).replace(/(?:是|为|有|在|叫|[\s??,。!]|分别)+$/u, '');
  return before.slice(-2);
}

function contentMask(
  text: string,
  { terms, starts, signs }: TermSequence,
  from: number,
  to: number,
): Uint8Array {
  const isCourtesy = courtesyMask(text);
  const isWord = (i: number): boolean => (signs[i]! & (sign.han | sign.word | sign.number)) !== 0;
  const mask = Uint8Array.from(terms, (_, i) => {
    const start = starts[i]!;
    const word = text.slice(start, starts[i + 1] ?? text.length).trim();
    return isWord(i) &&
      isCourtesy[start] !== 1 &&
      (start < from || start >= to) &&
      !functionWords.has(word)
      ? 1
      : 0;
  });
  return mask.includes(1) ? mask : mask.map((_, i) => (isWord(i) ? 1 : 0));
}

/** 1 for characters of {@link courtesies}. */
function courtesyMask(text: string): Uint8Array {
  const mask = new Uint8Array(text.length);
  for (const { index, 0: phrase } of text.matchAll(courtesies)) {
    mask.fill(1, index, index + phrase.length);
  }
  return mask;
}
