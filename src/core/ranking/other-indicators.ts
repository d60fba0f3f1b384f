/** Indicators: what the figures of releases are of (产值, 投资), and what makes the figure of one another's (总投资, 签约投资). */

/** A sentence and the one before it, folded. */
interface Stated {
  readonly sentence: string;
  readonly before: string;
}

/** The indicator whose figure a folded question asks for, where that of the sentence is another's. */
export function otherIndicators(question: string, stated: Stated): string[] {
  const asked = indicator.exec(question)?.groups;
  if (!asked) return [];
  const { attribute = '', core } = asked as { attribute?: string; core: string };
  const isOther =
    isUnnamed(core, stated) ||
    isOtherwiseLimited(attribute, core, stated) ||
    isOfNamedThing(question, core, stated);
  return isOther ? [attribute + core] : [];
}

/** Attributes that make indicators of their own and exclude each other: the total is not what was signed, nor what each has. */
const attributes = '总|签约|协议|合同|到位|实缴|注册|人均|户均|年均|月均|日均|平均|净|毛';

/** Right before the words that ask for it, or at the end of a phrase; without 额, 率 and the like, which come and go. */
const indicator = new RegExp(
  `(?<attribute>${attributes})?(?<core>产值|总值|增加值|投资|收入|利润|税收|预算|销售|成交|交易|营业|贸易|进出口|[出进]口|资金|成本|消费|产量|产能|销量|人口|面积|工资|价格|补贴|奖金|增[速幅长])[额率量]?` +
    '(?:(?:分别|大约|一共|共)?(?:是|为|有|达到?|超过)?(?:多少|百分之几)|[是为]?[?]?$)',
  'u',
);

/** 总投资达560亿元 states no 产值. */
function isUnnamed(core: string, { sentence, before }: Stated): boolean {
  if ((before + sentence).includes(core)) return false;
  // 年产56GW states 产能.
  return !(core.startsWith('产') && core !== '产值' && /年产|日产|月产/u.test(sentence));
}

/** Whether 总投资 is asked for and the sentence names 签约投资 only; what has no attribute may be either. */
function isOtherwiseLimited(own: string, core: string, { sentence, before }: Stated): boolean {
  if (own === '' || new RegExp(`${own}${core}|${core}额?${own}`, 'u').test(before + sentence))
    return false;
  const named = sentence.split(core).slice(0, -1);
  const limited = new RegExp(`(?:${attributes})$`, 'u');
  return named.length > 0 && named.every((words) => limited.test(words));
}

/** A project or the like by its name, and what is said of it: 晶科能源“大基地项目”总投资达560亿元. */
const ofNamed =
  /(?:[“「][^“”「」]{3,}(?:项目|工程|基地)[”」]|[“「][^“”「」]{3,}[”」](?:项目|工程|基地))(?<said>[^,。]*)/u;

/** What points to no project more than to another. */
const ofAny = /项目|工程|基地|多少|[^\p{L}\p{N}]/gu;

/** Whether the figure is said of one thing by its name, and the question shares nothing else with the sentence: it may mean any other. */
function isOfNamedThing(question: string, core: string, { sentence }: Stated): boolean {
  if (!ofNamed.exec(sentence)?.groups?.['said']?.includes(core)) return false;
  const before = question.slice(0, question.lastIndexOf(core)).replace(ofAny, ' ');
  return !pairsOf(before).some((pair) => sentence.includes(pair));
}

/** Neighbouring characters of a text, none with white space. */
function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) =>
    text.slice(i, i + 2),
  ).filter((pair) => !/\s/u.test(pair));
}
