/**
 * Follow-ups by rules: 「那2017年呢？」 after a question about 2023 becomes a question of its own. Precision first: a question
 * that stands on its own is left alone, and what is not sure stays as it was asked.
 */
import type { Turn } from './conversation.js';
import { fold, type FoldTables } from './fold.js';
import { antecedentOf } from './antecedent.js';
import { findQuantities } from './quantities.js';
import { datePattern, foldedOf, rawOf, slotsOf, type QuestionSlots } from './question-slots.js';
import { fillSlot } from './fill-slot.js';

const asks =
  /多少|几|谁|什么|哪|何|如何|怎|是否|吗|是不是|有没有|\b(?:how|what|when|who|where|why|which)\b/u;
const date = `(?:${datePattern}|去年|前年|今年|上半年|下半年)`;
const lead = '(?:那么?|而|还有|然后)?[,，\\s]*';

/** 「那2017年呢」「预计产值呢」: something else, asked the same of. */
const otherForms = [
  new RegExp(`^${lead}(?<x>[^,，。;；?？]{1,24}?)(?:的)?(?:又|的话)?呢$`, 'u'),
  new RegExp(
    `^(?:那么?|而)[,，\\s]*(?<x>[^,，。;；?？]{1,24}?)(?:又|的话)?(?:怎么样|如何|又如何|是多少)$`,
    'u',
  ),
  new RegExp(`^${lead}(?<x>${date})(?:的|又|则)*(?:是|为|有)?(?:多少|几[个项家户]?|怎么样)?$`, 'u'),
  /^(?:(?:and|but|so|then),? )?(?:what|how) about (?:in )?(?<x>.{1,40})$/u,
  /^(?:and|but|also),? (?:in |for |of |on )?(?<x>.{1,40})$/u,
];
const pronounForm =
  /^(?:那么?|请问)?[,，\s]*(?<pronoun>[他她它](?!们)|这个人|该区|这个区|该项目|这个项目|那个项目|该公司|这家公司|该企业|这家企业)(?<rest>.{2,})$/u;
const whoSaysForm =
  /^(?:那|这)?(?:话|些?数据|个?数字)?是?(?:谁|哪一?位)(?:说|讲|介绍|透露|表示|公布|发布)的(?:话|数据|数字|消息)?$/u;
const whichYearForm =
  /^(?:那|这)?(?:个?数据|个?数字)?是?指?的?(?:哪一?年|什么时候|何时)的?(?:数据|数字|事情?|统计|情况|指标)?$/u;
const moreForm = /^(?:那)?(?:还有|其他的?|其它的?|别的)(?:呢|吗|哪些|什么|别的吗|其他的?吗)?$/u;
const shareForm =
  /^(?:那么?)?(?<share>占(?:到|了)?(?:全[国省市区县球]|[^,，。?？]{1,12}?的?(?:比重|比例|百分|多少|几成)).{0,12})$/u;
const amongForm = /^(?:那么?)?其中[,，]?(?<rest>.+)$/u;
const changeForm = new RegExp(
  `^(?:那么?|它)?(?<years>(?:从|由)?${datePattern}[到至-]${datePattern})?(?<change>(?:一共|总共)?(?:增长|增加|提高|提升|上升|下降|减少|降低)了?(?:多少|几|百分之).*)$`,
  'u',
);

/** The forms that lean on what was said before. */
const forms = [pronounForm, whoSaysForm, whichYearForm, moreForm, shareForm, amongForm, changeForm];

/** Whether a question leans on what was said before, by its form alone. */
export function leansOnContext(question: string, tables: FoldTables): boolean {
  const slots = slotsOf(question, tables);
  const text = plain(slots.folded.text);
  return otherIn(text) !== null || forms.some((form) => form.test(text));
}

/**
 * The question of its own that a follow-up stands for, in the glyphs of the question and of the turns it draws on.
 * @param history oldest first
 * @returns null when the question stands on its own, when nothing was said before, or when it is not sure what is meant
 */
export function resolveFollowUp(
  question: string,
  history: readonly Turn[],
  tables: FoldTables,
): string | null {
  // A follow-up that could not be completed gives the next one nothing to draw on.
  const told = history.filter((earlier) => !leansOnContext(earlier.question, tables));
  const turn = told.at(-1);
  if (!turn) return null;
  const own = slotsOf(question, tables);
  const text = plain(own.folded.text);
  const last = slotsOf(turn.question, tables);
  const resolved = resolve(text, { own, last, turn, history: told }, tables);
  const isSame = resolved === null || fold(resolved, tables).text === fold(question, tables).text;
  return isSame ? null : resolved;
}

interface Context {
  readonly own: QuestionSlots;
  readonly last: QuestionSlots;
  readonly turn: Turn;
  readonly history: readonly Turn[];
}

function resolve(
  text: string,
  { own, last, turn, history }: Context,
  tables: FoldTables,
): string | null {
  const isChinese = /\p{Script=Han}/u.test(last.folded.text);
  const mark = isChinese ? '？' : '?';
  const ownWords = (words: string): string => {
    const start = own.folded.text.indexOf(words);
    return rawOf(own, { start, end: start + words.length });
  };
  const ended = (words: string): string => `${words.trim()}${mark}`;
  const topic = (): string | null => topicOf(last);

  if (whoSaysForm.test(text)) {
    const about = last.kind === 'who' ? null : topic();
    return about && ended(`${about}是谁介绍的`);
  }
  if (whichYearForm.test(text)) return whichYear(last, turn, tables);
  if (moreForm.test(text)) {
    const isList = last.kind === 'list' || last.kind === 'which';
    const about = isList && topic();
    return about ? ended(`${about}还有哪些`) : null;
  }
  const share = shareForm.exec(text)?.groups?.['share'];
  if (share) {
    const at = last.folded.text.indexOf('占', last.bounds.start + 1);
    if (at === -1) return null;
    return ended(rawOf(last, { start: last.bounds.start, end: at }) + ownWords(share));
  }
  const among = amongForm.exec(text)?.groups?.['rest'];
  if (among) {
    const about = topic();
    return about && ended(`${about}中${ownWords(among)}`);
  }
  const change = changeForm.exec(text)?.groups;
  if (change) {
    const about =
      last.dates.length > 0 || last.kind === 'amount' ? rawOf(last, withoutDate(last)) : '';
    const words = ownWords((change['years'] ?? '') + change['change']!);
    return about.length < 2 ? null : ended(about + words);
  }
  const pronoun = pronounForm.exec(text)?.groups;
  if (pronoun) {
    const antecedent = antecedentOf(pronoun['pronoun']!, history, tables);
    return antecedent && ended(antecedent + ownWords(pronoun['rest']!));
  }
  const other = otherIn(text);
  if (other === null) return null;
  const filled = fillSlot(last, { raw: ownWords(other), folded: other });
  return filled && ended(filled);
}

/** The other thing that a follow-up names; null when it asks something itself. */
function otherIn(text: string): string | null {
  for (const form of otherForms) {
    const x = form.exec(text)?.groups?.['x']?.trim();
    if (x) return asks.test(x) ? null : x;
  }
  return null;
}

/** Without punctuation and white space around it. */
function plain(text: string): string {
  return text.replace(/^[\s,，。!！?？]+|[\s,，。.!！?？~]+$/gu, '');
}

/** What a question is about in its own words: its head, or what stands behind the asking words. */
function topicOf(last: QuestionSlots): string | null {
  const head = withoutDate(last);
  const verb =
    /(?:实行|采取|使用|有|包括|进入|获批|打造|推进|坚持|实现)$/u.exec(foldedOf(last, head))?.[0] ??
    '';
  const words = rawOf(last, { start: head.start, end: head.end - verb.length });
  return [...words].length >= 2 ? words : null;
}

/** The head without a date at its front. */
function withoutDate({ subject, indicator }: QuestionSlots) {
  return { start: subject?.start ?? indicator.start, end: indicator.end };
}

/** 「那是哪一年的数据」: the figure of the last answer is asked for its year. */
function whichYear(last: QuestionSlots, { answer }: Turn, tables: FoldTables): string | null {
  const words = answer.replace(/\s*(?:（[^）]*）)?(?:\[\d+\])+.*$/su, '');
  const figures = findQuantities(fold(words, tables).text).filter(({ kind }) => kind !== 'date');
  const indicator = rawOf(last, last.indicator);
  if (figures.length !== 1 || indicator.length < 2) return null;
  return `${words}是哪一年的${indicator}？`;
}
