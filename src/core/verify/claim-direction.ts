/** Directions: a claim that something rose where the sentence says that it fell, or the whole country where it says the province. */
import type { ClaimFigure } from './claim-figures.js';
import { isContent } from './content-words.js';
import { settingsOf } from './figure-setting.js';
import { holdsWord, type CheckableText } from './checkable-text.js';

const up =
  /增长|增加|增多|增大|增强|加大|加剧|扩张|增至|增幅|递增|提高|提升|上升|上涨|上调|上浮|调涨|扩大|升至|升到|涨至|涨到|攀升|回升|走高|翻番|翻一番|翻倍|大增|猛增|新增|加快|多(?=\d)|\b(?:rose|rise[sn]?|rising|increas\w*|grew|grow[sn]?|growing|growth|climb\w*|gain\w*|up(?! to)|improv\w*|doubl\w*|jump\w*|surg\w*|expand\w*)\b|\b(?:above|over|higher than|more than) (?:the )?(?:plan|budget|expect|forecast|target|last)\w*|more than (?:planned|expected|budgeted)/gu;
const down =
  /下降|降低|减弱|缓解|缩水|降至|降到|降幅|减少|减至|减幅|递减|下滑|下跌|下调|下浮|跌至|跌到|缩小|缩减|压减|回落|走低|大减|锐减|收窄|放缓|(?<![减至不多])少(?=\d)|\b(?:fell|fall(?:s|en|ing)?|decreas\w*|declin\w*|dropp?\w*|down|reduc\w*|cut(?:s|ting)?|shr[aiu]nk\w*|lower(?:ed|ing)?|slump\w*|plung\w*|slid|slipp?ed)\b|\b(?:below|under|lower than|less than|fewer than) (?:the )?(?:plan|budget|expect|forecast|target|last)\w*|less than (?:planned|expected|budgeted)/gu;

type Direction = 'up' | 'down' | 'both' | null;

function directionOf(text: string): Direction {
  const rises = text.search(up) !== -1;
  const falls = text.search(down) !== -1;
  if (rises && falls) return 'both';
  return rises ? 'up' : falls ? 'down' : null;
}

/** Words of which the one is false where the other is true. */
const contrasts: readonly (readonly [RegExp, RegExp])[] = (
  [
    ['延长|拉长', '缩短'],
    ['(?<!进)出口', '进口(?!值)'],
    ['顺差', '逆差'],
    ['盈利|扭亏', '亏损'],
    ['流入', '流出'],
    ['收入', '支出'],
    ['最高|最大|最多', '最低|最小|最少'],
    ['同意|批准|通过', '拒绝|否决|驳回'],
    ['支持|赞成', '反对'],
    ['允许', '禁止'],
    ['成功', '失败'],
    ['开工|动工', '完工|竣工|停工'],
    ['同比', '环比'],
    ['城镇', '农村'],
    ['国有', '民营|私营'],
    ['充足|充裕|充分', '不足(?!\\d)|短缺|紧缺'],
    ['改善|好转', '恶化'],
    ['乐观', '悲观'],
    ['清晰|明确', '不明|模糊'],
    ['如期|按期|准时|提前', '延误|推迟|延期|延后'],
    ['恢复', '中断|暂停'],
    ['宽松', '收紧|紧缩'],
    ['免费', '收费|付费'],
    ['自愿', '强制'],
    ['上年|去年', '今年|本年|明年'],
    ['昨[日天]', '今[日天]|明[日天]'],
    ['国内', '国外|境外|海外'],
    ['首次|首个|第一次', '再次|第二次'],
    ['全国|国家级', '全省|省级|全市|市级|全区|全县'],
    ['全省|省级', '全国|国家级|全市|市级|全球|全县'],
    ['全市|市级', '全国|国家级|全省|省级|全球'],
    ['全球|世界', '全国|国内|全省|全市'],
    ['\\bexport', '\\bimport'],
    ['\\bprofit', '\\bloss'],
    ['\\b(?:open|start)', '\\bclos'],
    ['\\b(?:earlier|ahead)\\b', '\\b(?:later|behind)\\b'],
    ['\\b(?:largest|biggest|highest|most)\\b', '\\b(?:smallest|lowest|least)\\b'],
    ['\\baccept|\\bapprov', '\\breject|\\brefus|\\bdenied'],
    ['\\bbefore\\b', '\\bafter\\b'],
  ] as const
).map(([one, other]) => [new RegExp(one, 'u'), new RegExp(other, 'u')] as const);

/** What a claim states in the opposite sense of its sentences; null when nothing. */
export function findOpposite(
  claim: CheckableText,
  figures: readonly ClaimFigure[],
  cited: readonly CheckableText[],
  question: CheckableText,
): string | null {
  return (
    oppositeFigure(claim, figures) ??
    otherScope(claim, figures) ??
    otherSuperlative(claim, cited) ??
    oppositeClause(claim, cited) ??
    contrast(claim, cited, question)
  );
}

/** A figure that moved the other way. */
function oppositeFigure(claim: CheckableText, figures: readonly ClaimFigure[]): string | null {
  for (const { index, stated } of figures) {
    const own = settingsOf(claim)[index]!;
    const { start, end } = claim.quantities[index]!;
    const said =
      directionOf(claim.text.slice(own.start, start)) ??
      directionOf(claim.text.slice(end, own.end));
    if (said === null || said === 'both') continue;
    const directions = stated.map(({ source, index: i }) => {
      const there = settingsOf(source)[i]!;
      const quantity = source.quantities[i]!;
      return (
        directionOf(source.text.slice(there.start, quantity.start)) ??
        directionOf(source.text.slice(quantity.end, there.end)) ??
        directionOf(clauseAround(source.text, quantity.start))
      );
    });
    const isChange = isMoved(claim.text.slice(own.start, start));
    if (isChange && directions.every((one) => one === null))
      return claim.text.slice(own.start, end);
    if (directions.every((one) => one !== null && one !== 'both' && one !== said))
      return claim.text.slice(own.start, end);
  }
  return null;
}

/** A change right at its amount (减少11万人) is not the level that it leads to (减少到4876万人). */
function isMoved(before: string): boolean {
  return /(?:增长|增加|提高|提升|上升|上涨|下降|降低|减少|下滑|下跌|回落)了?(?:约|近)?$/u.test(
    before,
  );
}

const scope = /全(?:国|省|市|区|县|球)|世界/gu;

/** A share of the whole country where the sentence gives it of the province. */
function otherScope(claim: CheckableText, figures: readonly ClaimFigure[]): string | null {
  for (const { index, stated } of figures) {
    const own = scopesAround(claim, index);
    if (own.length === 0) continue;
    const isOther = stated.every(({ source, index: i }) => {
      const there = scopesAround(source, i);
      return there.length > 0 && !own.some((one) => there.includes(one));
    });
    if (isOther) return own[0]!;
  }
  return null;
}

const superlative = /(全(?:国|省|市|区|县|球)|世界)(最\p{Script=Han}|首|唯|第|前)/gu;

/** 全国最大 where the sentence has 全球最大. */
function otherSuperlative(claim: CheckableText, cited: readonly CheckableText[]): string | null {
  const stated = cited.flatMap(({ text }) =>
    Array.from(text.matchAll(superlative), ([, where, what]) => ({ where, what })),
  );
  for (const [said, where, what] of claim.text.matchAll(superlative)) {
    const same = stated.filter((one) => one.what === what);
    if (same.length > 0 && !same.some((one) => one.where === where)) return said;
  }
  return null;
}

function scopesAround({ text, quantities }: CheckableText, index: number): string[] {
  return clauseAround(text, quantities[index]!.start).match(scope) ?? [];
}

function clauseAround(text: string, at: number): string {
  const before = text
    .slice(0, at)
    .split(/[,;。:!?]/u)
    .at(-1)!;
  return before + text.slice(at).split(/[,;。!?]/u)[0]!;
}

/** A clause without figures whose words stand in a clause that moves the other way. */
function oppositeClause(claim: CheckableText, cited: readonly CheckableText[]): string | null {
  for (const own of clausesOf(claim)) {
    const said = directionOf(own.text);
    if (said === null || said === 'both' || own.hasFigure) continue;
    const subjects = claim.words.filter(
      (word) => word.start >= own.start && word.end <= own.end && isContent(word),
    );
    let best = 0;
    let direction: Direction = null;
    for (const source of cited) {
      for (const clause of clausesOf(source)) {
        const part = { ...source, text: clause.text };
        const shared = subjects.filter((word) =>
          word.isHan ? clause.text.includes(word.text) : holdsWord(part, word),
        ).length;
        const moved = directionOf(clause.text);
        if (moved === null || shared < best) continue;
        direction = shared === best && best > 0 && direction !== moved ? 'both' : moved;
        best = shared;
      }
    }
    if (best > 0 && direction !== null && direction !== 'both' && direction !== said)
      return own.text;
  }
  return null;
}

interface Clause {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly hasFigure: boolean;
}

export function clausesOf({ text, quantities }: CheckableText): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (const match of `${text},`.matchAll(/[,;。:!?]/gu)) {
    const end = match.index;
    if (/\d/u.test(text[end - 1] ?? '') && /\d/u.test(text[end + 1] ?? '')) continue;
    const hasFigure = quantities.some(
      (one) => one.kind !== 'date' && one.start >= start && one.end <= end,
    );
    if (end > start) clauses.push({ text: text.slice(start, end), start, end, hasFigure });
    start = end + 1;
  }
  return clauses;
}

/** A word of the claim that no source holds, while the sentences hold its opposite. */
function contrast(
  claim: CheckableText,
  cited: readonly CheckableText[],
  question: CheckableText,
): string | null {
  const sources = [...cited.map(({ text, glosses }) => `${text}\n${glosses}`), question.text];
  for (const pair of contrasts) {
    for (const [own, other] of [pair, [pair[1], pair[0]] as const]) {
      const said = own.exec(claim.text)?.[0];
      if (said === undefined || sources.some((text) => own.test(text))) continue;
      if (cited.some(({ text }) => other.test(text)) && !other.test(claim.text)) return said;
    }
  }
  return null;
}
