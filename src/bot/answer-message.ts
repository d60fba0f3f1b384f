/** An answer as Telegram messages: the answer in plain words, and beneath it each cited sentence, folded away. */
import type { MessageEntity } from 'grammy/types';
import type { Answer, Citation } from '../core/answer.js';
import { splitSentences } from '../core/sentences.js';
import {
  isVisible,
  messageLimits,
  packMessages,
  slicePiece,
  styled,
  wellFormed,
  type FormattedText,
} from './formatted-text.js';
import { quotePiece } from './quote-piece.js';
import type { AnswerTexts } from './texts.js';

const limits = {
  /** Never more than needed: further sources are counted, not shown. */
  quotes: 3,
  /** An extractive statement up to this many UTF-16 units is a bare span (a figure, a name) and bold as a whole; unmeasured. */
  span: 40,
  /** Bold spans of the answer's own words; with three quotes the 100 entities of a message are never reached. */
  bold: 20,
} as const;

/**
 * Formats an answer as one or more messages, to be sent in this order.
 *
 * Guarantees for any answer: no text is empty, longer than 4,096 UTF-16 units or in need of trimming; entities lie
 * within their text, split no surrogate pair, do not overlap except for bold inside a blockquote, and are, with the
 * links that Telegram adds by itself, at most 100 a message wherever a quote stands.
 */
export function answerMessages(answer: Answer, texts: AnswerTexts): readonly FormattedText[] {
  const quotes = answer.citations
    .slice(0, limits.quotes)
    .map((citation) => quotePiece(citation, texts.shortened));
  const hidden = answer.citations.length - quotes.length;
  const note = hidden > 0 ? [{ text: texts.moreQuotes(hidden), entities: [] }] : [];
  return packMessages([...leadPieces(answer, texts), ...quotes, ...note]);
}

/** The answer's words and what is missing from them, or the refusal and the heading of what is nearest; rarely more than one piece. */
function leadPieces(answer: Answer, texts: AnswerTexts): FormattedText[] {
  const reason = wellFormed(answer.reason ?? '').trim();
  if (answer.kind === 'unanswerable') {
    const refusal = [reason, wellFormed(answer.text).trim()].find(isVisible) ?? texts.unanswerable;
    const heading = answer.citations.length > 0 ? `\n\n${texts.nearest}` : '';
    return splitPiece({ text: refusal + heading, entities: [] });
  }
  const words = isVisible(answer.text) ? wellFormed(answer.text).trim() : texts.unanswerable;
  const text = isVisible(reason) && !words.includes(reason) ? `${words}\n${reason}` : words;
  return splitPiece({ text, entities: boldSpans(answer, words) });
}

/**
 * What answers, in bold: the highlighted words of a citation where they stand in the statement that cites it, or else
 * a short extractive statement, which is that span in the reader's own script.
 */
function boldSpans({ citations, mode }: Answer, words: string): MessageEntity[] {
  const byMark = new Map(citations.map((citation) => [citation.n, citation]));
  return statements(words)
    .flatMap(({ start, end, marks }) => {
      const statement = words.slice(start, end);
      const cited = marks.flatMap((n) => byMark.get(n) ?? []);
      const found = occurrences(statement, cited.flatMap(highlightedWords));
      const isSpan = found.length === 0 && mode === 'extractive' && statement.length <= limits.span;
      return (isSpan ? [{ from: 0, to: statement.length }] : found).map(({ from, to }) =>
        styled('bold', start + from, start + to),
      );
    })
    .filter(({ length }) => length > 0)
    .slice(0, limits.bold);
}

interface Statement {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly number[];
}

/**
 * The texts in front of the marks, without what separates them and without a label (`签约投资额：`). Marks in an aside
 * (`（另见 [2]）`) only name further sources; a text without a mark states nothing that is cited.
 */
function statements(words: string): Statement[] {
  let after = 0;
  return [...words.matchAll(/(?:\[\d+\]\s*)+/g)].flatMap((found) => {
    const raw = words.slice(after, found.index);
    const stated = raw
      .replace(/^[\s,;，；、。)）]+/, '')
      .replace(/^[^：\n]{0,80}?(?:：|: )\s*/, '');
    const start = found.index - stated.length;
    const end = start + stated.trimEnd().length;
    after = found.index + found[0].length;
    if (/^[(（]/.test(stated)) return [];
    return [{ start, end, marks: [...found[0].matchAll(/\d+/g)].map(Number) }];
  });
}

function highlightedWords({ quote, highlight }: Citation): string[] {
  return highlight.map(([start, end]) => wellFormed(quote.slice(start, end)).trim());
}

/** Where the words first stand in a statement, ascending and disjoint. */
function occurrences(statement: string, words: readonly string[]) {
  const found = [...new Set(words)]
    .filter((word) => word !== '' && statement.includes(word))
    .map((word) => ({ from: statement.indexOf(word), to: statement.indexOf(word) + word.length }))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  return found.filter(({ from }, i) => found.slice(0, i).every(({ to }) => to <= from));
}

/** Cuts a piece that is too long for one message, at the ends of sentences where there are any. */
function splitPiece(piece: FormattedText): FormattedText[] {
  const pieces: FormattedText[] = [];
  let start = 0;
  let end = 0;
  const flush = () => {
    const cut = slicePiece(piece, start, end);
    if (isVisible(cut.text)) pieces.push(cut);
    start = end;
  };
  for (const sentence of splitSentences(piece.text)) {
    if (sentence.end - start > messageLimits.length) flush();
    for (const codePoint of piece.text.slice(end, sentence.end)) {
      if (end + codePoint.length - start > messageLimits.length) flush();
      end += codePoint.length;
    }
  }
  flush();
  return pieces;
}
