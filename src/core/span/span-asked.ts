/** What type of thing a question asks for, as far as its words tell. */
import { analyzeQuestion, type Question } from '../question/question.js';
import { isDuration, isMeasure, isMoney, readUnit } from '../text/units.js';

/** The types, in the order of their number in the model's features. The first {@link quantityTypes} are types of quantities. */
export const askedTypes = [
  'percent',
  'money',
  'measure', // an amount with a physical unit: 56GW, 820公里
  'count', // so many of a thing: 63个
  'duration',
  'ordinal',
  'when', // a date or a time
  'day', // a date with its month
  'year',
  'clock',
  'figure', // a number of whatever kind
  'change', // from where to where: 由第99位提升至第43位
  'contact', // an e-mail address, a telephone number
  'list',
  'person',
  'post', // the titles before a name
  'organisation',
  'place',
  'reason',
  'manner',
  'yesNo',
  'thing',
] as const;

export type AskedType = (typeof askedTypes)[number];

/** What a question asks for. */
export interface Asked {
  readonly question: Question;
  readonly type: AskedType;
  /** The unit that stands behind the asking word (多少亿元), normalised; null when none does. */
  readonly unit: string | null;
  /** Of two values of one thing, the one asked for: that of old (原来, 之前) or that of now (现在, 升到); null when neither is named. */
  readonly phase: 'before' | 'now' | null;
}

/** Types told by words anywhere in the question, the most telling first. */
const byWords: readonly (readonly [AskedType, RegExp])[] = [
  [
    'contact',
    /邮箱|电子邮件|邮件地址|e-?mail|(?:电话|手机|联系方式|联络方式|传真|热线|微信|网址)(?:号码?)?(?:$|[?是为有]|多少|什么|几号)/u,
  ],
  [
    'change',
    /[从由][^,。?]*(?:多少|几|什么)[^,。?]*[到至为][^,。?]*(?:多少|几|什么)|(?:怎么|怎样|如何|咋)[^,。]{0,10}(?:变化|变动|改变|演变|变的|变了)|(?:变化|变动)(?:情况)?(?:如何|怎么样|怎样|是什么|是怎样)/u,
  ],
  [
    'post',
    /(?:什么|啥|何种|哪个|哪些|何)(?:职务|职位|职|身份|官|头衔|领导)|职务(?:$|[?是为])|担任(?:了|过|的是|的)?(?:什么|何|啥|哪)/u,
  ],
  [
    'organisation',
    /(?:哪些|哪个|哪家|哪几个|什么|哪一家)(?:单位|部门|机构|组织|机关|团体|协会).{0,8}(?:组织|主办|召开|举办|举行|发布|承办|牵头|负责|联合|印发|开)|由谁(?:来|负责)?(?:主办|组织|召开|举办|举行|承办|发布|牵头|印发|批准|$|[?])|谁(?:来|家)?(?:牵头|主办|组织|召开|举办|承办|主管|印发|发布)|(?:主办|组织|承办|牵头|主管|发布|举办)(?:单位|方|者|机构|部门)/u,
  ],
];

/** Of a question with 多少, 几 or no asking word: the type that its last noun tells, looked for in this order. */
const byNoun: readonly (readonly [AskedType, RegExp])[] = [
  [
    'percent',
    /(?:[^效频功汇心]率|比重|占比|比例|比率|增幅|增速|降幅|涨幅|百分比|份额)$|(?:同比|环比)[^,]{0,4}(?:增长|下降|提高|上升|减少|增加)了?$|占(?![地据用])[^,。]*$/u,
  ],
  [
    'money',
    /(?:[^限名员]额|产值|总值|市值|价值|投资|收入|支出|成本|费用|资金|预算|利润|营收|gdp|价格|工资|产出|税收|贷款|奖金)$|(?:花|投|砸|赚|付|耗资)了?$/u,
  ],
  [
    'measure',
    /(?:产能|产量|年产|装机|容量|面积|长度|里程|全长|重量|高度|深度|吞吐量|发电量|用电量|储量|距离)$/u,
  ],
  ['duration', /(?:工期|期限|时长|历时|为期|会期|耗时)$/u],
  [
    'ordinal',
    /(?:排名|名次|位次|位列|位居|名列|排在?|居)(?:全国|全省|全市|全球|世界)?(?:第|了)?$/u,
  ],
];

/** Types told by the asking word and what stands behind it. */
const byCue: readonly (readonly [AskedType, RegExp])[] = [
  ['ordinal', /第几|(?:排名|名次|位次)(?:[^,]{0,4})几/u],
  ['percent', /百分之|多少个?百分|几个百分|[几多少]成(?![了为立员功])|多大(?:的)?(?:比例|比重|份额|一块)/u],
  ['duration', /多久|多长时间|时间[是为]?多少/u],
  ['year', /哪一?年|年份|几几年|何年/u],
  ['clock', /几[点时](?!候)/u],
  ['day', /哪一?[天日月]|几月|几[日号]|日期(?:[是为在]?(?:什么|哪|几)|[是为]?[?]?$)/u],
  ['when', /什么时候|什么时间|啥时候?|何时|多会儿|时间(?:[是为在]?(?:什么|哪|几)|[是为]?[?]?$)|when/u],
]; // prettier-ignore

/** The type of the other kinds of question. */
const byKind: Readonly<Record<Question['kind'], AskedType>> = {
  amount: 'figure', when: 'when', who: 'person', where: 'place', why: 'reason', how: 'manner',
  which: 'thing', what: 'thing', list: 'list', yesNo: 'yesNo', other: 'thing',
}; // prettier-ignore

const nameAsked = /(?:人|者|长|主任|书记|员|官|先生|女士|专家)(?:叫|的名字[是叫]?)(?:什么|啥)/u;
const before = /原来|原先|之前|此前|以前|过去|当初|起初|最初|本来/u;
const now =
  /现在|目前|如今|当前|最新|眼下|(?:升|提高|提升|增长|增加|上升|前进|达|降|跃升|下降)(?:到|至|为)/u;

/** Takes apart what a folded question asks for. Any text is a question; one that tells no type asks for a `thing`. */
export function readAsked(folded: string): Asked {
  const question = analyzeQuestion(withoutVagueFew(folded));
  const unit = unitAsked(question);
  const type = typeOf(question, unit);
  const { text } = question;
  return {
    question,
    type,
    unit,
    phase: before.test(text) ? 'before' : now.test(text) ? 'now' : null,
  };
}

/**
 * 这几年 and 好几个 ask for nothing and 哪几个 asks for a list, but 几 alone asks for a number: both are put in words of
 * the same length that mean the same and cannot be mistaken.
 */
function withoutVagueFew(text: string): string {
  return text
    .replace(/(?<=[这近前后那头好过来])几(?=[年天个月日家项])/gu, '数')
    .replace(/哪几/gu, '哪些');
}

function typeOf(question: Question, unit: string | null): AskedType {
  const { text, kind, cue, cueStart } = question;
  const told = byWords.find(([, pattern]) => pattern.test(text));
  if (told) return told[0];
  if (kind === 'who' || nameAsked.test(text)) return 'person';
  if (kind !== 'amount' && kind !== 'when' && kind !== 'other') return byKind[kind];
  const cued = byCue.find(([, pattern]) => pattern.test(text));
  if (cued) return cued[0];
  if (unit !== null) return typeOfUnit(unit);
  const behind = text.slice(cueStart + cue.length);
  if (cue !== '' && /^(?:钱|资金|投资|收入|产值|产出|税收|贷款|预算)/u.test(behind)) return 'money';
  const noun = byNoun.find(([, pattern]) => pattern.test(lastNoun(text.slice(0, cueStart))));
  if (noun) return noun[0];
  if (kind === 'amount' && /^\p{Script=Han}/u.test(behind) && !/^[了呢啊呀]/u.test(behind))
    return 'count';
  return byKind[kind];
}

function typeOfUnit(unit: string): AskedType {
  if (isMoney(unit)) return 'money';
  if (isDuration(unit)) return 'duration';
  if (unit === '百分点') return 'percent';
  return isMeasure(unit) ? 'measure' : 'count';
}

/** What stands between a noun and its asking word without being part of either. */
const loose =
  /(?:\d{4}年|[是为有在达到至约了的呢共]|大概|大约|总共|一共|合计|累计|现在|目前|分别|各|具体|究竟|到底|能够?|会|将|可|要|[\s,:?。!“”"])+$/u;

/** The words before an asking word without what is loose between them. */
export function lastNoun(text: string): string {
  return text.replace(loose, '');
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** 多少市场主体 and 多少项目 name no unit: the unit must be a word of its own. */
function unitAsked({ text, kind, cueEnd }: Question): string | null {
  if (kind !== 'amount') return null;
  const behind = text.slice(cueEnd).replace(/^[百千万亿]+/u, '');
  const found = readUnit(behind, 0, 'arabic');
  const [word] = segmenter.segment(behind);
  return found && word && found.end >= word.segment.length ? found.unit : null;
}
