/** Units and measure words as they follow a number in a folded text. */

const words = (list: string): string[] => list.split(' ');

/** Measure words that count things; any of them may stand for another (63个项目, 63项). */
const counters = words(
  '个 名 位 人 家 户 项 条 次 场 件 套 台 辆 架 艘 部 首 册 张 批 种 类 座 所 处 间 支 只 头 匹 株 棵 颗 枚 幅 句 篇 页 章 ' +
    '届 轮 期 集 票 席 层 份 款 片 组 队 字 级 代 版 卷 笔 宗 站 趟 箱 人次 车次 架次 艘次 班次 航次 台次',
);

/** Counters that make everyday words after a Chinese numeral (一路, 一起, 一道), so they need digits. */
const riskyCounters = words('本 块 对 双 门 口 起 则 道 根 把 节 段 号 路 线');

/** Units that do so too: 三国, 一点, 十分. */
const riskyUnits = words('国 省 市 县 区 村 镇 步 面 强 度 分 里 点 月 瓦 伏 尺 寸 盏 扇 桶');

/** Units with a dimension, each group led by the name that it is normalised to. Groups are never converted. */
const measured: readonly (readonly string[])[] = [
  ['元', '块钱', '人民币', 'yuan', 'rmb', 'cny'],
  ['美元', '美金', '美圆', 'usd', 'dollars', 'us dollars'],
  ['港元', '港币', 'hkd'],
  ['欧元', 'euros', 'eur'],
  ['英镑', 'pounds', 'gbp'],
  ['日元', '日圆', 'yen', 'jpy'],
  ['新台币', '台币'],
  ...words('卢布 韩元 澳元 加元 卢比 泰铢 法郎 马克').map((unit) => [unit]),
  ['百分点', '个百分点', 'percentage points'],
  ['基点', '个基点', 'basis points'],
  ['倍'],
  ['年', '周年', 'years'],
  ['个月', '月', 'months'],
  ['周', '星期', '个星期', 'weeks'],
  ['天', '日', 'days'],
  ['小时', '个小时', '个钟头', 'hours'],
  ['分钟', 'minutes'],
  ['秒', '秒钟', 'seconds'],
  ['岁', '周岁'],
  ...words('世纪 年代 季度 个季度 学年 光年 天文单位').map((unit) => [unit]),
  ['公里', '千米', 'km', 'kilometers', 'kilometres'],
  ['米', '公尺', 'meters', 'metres'],
  ['厘米', '公分', 'cm'],
  ['毫米', 'mm'],
  ['微米', 'μm'],
  ['纳米', 'nm'],
  ['英里', 'miles'],
  ['英尺', '英呎', 'feet'],
  ['英寸', '英吋', '寸', 'inches'],
  ['海里', '浬'],
  ['里', '华里'],
  ['尺'],
  ['平方公里', '平方千米', 'km2', 'square kilometers'],
  ['平方米', '平方公尺', '平米', 'm2', 'square meters'],
  ['公顷', 'hectares'],
  ['亩'],
  ['平方英里'],
  ['立方米', 'm3'],
  ['升', '公升'],
  ['毫升', 'ml'],
  ['吨', '公吨', 'tons', 'tonnes'],
  ['千克', '公斤', 'kg'],
  ['克', '公克'],
  ['斤'],
  ['毫克', 'mg'],
  ['磅'],
  ['千瓦', 'kw'],
  ['兆瓦', 'mw'],
  ['吉瓦', 'gw'],
  ['瓦'],
  ['千瓦时', '千瓦小时', 'kwh'],
  ['度'],
  ['摄氏度', '°c', '度c'],
  ['马力'],
  ['桶', 'barrels'],
  ['千伏', 'kv'],
  ['伏'],
  ['分'],
  ['赫兹', 'hz'],
  ['khz', '千赫'],
  ['mhz', '兆赫'],
  ['ghz'],
  ['kb'],
  ['mb'],
  ['gb'],
  ['tb'],
  ['标准箱', '标箱', '个标准箱', '个标箱', 'teu'],
  ['吨公里', '吨千米'],
  ['折'],
];

const countable = new Set([...counters, ...riskyCounters]);
const risky = new Set([...riskyCounters, ...riskyUnits]);
const canonical = new Map<string, string>([
  ...[...counters, ...risky].map((unit) => [unit, unit] as const),
  ...measured.flatMap((group) => group.map((unit) => [unit, group[0]!] as const)),
]);
const longest = Math.max(...[...canonical.keys()].map((unit) => unit.length));

/** Words that begin with a measure word without holding one: 部分, 代表, 人员, 首要. */
const notUnits =
  /^(?:部[分署门委队]|次[性要数]|代表|级[别以]|家[属长庭]|名[义单称为]|位[于置数]|人[员民才均类]|期[间待望货]|场[所地合馆]|处[理于罚置]|类[似型别]|版[本权]|组[织成]|队[伍员]|年[级度轻]|天[然津]|周[边围]|分[别之为布析]|度[假过]|口岸|箱[子体包]|面[积向]|国家|区[域别]|路线|线路|点击|首[要先次都相脑届]|本[次市省])/;

/** A space, or the 多 and 余 of 100多家, between a number and its unit. */
const somewhatMore = /^ ?[多余]?/;

/** A unit in a text. */
export interface UnitMatch {
  /** The normalised name: 美元 for 美金. */
  readonly unit: string;
  readonly end: number;
}

/**
 * Reads the longest known unit at `from`; a space, 多 or 余 may come before it.
 * @param script what the number before was written in: some measure words only count after digits
 */
export function readUnit(text: string, from: number, script: 'arabic' | 'chinese'): UnitMatch | null {
  const at = from + somewhatMore.exec(text.slice(from, from + 2))![0].length;
  for (let length = Math.min(longest, text.length - at); length > 0; length--) {
    const word = text.slice(at, at + length);
    const unit = canonical.get(word);
    if (unit === undefined || !endsWord(text, at, at + length)) continue;
    if (script === 'chinese' && risky.has(word)) continue;
    if (length === 1 && notUnits.test(text.slice(at, at + 2))) continue;
    return { unit, end: at + length };
  }
  return null;
}

/** Whether a Latin unit stands by itself: "mw" is none in "mws2". */
function endsWord(text: string, start: number, end: number): boolean {
  return !/[a-z]/.test(text[start]!) || !/[a-z0-9]/.test(text[end] ?? '');
}

/** Whether two units can belong to the same fact: equal, one unknown, or both mere measure words. */
export function unitsAgree(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return true;
  return countable.has(a) && countable.has(b);
}

/** What counts people does not count firms or households: 5.9万户 is no answer to 多少家. */
const groups = [words('人 名 位 口'), words('家'), words('户'), words('岁 周岁')].map((group) => new Set(group));

function groupOf(unit: string): number {
  return groups.findIndex((group) => group.has(unit));
}

/** Whether an amount in one unit can answer a question for another: equal, or measure words that count the same kind of thing. */
export function unitsAnswer(stated: string, asked: string): boolean {
  if (stated === asked) return true;
  const isOpen = groupOf(stated) === -1 || groupOf(asked) === -1;
  return unitsAgree(stated, asked) && (isOpen || groupOf(stated) === groupOf(asked));
}

const money = new Set(words('元 美元 港元 欧元 英镑 日元 新台币 卢布 韩元 澳元 加元 卢比 泰铢 法郎 马克'));
const durations = new Set(words('年 个月 周 天 小时 分钟 秒 季度 个季度 学年 世纪'));
/** Have no physical dimension, or one that is asked for in other words. */
const notMeasures = new Set([...money, ...durations, ...words('百分点 基点 倍 年代 岁 分 折')]);
const measures = new Set(measured.map(([name]) => name!).filter((name) => !notMeasures.has(name)));

/** Whether a normalised unit measures time. */
export function isDuration(unit: string): boolean {
  return durations.has(unit);
}

/** Whether a normalised unit measures a physical quantity: 公里, 吨, 吉瓦. */
export function isMeasure(unit: string): boolean {
  return measures.has(unit);
}

/** Whether a normalised unit only counts: 个, 项, 人, and those that agree with them. */
export function isCounter(unit: string): boolean {
  return countable.has(unit);
}

/** Units that measure the same, in the first of each line. */
const scales: readonly (readonly (readonly [unit: string, factor: number])[])[] = [
  [['米', 1], ['公里', 1000], ['厘米', 0.01], ['毫米', 1e-3], ['微米', 1e-6], ['里', 500], ['英里', 1609], ['英尺', 0.3048]],
  [['平方米', 1], ['公顷', 1e4], ['平方公里', 1e6], ['亩', 10_000 / 15]],
  [['千克', 1], ['吨', 1000], ['克', 1e-3], ['斤', 0.5], ['毫克', 1e-6], ['磅', 0.4536]],
  [['千瓦', 1], ['兆瓦', 1000], ['吉瓦', 1e6], ['瓦', 1e-3]],
  [['千瓦时', 1], ['度', 1]],
  [['分钟', 1], ['小时', 60], ['秒', 1 / 60], ['天', 1440], ['周', 10_080]],
  [['个月', 1], ['年', 12], ['季度', 3], ['个季度', 3]],
  [['百分点', 1], ['基点', 0.01]],
]; // prettier-ignore
const scaleByUnit = new Map(
  scales.flatMap((group) => group.map(([unit, factor]) => [unit, { base: group[0]![0], factor }] as const)),
);

/** What a normalised unit is a multiple of: 公顷 is 10,000 of 平方米. A unit without relatives is one of itself. */
export function scaleOf(unit: string | null): { readonly base: string; readonly factor: number } {
  return scaleByUnit.get(unit ?? '') ?? { base: unit ?? '', factor: 1 };
}
