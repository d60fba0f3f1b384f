/**
 * Contradictions: what a question fixes and a sentence does not share, so that its figure or name is of something else:
 * another year, place, scope, post or turn. Only what rules can tell for sure; the rest is left to the learned refusal.
 */
import { otherIndicators } from './other-indicators.js';
import { findQuantities, impliesQuantity, type Quantity } from '../text/quantities.js';

/** A sentence with what surrounds it; all folded. */
export interface SentenceSetting {
  readonly sentence: string;
  /** The sentence before, or empty. */
  readonly before: string;
  /** Headline and body of the release. */
  readonly release: string;
}

/**
 * The words of a folded question that the sentence contradicts or its release does not know.
 * @returns stretches of the question, none twice; empty when nothing speaks against the sentence
 */
export function findContradictions(question: string, setting: SentenceSetting): string[] {
  return [
    ...new Set([
      ...unknownQuantities(question, setting),
      ...unknownPlaces(question, setting),
      ...unknownSubject(question, setting),
      ...otherBodies(question, setting),
      ...unknownIndustries(question, setting),
      ...otherScopes(question, setting),
      ...otherIndicators(question, setting),
      ...otherPosts(question, setting),
      ...otherThings(question, setting),
      ...otherTurns(question, setting),
      ...otherKinds(question, setting),
      ...otherDeeds(question, setting),
    ]),
  ];
}

/**
 * Dates and ordinals that the release nowhere states: 2022年 where it speaks of 2023 and 2024, 第三十九场 in the release of the
 * fortieth. Counts and amounts may be rounded or guessed by who asks.
 */
function unknownQuantities(question: string, { release }: SentenceSetting): string[] {
  const fixed = findQuantities(question).filter((quantity) => isFixed(quantity, question));
  if (fixed.length === 0) return [];
  const stated = findQuantities(release);
  return fixed
    .filter((own) => !stated.some((other) => impliesQuantity(other, own)))
    .map(({ start, end }) => question.slice(start, end));
}

function isFixed({ kind, date, value, unit, start }: Quantity, question: string): boolean {
  if (kind === 'date') return date!.year !== null || date!.day !== null;
  // 第一 is often "first of all"; 前10强 names a list of ranks.
  const isRank = value !== 1 || /(?:排名|排|位列|位居|名列|居)$/u.test(question.slice(0, start));
  return (kind === 'ordinal' && isRank) || unit === '强';
}

/** Asks for several things by name: 分别是哪几个产业, 具体是哪四全, 分别叫什么. Not for figures: 分别是多少. */
const asksToName =
  /(?:分别|具体|依次)(?:都)?(?:是|有|指|叫|为|包括)?(?:哪|什么|谁|啥)|哪(?:几|[两二三四五六七八九十\d])(?!年|月|天|日|位|名|人)/u;

/** What several named things look like: 甲、乙; 甲和乙; “甲”“乙”; 一是甲,二是乙. */
const enumeration =
  /\p{L}[”’」』》)]?(?:、|和|与|及|以及|,?二是)[“‘「『《(]?\p{L}|[”」』》][“「『《]/u;

/** Whether a folded question asks to name several things and the folded stretch that would answer names none. */
export function lacksNames(question: string, stretch: string): boolean {
  return asksToName.test(question) && !enumeration.test(stretch);
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** 太原市 and 浙江省 are words; the zones, 长治高新区, are not. */
const city = /^\p{Script=Han}{2,6}(?:市|省|县|自治区|自治州)$/u;
const zone = /\p{Script=Han}{2}(?=高新区|经开区|开发区|保税区)/gu;

/** Provinces as people name them for short. */
const provinces = new Set(
  (
    '北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 ' +
    '陕西 甘肃 青海 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 台湾'
  ).split(' '),
);

/** Words that are of this form and name no place: 全市, 城市, 国家级经开区. */
const noPlace = /[全本该各哪每几个项家级]|多少|国家|城市|超市|上市|股市|门市|夜市/u;

/** Places, 太原市 and 长治高新区, that the release does not know. */
function unknownPlaces(question: string, { release }: SentenceSetting): string[] {
  const words = Array.from(segmenter.segment(question), ({ segment }) => segment);
  const places = [
    ...words.filter((word) => city.test(word) || provinces.has(word)),
    ...(question.match(zone) ?? []),
  ];
  return places.filter((name) => !noPlace.test(name) && !release.includes(name));
}

/** Whom a question opens with: 北京的地区生产总值, 比亚迪在示范区签约. Words of time and of politeness are no subject. */
const subject =
  /^(?!.*(?:请问|目前|现在|截至|今年|去年|近年|最新|原来|之前|什么|哪|谁|几个月|其中|[全本该我园]区|开发区|当地))(?<name>\p{Script=Han}{2,4}?)[的在]/u;

/** The subject that the release does not know, or whose figure it does not give: neither its opening nor what is near the sentence names it. */
function unknownSubject(
  question: string,
  { sentence, before, release }: SentenceSetting,
): string[] {
  const name = subject.exec(question.slice(0, openingLength))?.groups?.['name'];
  if (!name || /多少|几/u.test(name)) return [];
  const known = figure.test(question) ? release.slice(0, leadLength) + before + sentence : release;
  return known.includes(name) ? [] : [name];
}

/** A subject stands within so many characters. */
const openingLength = 6;

/** What a release is about, headline and first sentences say. */
const leadLength = 200;

const figure = /多少|几|百分之|gdp|总值|增速|增长/u;
/** 山西省的示范区, but not 山西省地区生产总值. */
const partOfPlace = /^\p{Script=Han}{0,8}?(?:(?<!地)区|园|公司|集团|企业|项目)/u;
const smallerBody = /(?:示范|开发|经开|高新|新|保税|综保|自贸|试验)区|园区|公司|集团/u;

/** 山西省's output is not that of a zone in it, where the sentences speak of the zone and of no whole province. */
function otherBodies(question: string, { sentence, before }: SentenceSetting): string[] {
  const asked = question.replace(/^\d{4}年/u, '');
  const [first] = segmenter.segment(asked);
  const name = first?.segment ?? '';
  const isWhole = /[省市县]$/u.test(name) && city.test(name) && !noPlace.test(name);
  const isOfPart = partOfPlace.test(asked.slice(name.length));
  if (!isWhole || isOfPart || !figure.test(question)) return [];
  const text = before + sentence;
  const speaksOfIt = text.includes(name) || new RegExp(`[全本该我]${name.at(-1)!}`, 'u').test(text);
  return !speaksOfIt && smallerBody.test(text) ? [name] : [];
}

/** 服务业增加值, 外资企业的投资额: a line of business right before the figure that is asked for. */
const industry =
  /(?<name>\p{Script=Han}{2}(?:业|企业))的?(?:(?:年|季度|预计|累计|实际|签约|总)*(?:产值|总值|增加值|投资|收入|利润|税收|销售|出口|进口|数量|从业)|有多少|共?有几)/u;

/** The line of business that the release nowhere names. */
function unknownIndustries(question: string, { release }: SentenceSetting): string[] {
  const name = industry.exec(question)?.groups?.['name'];
  return name &&
    !/[的有些家个国各几类哪]|[产行全]业|企业企业/u.test(name) &&
    !release.includes(name)
    ? [name]
    : [];
}

const scope = '(?:国|省|市|区|县|球|世界|行业)';
const scopes = new RegExp(`全${scope}`, 'gu');
const shares = new RegExp(`占(?:到|了|据)?全${scope}`, 'gu');

/** 占全国 is not 占全省: the sentence speaks of one scope and the question of another. */
function otherScopes(question: string, { sentence }: SentenceSetting): string[] {
  const pattern = [shares, scopes].find((one) => sentence.match(one) && question.match(one));
  const stated = pattern ? (sentence.match(pattern) ?? []).map(scopeOf) : [];
  return pattern
    ? (question.match(pattern) ?? []).map(scopeOf).filter((asked) => !stated.includes(asked))
    : [];
}

/** 全省 of 占到全省. */
function scopeOf(words: string): string {
  return words.slice(words.indexOf('全'));
}

const posts =
  /(?<!副)(?:书记|主任|省长|市长|县长|区长|局长|厅长|处长|部长|院长|校长|所长|会长|董事长|总经理|总裁|总统|总理|主席|发言人|负责人|教授|记者)/gu;

/** 党工委书记 is not 党工委副书记, and a sentence without 董事长 names none. */
function otherPosts(question: string, { sentence, before }: SentenceSetting): string[] {
  if (!/谁|哪(?:一?位|个人)|什么人|叫什么|名字/u.test(question)) return [];
  const asked: readonly string[] = question.match(posts) ?? [];
  return asked.filter((post) => !new RegExp(`(?<!副)${post}`, 'u').test(before + sentence));
}

/** People are counted as 人, 名, 位 or 口: 63个项目 says nothing of 多少人. */
function otherThings(question: string, { sentence }: SentenceSetting): string[] {
  const asked = /(?:多少|几)[个名位]?人(?![民均次])/u.exec(question)?.[0];
  const people = /[\d〇零一二两三四五六七八九十百千万亿半数][\d余多]*(?:个?人|[名位口])/u;
  return asked && !people.test(sentence) ? [asked] : [];
}

/** 下一场 and 上一届 are another than the one that a release is about, unless its words look ahead or back. */
const turns: readonly (readonly [RegExp, RegExp])[] = [
  [/下(?:一[场届期轮次]|[届期轮次])(?!性)/u, /下|将|接下来|随后|之后|此后|后续|明年|明日|翌/u],
  [/上(?:一[场届期轮次]|[届期轮次])(?!性)/u, /上|前|曾|去年|昨|已/u],
];

function otherTurns(question: string, { sentence, before }: SentenceSetting): string[] {
  return turns.flatMap(([asked, stated]) => {
    const turn = asked.exec(question)?.[0];
    return turn && !stated.test(before + sentence) ? [turn] : [];
  });
}

/** Words that single out a kind, as closed a class as there is; and what did not happen, which is another number than what did. */
const kinds =
  /国家级|世界级|[省市区县]级|[外内]资|民营|民企|国有|国企|央企|合资|境外|海外|城镇|农村|(?<!有)(?:尚未|还没有?|没有|未)(?=\p{Script=Han}{2})/gu;
const denies = /[没未无不]/u;

/** The figure of 创新平台 is none of 国家级创新平台, that of what 落地 none of what 没有落地. */
function otherKinds(question: string, { sentence, before }: SentenceSetting): string[] {
  if (!figure.test(question)) return [];
  const text = before + sentence;
  const asked: readonly string[] = question.match(kinds) ?? [];
  return asked.filter((kind) => (denies.test(kind) ? !denies.test(text) : !text.includes(kind)));
}

/** What somebody does at an occasion: who speaks at it need not preside. */
const deeds = /主持|颁奖|授牌|揭牌|剪彩/u;
/** What happens once, by the words that it is told in. */
const events = [
  /成立|创[立办建]|组建|设立|建立|诞生|挂牌|揭牌/u,
  /出生|生于|诞生/u,
  /投产|投运|投入|量产|点火/u,
  /开工|动工|开建|奠基/u,
  /竣工|完工|建成|落成|封顶/u,
];

/** 什么时候, 哪一年, 几月几日. */
export const asksWhen = /什么时候|何时|哪一?[年天日]|几[年月日号]/u;

/** A deed or an event that is asked about and not told of: who did another, or when that was, is no answer. */
function otherDeeds(question: string, { sentence, before }: SentenceSetting): string[] {
  const text = before + sentence;
  const deed = /谁|哪一?位|什么人/u.test(question) ? deeds.exec(question)?.[0] : undefined;
  if (deed !== undefined && !text.includes(deed)) return [deed];
  const event = asksWhen.test(question) ? events.find((words) => words.test(question)) : undefined;
  return event && !event.test(text) ? [event.exec(question)![0]] : [];
}
