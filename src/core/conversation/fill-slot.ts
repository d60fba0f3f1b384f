/** Filling a slot anew: the last question with another year, another indicator or another subject. */
import type { Span } from '../text/fold.js';
import { datePattern, foldedOf, rawOf, withReplaced, type QuestionSlots } from './question-slots.js';

/** Words of a follow-up: 2017年 of 「那2017年呢」. */
export interface OtherWords {
  readonly raw: string;
  readonly folded: string;
}

const isDate = new RegExp(`^(?:${datePattern}|去年|前年|今年|上半年|下半年)$`, 'u');

/**
 * The last question asked of something else: the same kind of thing is replaced, and what has no counterpart is added.
 * @returns null when it is not sure where the words belong
 */
export function fillSlot(last: QuestionSlots, other: OtherWords): string | null {
  const text = foldedOf(last, last.bounds);
  if (isDate.test(other.folded)) return withDate(last, other);
  if (!/\p{Script=Han}/u.test(text)) return fillInEnglish(last, other);
  const alike = stretchLike(other.folded, last);
  if (alike) return withReplaced(last, alike, other.raw);
  const asking = askingFor(other.folded);
  if (asking !== null) return withIndicator(last, other, asking);
  return withSubject(last, other);
}

function withDate(last: QuestionSlots, { raw, folded }: OtherWords): string | null {
  const isChinese = /\p{Script=Han}/u.test(last.folded.text);
  const date = isChinese && /\d$/u.test(folded) ? `${raw}年` : raw;
  if (last.dates.length > 1) return null;
  const [old] = last.dates;
  if (old) {
    const prefix = foldedOf(last, old).startsWith('in ') ? 'in ' : '';
    return withReplaced(last, old, prefix + date);
  }
  const { start, end } = last.bounds;
  return isChinese
    ? withReplaced(last, { start, end: start }, date)
    : withReplaced(last, { start: end, end }, ` in ${date}`);
}

/** At least so many characters at the end make two things alike: 制造业 of 高技术制造业. */
const leastAlike = 2;
const boundary = /[的在和与及、,，。是有为占了年区市省县\d\s]/u;
/** Endings that many kinds of things share. */
const vague = /^(?:情况|数量|金额|总额|方面|数据)$/u;

/** The stretch of a question that ends like the words; with what belongs to it on its left. */
function stretchLike(words: string, last: QuestionSlots): Span | null {
  const { text } = last.folded;
  for (let length = words.length; length >= leastAlike; length--) {
    const ending = words.slice(-length);
    if (!/^[\p{Script=Han}a-z\d]+$/u.test(ending) || vague.test(ending)) continue;
    const at = text.lastIndexOf(ending, last.bounds.end - length);
    if (at < last.bounds.start || overlaps(at, at + length, last.asking)) continue;
    let start = at;
    const least = at >= last.asking.end ? afterCounter(text, last.asking.end) : last.bounds.start;
    while (start > least && !boundary.test(text[start - 1]!)) start--;
    return { start, end: at + length };
  }
  return null;
}

/** Behind the measure word of 多少个. */
function afterCounter(text: string, from: number): number {
  return /^[个项家户名位种条类场次]/u.test(text.slice(from)) ? from + 1 : from;
}

function overlaps(start: number, end: number, other: Span): boolean {
  return start < other.end && end > other.start;
}

const asked: readonly (readonly [RegExp, string])[] = [
  [/(?:时间|日期)$/u, '是什么时候'],
  [/(?:地点|位置|地址)$/u, '在哪里'],
  [/(?:排名|名次|位次)$/u, '是第几'],
  [/(?:书记|主任|发言人|记者|负责人|董事长|总经理|省长|市长|区长)$/u, '是谁'],
  [/(?:职务|职位|身份|名字|名称|主题|含义|意思|定位|理念|任务|平台|机制|方法|措施|举措)$/u, '是什么'],
  [
    /(?:[额值率量费价]|价格|收入|投资|面积|人口|人数|户数|利润|税收|成本|规模|比重|比例|占比|增速|增幅|产能|gdp|[项个]?数量?|数目)$/u,
    '是多少',
  ],
];

/** How one asks for an indicator; null when words name none. */
function askingFor(words: string): string | null {
  return asked.find(([ending]) => ending.test(words))?.[1] ?? null;
}

/** 「全市出口总额是多少」 with 进口总额; 「建成了多少个车站」 asks it of the stations. */
function withIndicator(last: QuestionSlots, { raw }: OtherWords, asking: string): string | null {
  const counted = countedThing(last);
  const { start, end } = last.head;
  const before = rawOf(last, { start: last.bounds.start, end: last.indicator.start });
  if (counted !== null) return before + counted + raw + asking;
  return start < end ? before + raw + asking : null;
}

/** What 多少个 counts, with the verb before it: 建成车站. */
function countedThing(last: QuestionSlots): string | null {
  const { text } = last.folded;
  const from = afterCounter(text, last.asking.end);
  const thing = /^(?:的)?(\p{Script=Han}{2,14})$/u.exec(text.slice(from, last.bounds.end))?.[1];
  if (last.kind !== 'amount' || !thing) return null;
  const verb = /(?:共|一共)?(\p{Script=Han}{2})了?$/u.exec(foldedOf(last, last.head))?.[1] ?? '';
  return verb + rawOf(last, { start: last.bounds.end - thing.length, end: last.bounds.end });
}

/** Another subject: 「甲公司的总投资是多少」 with 乙公司; a question without one gets it before what it asks. */
function withSubject(last: QuestionSlots, { raw }: OtherWords): string | null {
  const text = foldedOf(last, last.bounds);
  const by = /^(?:是)?谁(?:\p{Script=Han}{2}了)(?<object>.{2,})$/u.exec(text)?.groups?.['object'];
  if (by) return withReplaced(last, { start: last.bounds.end - by.length, end: last.bounds.end }, raw);
  if (last.subject) return withReplaced(last, last.subject, raw);
  const person = /^(?<name>\p{Script=Han}{2,4}?)(?:是|担任|任)$/u.exec(
    text.slice(0, last.asking.start - last.bounds.start),
  )?.groups?.['name'];
  const { start } = last.bounds;
  if (person) return withReplaced(last, { start, end: start + person.length }, raw);
  const { start: at } = last.indicator;
  return last.kind === 'amount' && at < last.indicator.end ? withReplaced(last, { start: at, end: at }, raw) : null;
}

/** 「What is the GDP of the zone?」: a name replaces the name behind of, in or for; another noun what is asked. */
function fillInEnglish(last: QuestionSlots, { raw }: OtherWords): string | null {
  const text = foldedOf(last, last.bounds);
  const match =
    /^(?<ask>(?:what|how much|how many) (?:is|was|are|were) )(?<what>.+?)(?<of>(?: of| in| for| at) .+)?$/u.exec(text);
  if (!match) return null;
  const { ask, what, of } = match.groups!;
  const isName = /^(?:the )?\p{Lu}/u.test(raw);
  const start = last.bounds.start + ask!.length + (isName ? what!.length : 0);
  if (isName && of === undefined) return null;
  const preposition = /^ \w+ /u.exec(of ?? '')?.[0].length ?? 0;
  return isName
    ? withReplaced(last, { start: start + preposition, end: start + of!.length }, raw)
    : withReplaced(last, { start, end: start + what!.length }, raw);
}
