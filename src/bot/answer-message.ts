/** An answer as Telegram messages: the answer in plain words, and beneath it each cited sentence, folded away. */
import type { Answer } from '../core/answer.js';
import { splitSentences } from '../core/sentences.js';
import {
  codePointBoundary,
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
  return packMessages([...asidePieces(answer), ...leadPieces(answer, texts), ...quotes, ...note]);
}

/** What a follow-up was taken for, and how the answer came about, in italics. */
function asidePieces({ understood, note }: Answer): FormattedText[] {
  const lines = [understood === null ? '' : `→ ${understood}`, note ?? ''];
  const text = lines
    .map((line) => wellFormed(line).trim())
    .filter(isVisible)
    .join('\n');
  if (text === '') return [];
  return splitPiece({ text, entities: [styled('italic', 0, text.length)] });
}

/** The answer's words and what is missing from them, or the refusal and the heading of what is nearest; rarely more than one piece. */
function leadPieces(answer: Answer, texts: AnswerTexts): FormattedText[] {
  const reason = wellFormed(answer.reason ?? '').trim();
  if (answer.kind === 'unanswerable') {
    const refusal = [reason, wellFormed(answer.text).trim()].find(isVisible) ?? texts.unanswerable;
    const heading = answer.citations.length > 0 ? `\n\n${texts.nearest}` : '';
    return splitPiece({ text: refusal + heading, entities: [] });
  }
  if (!isVisible(answer.text)) return [{ text: texts.unanswerable, entities: [] }];
  const text = wellFormed(answer.text);
  const bold = answer.emphasis
    .slice(0, limits.bold)
    .map(([start, end]) =>
      styled('bold', codePointBoundary(text, start), codePointBoundary(text, end)),
    );
  return splitPiece(slicePiece({ text, entities: bold }, 0, text.length));
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
