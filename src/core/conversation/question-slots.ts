/** The slots of a question: its time, whom it is about and what it asks of that, so that a follow-up can fill one anew. */
import { fold, sourceSpan, type Folded, type FoldTables, type Span } from '../text/fold.js';
import { findCue, type QuestionKind } from './question-cue.js';

/** A question with its folded form; spans are of the folded text. */
export interface QuestionSlots {
  readonly raw: string;
  readonly folded: Folded;
  /** The folded text without politeness before and punctuation behind it. */
  readonly bounds: Span;
  /** 2023年, 2023年以来, `in 2023`. */
  readonly dates: readonly Span[];
  /** Everything before the asking words, without 是, 有 and the like. */
  readonly head: Span;
  readonly asking: Span;
  readonly kind: QuestionKind;
  /** Whom or what the figure is of, at the front of the head; null when the question names only the figure. */
  readonly subject: Span | null;
  /** What is asked of it: the rest of the head. */
  readonly indicator: Span;
}

const politeBefore =
  /^(?:[\s,，、。!！?？]|[你您]好|请问(?:一下)?|麻烦[您你]?(?:问一?下|帮我)?|我?想(?:请?[问教]|知道|了解)(?:一?下)?|帮我[查看](?:一?下)?|那么?)+/u;
const behind = /[\s?？!！。.,，呢呀啊]+$/u;
export const datePattern = '(?:19|20)\\d{2}(?:年(?:以来|底|末|初|上半年|下半年)?)?';
const datesIn = new RegExp(`(?<![\\d.])(?:in )?${datePattern}(?![\\d.])`, 'gu');
const linkAtEnd = /(?:一共|总共|共|各自?|分别|现在|目前|[\s是为有在达到了由叫占第,，])+$/u;
const leadingDate = new RegExp(`^(?:自|从|在)?${datePattern}[,，]?的?`, 'u');
/** Names of places and organisations end so; what follows is asked of them. */
const nameEnd = /^.{1,14}?(?:[省市县州]|(?<![地社片])区|公司|集团|银行|大学|医院)(?=\p{Script=Han}{2})/u;
const numbered = /^.*\d[个项家户名]$/u;

/** Takes a question apart. */
export function slotsOf(raw: string, tables: FoldTables): QuestionSlots {
  const folded = fold(raw, tables);
  const { text } = folded;
  const start = politeBefore.exec(text)?.[0].length ?? 0;
  const end = Math.max(start, text.length - (behind.exec(text)?.[0].length ?? 0));
  const asked = text.slice(start, end);
  const cue = findCue(asked);
  const asking = { start: start + cue.start, end: start + cue.end };
  const before = text.slice(start, asking.start);
  const head = { start, end: asking.start - (linkAtEnd.exec(before)?.[0].length ?? 0) };
  const { subject, indicator } = splitHead(text, head);
  return {
    raw,
    folded,
    bounds: { start, end },
    dates: Array.from(asked.matchAll(datesIn), ({ 0: date, index }) => ({
      start: start + index,
      end: start + index + date.length,
    })),
    head,
    asking,
    kind: cue.kind,
    subject,
    indicator,
  };
}

/** 「2023年以来｜全市｜出口总额」: by the last 的, otherwise by the ending of a name. */
function splitHead(text: string, { start, end }: Span): Pick<QuestionSlots, 'subject' | 'indicator'> {
  const dated = leadingDate.exec(text.slice(start, end))?.[0].length ?? 0;
  const from = start + dated;
  const words = text.slice(from, end);
  const possessive = words.lastIndexOf('的');
  const named = nameEnd.exec(words)?.[0].length ?? -1;
  const at = possessive > 0 && possessive < words.length - 1 ? possessive : named;
  if (at <= 0 || numbered.test(words.slice(0, at))) return { subject: null, indicator: { start: from, end } };
  return {
    subject: { start: from, end: from + at },
    indicator: { start: from + at + (at === possessive ? 1 : 0), end },
  };
}

/** The question's own glyphs of a folded span. */
export function rawOf({ raw, folded }: QuestionSlots, { start, end }: Span): string {
  if (start >= end) return '';
  const source = sourceSpan(folded, start, end);
  return raw.slice(source.start, source.end);
}

/** The folded text of a span. */
export function foldedOf({ folded }: QuestionSlots, { start, end }: Span): string {
  return folded.text.slice(start, end);
}

/** The question, without politeness and punctuation around it, with a stretch replaced. */
export function withReplaced(slots: QuestionSlots, { start, end }: Span, words: string): string {
  const { bounds } = slots;
  return rawOf(slots, { start: bounds.start, end: start }) + words + rawOf(slots, { start: end, end: bounds.end });
}
