/** An answer as Telegram messages: the answer in plain words and each cited sentence, or what is nearest. */
import type { Answer, AnswerSoFar, Citation } from '../../core/answer/answer.js';
import { wordings } from '../../core/answer/wording.js';
import { splitSentences } from '../../core/text/sentences.js';
import {
  below,
  clipLine,
  codePointBoundary,
  isVisible,
  linked,
  messageLimits,
  packMessages,
  slicePiece,
  styled,
  wellFormed,
  type FormattedText,
} from './formatted-text.js';
import { clippedSource, quotePiece, type Blockquote } from './quote-piece.js';
import type { Say } from '../texts.js';

const limits = {
  /** Bold spans of the answer's own words; with three quotes the 100 entities of a message are never reached. */
  bold: 20,
  /** In UTF-16 units. */
  remark: 500,
  /** Marks of further sources. */
  marks: 20,
} as const;

/** Never more than needed: so many quotes are shown, the rest is behind a button. */
export const quotesShown = 3;

/** What of an answer a person gets to see. */
export type ShownAnswer = Pick<
  Answer,
  'kind' | 'reason' | 'text' | 'emphasis' | 'citations' | 'nearest' | 'reader' | 'understood' | 'note'
>;

/** The address that opens a citation in its context. */
export type LinkTo = (citation: Citation) => string;

/**
 * Formats an answer as one or more messages, to be sent in this order. Quotes are folded away beneath what they prove,
 * and open where they only may be the answer.
 *
 * Guarantees for any answer: no text is empty, longer than 4,096 UTF-16 units or in need of trimming; entities lie
 * within their text, split no surrogate pair, do not overlap except for bold inside a blockquote, and are, with the
 * links that Telegram adds by itself, at most 100 a message wherever a quote stands.
 */
export function answerMessages(answer: ShownAnswer, say: Say, linkTo: LinkTo): readonly FormattedText[] {
  if (answer.kind === 'unanswerable') return packMessages(refusalPieces(answer, say));
  const block = answer.kind === 'likely' ? 'blockquote' : 'expandable_blockquote';
  const quotes = quotePieces(answer.citations, say, linkTo, block);
  return packMessages([...leadPieces(answer, say), ...quotes]);
}

/** Further quotes, as many as an answer shows, in one or more messages. */
export function quoteMessages(citations: readonly Citation[], say: Say, linkTo: LinkTo): readonly FormattedText[] {
  return packMessages(quotePieces(citations, say, linkTo));
}

/** A growing answer in one message: what has passed so far, its end when it is too long. */
export function growingMessage({ text }: Pick<AnswerSoFar, 'text'>): FormattedText {
  const tail = wellFormed(text).slice(-(messageLimits.length - 2));
  return { text: `${tail.replace(/^\p{Cs}/u, '').trim()} …`, entities: [] };
}

/** The refusal, how the question was understood, the numbered nearest releases, what may help; mostly one piece. */
function refusalPieces(answer: ShownAnswer, say: Say): FormattedText[] {
  const { nearest } = answer;
  const reason = wellFormed(answer.reason ?? '').trim();
  const text = wellFormed(answer.text).trim();
  // The text of a refusal names what is nearest, which stands below; without that it is all there is to say.
  const words = nearest.length > 0 ? [reason, text] : [text, reason];
  const refusal = { text: words.find(isVisible) ?? say('answer-unanswerable'), entities: [] };
  const said = remarkPieces(answer, say).reduce(below, refusal);
  if (nearest.length === 0) return splitPiece(said);
  const wording = wordings[answer.reader];
  const titles = nearest.map((release, i) => `${i + 1}. ${clippedSource(release)}`);
  const help = [wording.nearest([]).trim(), ...titles, '', wording.askAgain].join('\n');
  return splitPiece({ text: `${said.text}\n\n${help}`, entities: said.entities });
}

/** The answer's words and what is missing from them, then how it came about; mostly one piece and the remarks. */
function leadPieces(answer: ShownAnswer, say: Say): FormattedText[] {
  const remarks = remarkPieces(answer, say);
  if (!isVisible(answer.text)) {
    return [{ text: say('answer-unanswerable'), entities: [] }, ...remarks];
  }
  const text = wellFormed(answer.text);
  const bold = answer.emphasis
    .slice(0, limits.bold)
    .map(([start, end]) => styled('bold', codePointBoundary(text, start), codePointBoundary(text, end)));
  return [...splitPiece(slicePiece({ text, entities: bold }, 0, text.length)), ...remarks];
}

/** How the question was understood and how the answer came about, where there is something to know. */
function remarkPieces({ understood, note }: ShownAnswer, say: Say): FormattedText[] {
  const remarks = [understood && say('answer-understood', { question: understood }), note];
  return remarks
    .map((remark) => clipLine(remark ?? '', limits.remark))
    .filter(isVisible)
    .map((text) => ({ text, entities: [styled('italic', 0, text.length)] }));
}

/** The first quotes, and the marks of the rest, each a link to its sentence. */
function quotePieces(
  citations: readonly Citation[],
  say: Say,
  linkTo: LinkTo,
  block: Blockquote = 'expandable_blockquote',
): FormattedText[] {
  const quotes = citations
    .slice(0, quotesShown)
    .map((citation) => quotePiece(citation, say('answer-shortened'), block));
  const hidden = citations.slice(quotesShown);
  if (hidden.length === 0) return quotes;
  const entities = [];
  let text = say('answer-more', { count: hidden.length });
  for (const citation of hidden.slice(0, limits.marks)) {
    const mark = `[${citation.n}]`;
    entities.push(linked(linkTo(citation), text.length + 1, text.length + 1 + mark.length));
    text += ` ${mark}`;
  }
  return [...quotes, { text: hidden.length > limits.marks ? `${text} …` : text, entities }];
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
