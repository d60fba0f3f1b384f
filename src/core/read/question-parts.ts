/** Questions of several parts: 「出口额和进口额各是多少？」 asks two things, each with an answer of its own. */
import type { Span } from '../text/fold.js';

/** One thing that a question asks. */
export interface QuestionPart {
  /** Folded; a question of its own. */
  readonly text: string;
  /** Where the words that set this part apart stand in the folded question. */
  readonly label: Span;
  /** Whether the question may be one after all: then it is, unless its parts have answers of their own. */
  readonly isTentative: boolean;
}

/** Words that ask. A clause without one belongs to the clause before it. */
const asking =
  /多少|几(?:个(?!月)|[项家人名位条场种类所])|第几|谁|什么|哪|何时|何地|何人|为何|如何|怎么|怎样|是否|吗|呢|多[大高长]|\b(?:how|what|when|who|where|why|which)\b/u;

// White space parts clauses only in Chinese, which has none between words.
const clauseEnd =
  /[?？;；。!！,，]+|(?<=\p{Script=Han})\s+(?=\p{Script=Han}|\d)|\band\b(?=\s+(?:how|what|when|where|which|who|why)\b)/gu;

const joiners = new Set(['、', '和', '与', '跟', '以及', '及', '还有', 'and']);

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * What is joined, then what is asked of each: 「出口额和进口额｜各是多少」. Without 各 or 分别 only amounts are asked
 * of each, and names may hold a joiner themselves (「环境与自然保护联盟有多少成员」).
 */
const joinedAmounts =
  /^(?<list>[^,，。]{2,60}?)(?:(?:各自?(?=[是为有占达多几排])|分别|各为)(?<each>.*)|(?<plain>(?:是|为|有|(?<![长高])达到?)(?:多少|几).*))$/u;

/** More things than this are a list, which one sentence answers. */
const mostParts = 4;

/**
 * Takes a folded question apart into the things it asks: by its clauses, each with an asking word, or by what is
 * joined before 「各是」「分别是」 and the like.
 * @returns at least one part; a question that asks one thing is its own only part
 */
export function splitQuestion(question: string): QuestionPart[] {
  const clauses = splitClauses(question);
  const parts = clauses.length > 1 ? clauses : splitJoined(question);
  if (parts.length > 1 && parts.length <= mostParts) return parts;
  return [{ text: question, label: { start: 0, end: question.length }, isTentative: false }];
}

/** One part for each asking clause; a clause that asks nothing belongs to the next one, or to the last. */
function splitClauses(question: string): QuestionPart[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { 0: mark, index } of question.matchAll(clauseEnd)) {
    if (!asking.test(question.slice(start, index))) continue;
    spans.push({ start, end: index });
    start = index + mark.length;
  }
  const rest = question.slice(start);
  if (asking.test(rest)) spans.push({ start, end: question.length });
  const first = question.slice(0, spans[0]?.end);
  return spans.map((label, i) => {
    const clause = question.slice(label.start, label.end).trim();
    return { text: i === 0 ? clause : withSubject(clause, first), label, isTentative: false };
  });
}

/**
 * 「2023年又是多少」 after 「2017年总值是多少」 asks the same of another year, and a clause that opens with its asking word is of the
 * event whose time or place the first asks for, as Chinese leaves out a topic that goes on: 「发布会是哪天举行的,谁介绍了情况」.
 */
function withSubject(clause: string, first: string): string {
  const year = /^(?:那|而)?(\d{4}年)(?:又|则|呢|的)?(?:是|为|有)?(?:多少|几)?呢?$/u.exec(clause)?.[1];
  if (year && /\d{4}年/u.test(first)) return first.replace(/\d{4}年/u, year);
  const topic = opensAsking.test(clause) ? topicOfEvent.exec(first)?.groups?.['topic'] : undefined;
  return (topic ?? '') + clause;
}

const opensAsking = /^(?:谁|是谁|由谁|在哪|哪|何|什么时候|为什么|为何|怎么|如何|多少)/u;

/** An event, right before the words that ask for its time or place. */
const topicOfEvent =
  /^(?<topic>[\p{L}\p{N}“”「」]{2,24}?)[是在于]{0,2}(?:什么(?:时候|时间|地方)|何[时地]|几[月日号]|哪(?:一?[天日年]|里|儿))/u;

function splitJoined(question: string): QuestionPart[] {
  const match = joinedAmounts.exec(question);
  if (!match) return [];
  const { list, each, plain } = match.groups!;
  const items = itemsOf(list!);
  if (items.length < 2 || !asking.test(each ?? plain!)) return [];
  const { head, tail } = sharedWords(items[0]!.text, items.at(-1)!.text);
  return items.map(({ text, start }, i) => {
    const isFirst = i === 0;
    const isLast = i === items.length - 1;
    return {
      text: (isFirst ? '' : head) + text + (isLast ? '' : tail) + (each ?? plain!),
      label: { start, end: start + text.length },
      isTentative: each === undefined,
    };
  });
}

/** The items of a list by its joining words; 共和国 and 提及 join nothing. */
function itemsOf(list: string): { text: string; start: number }[] {
  const items = [{ text: '', start: 0 }];
  for (const { segment, index } of segmenter.segment(list)) {
    if (joiners.has(segment)) items.push({ text: '', start: index + segment.length });
    else items.at(-1)!.text += segment;
  }
  return items.filter(({ text }) => text.trim() !== '');
}

/**
 * What the first and the last item share without repeating it: the head of the first and the tail of the last.
 * 「全市2017年和2023年的总值」 shares 全市 and 的总值; 「制造业和高技术制造业增加值」 shares 增加值.
 */
function sharedWords(first: string, last: string): { head: string; tail: string } {
  const year = /^(.*?)\d{4}年$/u.exec(first);
  const yearTail = /^\d{4}年(.+)$/u.exec(last);
  if (year && yearTail) return { head: year[1]!, tail: yearTail[1]! };
  for (let length = first.length; length >= 2; length--) {
    const at = last.indexOf(first.slice(-length));
    if (at !== -1) return { head: '', tail: last.slice(at + length) };
  }
  const owner = last.includes('的') ? undefined : ownerOf.exec(first)?.[0];
  return { head: owner ?? '', tail: '' };
}

/** 甲公司的|年产能: 的 reaches over all that is joined behind it. */
const ownerOf = /^.{2,20}的(?=[^的]+$)/u;
