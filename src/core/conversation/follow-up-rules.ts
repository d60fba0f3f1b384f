/** The forms in which a follow-up leans on what was said before, and the question of its own that each stands for. */
import { antecedentOf } from './antecedent.js';
import type { Turn } from '../answer/conversation.js';
import { fillSlot } from './fill-slot.js';
import { fold, type FoldTables, type Span } from '../text/fold.js';
import { findQuantities } from '../text/quantities.js';
import { datePattern, foldedOf, rawOf, slotsOf, type QuestionSlots } from './question-slots.js';

/** What a follow-up is completed from. */
export interface FollowUpContext {
  /** Oldest first; at least one. */
  readonly history: readonly Turn[];
  /** The question of the latest turn. */
  readonly last: QuestionSlots;
  /** The follow-up's own glyphs of a stretch of its folded text. */
  readonly own: (folded: string) => string;
  readonly tables: FoldTables;
}

export interface FollowUpRule {
  readonly form: RegExp;
  /** The completed question without its question mark; null when it is not sure what is meant. */
  readonly complete: (groups: Readonly<Record<string, string | undefined>>, context: FollowUpContext) => string | null;
}

const asks = /多少|几|谁|什么|哪|何|如何|怎|是否|吗|是不是|有没有|\b(?:how|what|when|who|where|why|which)\b/u;
const date = `(?:${datePattern}|去年|前年|今年|上半年|下半年)`;
const lead = '(?:那么?|而|还有|然后)?[,，\\s]*';
const changeVerb = '增长|增加|提高|提升|上升|扩大|下降|减少|降低|缩小';

/** 「预计产值呢」: the last question asked of something else. What asks something itself is no such thing. */
const other = (form: RegExp): FollowUpRule => ({
  form,
  complete: ({ x = '' }, { last, own }) => fillSlot(last, { raw: own(x), folded: x }),
});

/** In this order; the first whose form matches decides. */
const followUpRules: readonly FollowUpRule[] = [
  {
    // 是谁说的
    form: /^(?:那|这)?(?:话|些?数据|个?数字)?是?(?:谁|哪一?位)(?:说|讲|介绍|透露|表示|公布|发布)的(?:话|数据|数字|消息)?呢?$/u,
    complete: (_, { last }) => (last.kind === 'who' ? null : about(topicOf(last), (topic) => `${topic}是谁介绍的`)),
  },
  {
    // 那是哪一年的数据
    form: /^(?:那|这)?(?:个?数据|个?数字)?是?指?的?(?:哪一?年|什么时候|何时)的?(?:数据|数字|事情?|统计|情况|指标)?呢?$/u,
    complete: (_, context) => whichYear(context),
  },
  {
    // 还有呢
    form: /^那?(?:还有|其他的?|其它的?|别的)(?:呢|吗|哪些|什么|别的吗|其他的?吗)?$/u,
    complete: (_, { last }) =>
      last.kind === 'list' || last.kind === 'which' ? about(topicOf(last), (topic) => `${topic}还有哪些`) : null,
  },
  {
    // 占全国多少
    form: /^(?:那么?)?(?<share>占(?:到|了)?(?:全[国省市区县球]|[^,，。?？]{1,12}?的?(?:比重|比例|百分|多少|几成)).{0,12}?)呢?$/u,
    complete: ({ share = '' }, { last, own }) => {
      const at = last.folded.text.indexOf('占', last.bounds.start + 1);
      const { start, end } = at === -1 ? undated(last) : { start: last.bounds.start, end: at };
      const isAmount = at !== -1 || last.kind === 'amount';
      return isAmount ? about(rawOf(last, { start, end }), (whole) => whole + own(share)) : null;
    },
  },
  {
    // 其中高新技术企业有多少家: asked together with what it is a part of, lest the whole be taken for the part
    form: /^(?:那么?)?(?<rest>其中.+)$/u,
    complete: ({ rest = '' }, { last, own }) => `${rawOf(last, last.bounds)}，${own(rest)}`,
  },
  {
    // 从2017年到2023年增长了多少
    form: new RegExp(
      `^(?:那么?|它)?(?<years>(?:从|由)?${datePattern}[到至-]${datePattern})?(?<change>(?:一共|总共)?(?:${changeVerb})了?(?:多少|几|百分之).*)$`,
      'u',
    ),
    complete: ({ years = '', change = '' }, { last, own }) =>
      last.kind === 'amount' ? about(rawOf(last, measured(last)), (what) => what + own(years + change)) : null,
  },
  {
    // 相差多少 · 合计多少
    form: /^那?(?:两者|二者|两个|它们)?(?:之间)?(?<pair>(?:相差|差|差距是?|合计|加起来|总共|一共)(?:是|有)?多少.{0,4})$/u,
    complete: ({ pair = '' }, { history, own, tables }) => {
      const amounts = history
        .slice(-2)
        .map(({ question }) => slotsOf(question, tables))
        .filter(({ kind }) => kind === 'amount')
        .map((slots) => rawOf(slots, { start: slots.bounds.start, end: measured(slots).end }));
      const isPair = amounts.length === 2 && amounts.every((words) => words.length >= 2);
      return isPair ? amounts.join('和') + own(pair) : null;
    },
  },
  {
    // 他是什么职务
    form: /^(?:那么?|请问)?[,，\s]*(?<pronoun>[他她它](?!们)|这个人|该区|这个区|该项目|这个项目|那个项目|该公司|这家公司|该企业|这家企业)(?<rest>.{2,})$/u,
    complete: ({ pronoun = '', rest = '' }, { history, own, tables }) =>
      about(antecedentOf(pronoun, history, tables), (antecedent) => antecedent + own(rest)),
  },
  other(new RegExp(`^${lead}(?<x>[^,，。;；?？]{1,24}?)的?(?:又|的话)?呢$`, 'u')),
  other(new RegExp(`^(?:那么?|而)[,，\\s]*(?<x>[^,，。;；?？]{1,24}?)(?:又|的话)?(?:怎么样|如何|又如何|是多少)$`, 'u')),
  other(new RegExp(`^${lead}(?<x>${date})(?:的|又|则)*(?:是|为|有)?(?:多少|几[个项家户]?|怎么样)?$`, 'u')),
  other(/^(?:(?:and|but|so|then),? )?(?:what|how) about (?:in )?(?<x>.{1,40})$/u),
  other(/^(?:and|but|also),? (?:in |for |of |on )?(?<x>.{1,40})$/u),
];

/** The rule that a folded question without outer punctuation follows, with what its form caught. */
export function ruleFor(text: string) {
  for (const rule of followUpRules) {
    const match = rule.form.exec(text);
    if (!match) continue;
    const groups: Readonly<Record<string, string | undefined>> = match.groups ?? {};
    const { x } = groups;
    if (x === undefined || (x.trim() !== '' && !asks.test(x))) return { rule, groups };
  }
  return null;
}

/** Words of at least two characters, put to use. */
function about(words: string | null, complete: (words: string) => string): string | null {
  return words !== null && words.trim().length >= 2 ? complete(words) : null;
}

/** What a question is about, in its own words: its head without a verb at its end. */
function topicOf(last: QuestionSlots): string {
  const head = undated(last);
  const verb = /(?:实行|采取|使用|有|包括|进入|获批|打造|推进|坚持|实现)$/u.exec(foldedOf(last, head))?.[0] ?? '';
  return rawOf(last, { start: head.start, end: head.end - verb.length });
}

/** The head without a date at its front. */
function undated({ subject, indicator }: QuestionSlots): Span {
  return { start: subject?.start ?? indicator.start, end: indicator.end };
}

/** The same without a change at its end: of 「地区生产总值增长了多少」 the 地区生产总值. */
function measured(last: QuestionSlots): Span {
  const head = undated(last);
  const change = new RegExp(`(?:${changeVerb})$`, 'u').exec(foldedOf(last, head))?.[0] ?? '';
  return { start: head.start, end: head.end - change.length };
}

/** The figure of the last answer is asked for its year. */
function whichYear({ last, history, tables }: FollowUpContext): string | null {
  const words = history.at(-1)!.answer.replace(/\s*(?:（[^）]*）)?(?:\[\d+\])+.*$/su, '');
  const figures = findQuantities(fold(words, tables).text).filter(({ kind }) => kind !== 'date');
  const isFigure = figures.length === 1 && !/[:：=]/u.test(words);
  return isFigure ? about(rawOf(last, last.indicator), (what) => `${words}是哪一年的${what}`) : null;
}
