/** Bodies and places of a claim that no source names: by what their names end in, and by a list of the best known. */
import { isContent } from './content-words.js';
import { isNamed, wideTextsOf, type NameSources } from './name-sources.js';
import { findKnownNames } from '../text/place-names.js';
import type { CheckableText } from './checkable-text.js';

/** The first body or place of a claim that comes from nowhere. */
export function findStrangeBody(claim: CheckableText, sources: NameSources): string | null {
  return strangeKnownName(claim, sources) ?? strangeBody(claim, sources);
}

function strangeKnownName({ text }: CheckableText, sources: NameSources): string | null {
  const sourceTexts = wideTextsOf(sources);
  return (
    findKnownNames(text).find(
      (name) => !isNamed(name, sourceTexts) && !isHome(name, sourceTexts),
    ) ?? null
  );
}

/** A Chinese release calls China 我国. */
function isHome(name: string, texts: readonly string[]): boolean {
  return name === '中国' && texts.some((text) => /我国|国内|全国|国家/u.test(text));
}

/** What bodies and places end in. */
const endings =
  '公司|集团|银行|大学|学院|中学|小学|医院|委员会|管委会|协会|学会|商会|研究院|研究所|基金会|交易所|联合会|俱乐部|办公室|法院|检察院|报社|电视台|日报|晚报|新闻网|通讯社|能源|重工|科技|电子|船厂|铁路|' +
  '自治区|自治州|开发区|高新区|经开区|综保区|示范区|新区|省|市|县|镇|乡|村|州|局|厅|部|委|岛|湾|港|湖|江|河|山|桥|机场|车站';
/** Endings that are everyday words, too: 高水平科技 is no firm. What names one is no word that ICU knows. */
const trades =
  '能源|科技|电子|铁路|重工|中心|医药|药业|制药|食品|股份|汽车|机械|控股|实业|资本|证券|保险|建筑|地产|航空|物流|传媒|网络|软件|通信|生物|电器|钢铁|化工|石化|电力';
const everyday = new RegExp(
  `^(?:${trades}|开发区|高新区|经开区|综保区|示范区|新区|港|湖|江|河|山|桥|岛|湾)$`,
  'u',
);
const bodies = new RegExp(
  `\\p{Script=Han}{1,8}?(?:${endings}|${trades})(?![长员分们场内外面])`,
  'gu',
);
const ofOffice = /^(?:局|厅|部|委)$/u;
/** Words that stand before such an ending without naming anything, and words that merely end so. */
const generic = new Set(
  (
    '该 本 各 全 两 多 几 数 一 每 某 此 这 那 的 家 个 所 座 分 子 母 总 城 都 门 股 超 夜 上 中 下 内 外 大 小 新 老 西 东 南 北 干 俱 局 幸 海 国 农 乡 社 郊 山 景 园 ' +
    '有关 相关 地方 当地 上市 园区 主管 职能 主要 政府 国家 知名 龙头 民营 国有 合资 参会 企业 该市 入驻 投资 建设 发展 产业 前往 来自 抵达 通往 途经 位于 参观 走进 附近 周边 多家 一家 两家 多个 各个 多地 各地 老干 全国 全省 全市'
  ).split(' '),
);

function strangeBody(claim: CheckableText, sources: NameSources): string | null {
  const sourceTexts = wideTextsOf(sources);
  for (const match of claim.text.matchAll(bodies)) {
    const end = match.index + match[0].length;
    const ending = new RegExp(`(?:${endings}|${trades})$`, 'u').exec(match[0])![0];
    const head = headOf(claim, end - ending.length);
    if (head === '' || generic.has(head)) continue;
    if (everyday.test(ending) && isKnownWord(claim, end - ending.length, head)) continue;
    // A single character as an ending makes words of its own (城市, 内部), which ICU knows.
    if (ending.length === 1 && !endsWord(claim, end)) continue;
    if (ofOffice.test(ending) && isPartOfWord(claim, end)) continue;
    // 组织 stands in 组织召开, too; an office needs its whole name.
    const isEnough = !ofOffice.test(ending) && sourceTexts.some((text) => text.includes(head));
    if (!isEnough && !isNamed(head + ending, sourceTexts)) return head + ending;
  }
  return null;
}

/** Whether a head is one word of several characters. */
function isKnownWord({ words }: CheckableText, end: number, head: string): boolean {
  return words.some((word) => word.end === end && word.text === head && head.length > 1);
}

/** What names the body: the word right before the ending, or the single characters there; ICU may cut 金|沙湾. */
function headOf({ words }: CheckableText, to: number): string {
  const covering = words.find((word) => word.isHan && word.start < to && word.end > to);
  let head = covering ? covering.text.slice(0, to - covering.start) : '';
  let at = covering ? covering.start : to;
  for (const word of words.toReversed()) {
    if (!word.isHan || word.end > at) continue;
    const isFull = head.length >= (covering ? 2 : 3) || (head !== '' && word.text.length > 1);
    if (word.end !== at || !isContent(word) || isFull) break;
    head = word.text + head;
    at = word.start;
    if (word.text.length > 1) break;
  }
  return head;
}

function isPartOfWord({ words }: CheckableText, end: number): boolean {
  return words.some((word) => word.end === end && word.text.length === 2);
}

function endsWord({ words }: CheckableText, end: number): boolean {
  return words.some((word) => word.end === end);
}
