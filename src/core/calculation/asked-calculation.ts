/** Questions that ask for a calculation in plain forms: 「A占B的比重」「2017年到2023年增长了多少」「A和B相差多少」「A和B合计」. */
import { askedInEnglish } from './asked-calculation-english.js';
import { splitQuestion } from '../read/question-parts.js';

/** A figure that the calculation needs, as questions of its own. */
export interface AskedOperand {
  /** What it is of, in the question's own words, folded. */
  readonly of: string;
  /** Ways to ask for it, folded, the plainest first. */
  readonly questions: readonly string[];
  /** The year that it must be of; null when none is asked for. */
  readonly year: number | null;
}

/**
 * What is asked for:
 * - `share`: the first operand of the second
 * - `distance`: between two, whichever is larger
 * - `excess`: the first over the second
 * - `sum`: of two or more
 * - `change`: from the first to the second
 * - `stated-change`: the same where one sentence states both ends, found by questions for both at once
 * - `rest`: how many of a number have not …; `total` are the words that state the number
 */
export type AskedCalculation =
  | {
      readonly form: 'share' | 'distance' | 'excess' | 'sum';
      readonly operands: readonly AskedOperand[];
    }
  | (Change & { readonly form: 'change'; readonly operands: readonly AskedOperand[] })
  | (Change & { readonly form: 'stated-change'; readonly both: AskedOperand })
  | { readonly form: 'rest'; readonly total: string; readonly part: AskedOperand };

/** How a change is asked for. */
interface Change {
  readonly isFall: boolean;
  /** As an amount, in hundredths of the first, or either. */
  readonly as: 'amount' | 'percent' | 'either';
}

/** Growth over a time that the figures of a release do not show, or on a base that the question does not name. */
const notFromFigures = /同比|环比|年均|平均|每年|去年|今年|上年|明年|近[几一二两三四五\d]+年|预计[到能]|目标/u;

const courtesy =
  /^(?:(?:[你您]好|请问(?:一下)?|麻烦[您你]?|我?想(?:知道|请?[问教])(?:一?下)?|(?:帮我)?[算查看]一?下)[,，!！\s]*)+/u;
const closing = /[\s?？!！。.呢呀啊]+$/u;

/** A longer question asks for more than a calculation. */
const longest = 90;

/** Reads a folded question; null when it asks for none of these. */
export function askedCalculation(question: string): AskedCalculation | null {
  const text = question.trim().replace(courtesy, '').replace(closing, '');
  if (text.length > longest || /[?？;；]/u.test(text) || notFromFigures.test(text)) return null;
  return (
    askedRest(text) ??
    askedShare(text) ??
    askedChange(text) ??
    askedDifference(text) ??
    askedSum(text) ??
    askedInEnglish(text)
  );
}

const much = '(?:多少|几|百分之多少|百分之几)';
const unit = '(?:个百分点|百分点|亿元|万元|元|亿|个|项|家|户|位|名|人|钱)?';
/** 是多少亿元. */
const howMuch = `(?:是|为|有|达到?|了)*${much}${unit}`;

const restForm =
  /^(?<total>\d+[个项家户名位][^,，]{0,12}?)(?:之?中|里面?|当中)?[,，]?(?:还|尚|仍)?有(?:多少|几)(?<unit>[个项家户名位])(?:还|尚|仍)?(?:没有?|未|尚未)(?<verb>\p{Script=Han}{2,4})$/u;

function askedRest(text: string): AskedCalculation | null {
  const groups = restForm.exec(text)?.groups;
  if (!groups) return null;
  const [total, counter, verb] = [groups['total']!, groups['unit']!, groups['verb']!];
  const things = total.replace(/^\d+[个项家户名位]/u, '');
  const questions = [`目前累计有多少${counter}${things}已经${verb}`, `${verb}${things}累计有多少${counter}`];
  return { form: 'rest', total, part: { of: verb, questions, year: null } };
}

const shareWord = '(?:比重|比例|百分比|份额|占比)';
const sharing = `(?:的?${shareWord}(?:${howMuch})?|的?(?:几成|多大${shareWord}?|${much}))`;
const shareForms = [
  `^(?<a>[^占]+?)占(?![地用领有比])(?:到|了|据)?(?<b>.+?)${sharing}$`,
  `^(?<a>.+?)在(?<b>.+?)(?:中|里|当中)(?:所)?占${sharing}$`,
].map((form) => new RegExp(form, 'u'));

function askedShare(text: string): AskedCalculation | null {
  const groups = firstMatch(shareForms, text);
  if (!groups) return null;
  const operands = [groups['a']!, groups['b']!].map((of) => amountOf(of.replace(/的$/u, '')));
  // A share of the whole province or of several things is stated or unknown, not calculated.
  const isPlain = operands.every(({ of }) => !/^全.$|各|分别|多少/u.test(of));
  return isPlain ? { form: 'share', operands } : null;
}

const year = '(?:19|20)\\d{2}';
const rise = '增长|增加|提高|提升|上升|扩大|变化|上涨|涨|增|升';
const fall = '下降|降低|减少|下滑|缩小|降|减';
/** What says that a change is meant, to the end of the question. */
const changing = `(?<end>的?(?:增长率|增长幅度|增幅|涨幅|降幅|增速|增长额|增量)(?:${howMuch})?|(?:一共|总共|共|累计)?(?:${rise}|${fall}|多|高|少|低)(?:出|了)*${howMuch})`;
const changeForms = [
  // 地区生产总值从2017年到2023年增长了多少 · 从2017年到2023年地区生产总值增长了多少
  `^(?<what>.*?)[从由自]?(?<from>${year})年?[到至—~-](?<to>${year})年?(?:间|期间|这?几年)?(?<more>.*?)${changing}$`,
  // 2023年的地区生产总值比2017年增长了多少 · 地区生产总值2023年比2017年增长了多少
  `^(?<what>.*?)(?<to>${year})年?(?<more>.*?)[,，]?(?:比|较|相比)于?(?<from>${year})年?的?${changing}$`,
].map((form) => new RegExp(form, 'u'));
const plainChange = new RegExp(
  `^(?<what>[^从由比较]{2,30}?)(?<end>(?:一共|总共|共|累计)?(?:${rise}|${fall})[了出]?${much}${unit})$`,
  'u',
);

function askedChange(text: string): AskedCalculation | null {
  const groups = firstMatch(changeForms, text);
  if (groups) {
    const what = (groups['what']! + groups['more']!).replace(/^[的,，]+|[的,，]+$/gu, '');
    if (what.length < 2) return null;
    const operands = [groups['from']!, groups['to']!].map((one) => ({
      of: what,
      questions: [`${one}年${what}是多少`, `${what}${one}年是多少`],
      year: Number(one),
    }));
    return { form: 'change', operands, ...changeOf(groups['end']!) };
  }
  const plain = plainChange.exec(text)?.groups;
  if (!plain) return null;
  const what = plain['what']!.replace(/的$/u, '');
  // The growth of one year has its base in the year before, which no from-to of several years states.
  const questions = /\d/u.test(what)
    ? []
    : [`${what}从多少提高到了多少`, `${what}从多少增长到多少`, `${what}从第几位提升到第几位`];
  const both = { of: what, questions, year: null };
  return { form: 'stated-change', both, ...changeOf(plain['end']!) };
}

/** 增长率 and 百分之几 ask for hundredths, 增长额 and a unit for the amount, 增长了多少 for either. */
function changeOf(words: string): Change {
  const isAmount = /增长额|增量|(?:多少|几)(?:亿|万|元|个|百分点|项|家|户|位|名|人|钱)/u.test(words);
  const isPercent = /率|幅|增速|百分之/u.test(words);
  return {
    isFall: new RegExp(`^(?:一共|总共|共|累计)?(?:${fall}|少|低)`, 'u').test(words),
    as: isPercent ? 'percent' : isAmount ? 'amount' : 'either',
  };
}

const distanceForm = new RegExp(`^(?<list>.+?)(?:之间|两者|二者)?的?(?:相差|差距|差额|差值|差)(?:${howMuch})$`, 'u');
const excessForm = new RegExp(`^(?<a>.+?)[比较](?<b>.+?)(?<end>[多高大少低小])[出了]*${much}${unit}$`, 'u');

function askedDifference(text: string): AskedCalculation | null {
  const list = distanceForm.exec(text)?.groups?.['list'];
  const items = list ? itemsOf(list) : [];
  if (items.length === 2) return { form: 'distance', operands: items };
  const groups = excessForm.exec(text)?.groups;
  if (!groups) return null;
  const operands = [amountOf(groups['a']!), amountOf(groups['b']!)];
  return {
    form: 'excess',
    operands: /[少低小]/u.test(groups['end']!) ? operands.toReversed() : operands,
  };
}

const sumForm = new RegExp(
  `^(?<list>.+?)的?(?:合计|一共|总共|共计|总计|加起来|加在一起|加总|之和|的和|总和)(?:一共|总共|共)?(?:${howMuch})?$`,
  'u',
);

function askedSum(text: string): AskedCalculation | null {
  const list = sumForm.exec(text)?.groups?.['list'];
  const items = list ? itemsOf(list) : [];
  return items.length < 2 ? null : { form: 'sum', operands: items };
}

/** The joined things of a list, each with what they share: 制造业和高技术制造业增加值. */
function itemsOf(list: string): AskedOperand[] {
  const parts = splitQuestion(`${list}各是多少`);
  if (parts.length < 2) return [];
  return parts.map(({ text }) => ({
    of: text.replace(/是多少$/u, ''),
    questions: [text],
    year: onlyYear(text),
  }));
}

function amountOf(of: string): AskedOperand {
  return { of, questions: [`${of}是多少`, `${of}有多少`], year: onlyYear(of) };
}

/** The only year that words name; 「2023年以来」 names none. */
function onlyYear(words: string): number | null {
  const years = [...words.matchAll(/(?<!\d)(?:19|20)\d{2}(?=年(?!以来|起|至今))/gu)];
  return years.length === 1 ? Number(years[0]![0]) : null;
}

function firstMatch(forms: readonly RegExp[], text: string): Record<string, string> | undefined {
  for (const form of forms) {
    const groups = form.exec(text)?.groups;
    if (groups) return groups;
  }
  return undefined;
}
