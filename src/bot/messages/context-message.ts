/** A sentence in its context as a message, with the buttons to read on. */
import type { Citation } from '../../core/answer/answer.js';
import type { ContextWindow } from '../../core/answer/context-window.js';
import { copyButton, originalButton, shareButton, wholeButton } from './answer-keyboard.js';
import { buttonData } from './button-data.js';
import { excerpt, within } from './excerpt.js';
import { isVisible, slicePiece, styled, wellFormed, type FormattedText } from './formatted-text.js';
import { clippedSource } from './quote-piece.js';
import type { Keyboard } from '../replies/reply.js';
import type { Say } from '../texts.js';

/** A page is shorter unless a single sentence is longer. Lengths in UTF-16 units; with source and place below 4,096. */
const limits = { length: 3000, links: 60 } as const;

/** Source and place of the sentence, or of a page without it, then the page of its context with the sentence in bold. */
export function contextMessage(
  { release, sentence }: Citation,
  { text: page, sentences: [first, last], focus }: ContextWindow,
  sentenceCount: number,
  say: Say,
): FormattedText {
  const text = wellFormed(page);
  const bold = focus ? [focus] : [];
  const shown = excerpt(text, bold, limits);
  const lead = shown.start > 0 ? '…' : '';
  const tail = shown.end < text.length ? '…' : '';
  const told = focus ? sentence : first;
  const place =
    focus || first === last
      ? say('context-place', { sentence: told, of: sentenceCount })
      : say('context-page', { first, last, of: sentenceCount });
  const header = `${clippedSource(release)}\n${place}\n\n`;
  const body = `${lead}${text.slice(shown.start, shown.end)}${tail}`;
  const from = header.length;
  const marks = within(bold, text, shown).map(({ start, end }) =>
    styled('bold', from + lead.length + start, from + lead.length + end),
  );
  const whole = { text: header + body, entities: [] };
  if (!isVisible(body)) return slicePiece(whole, 0, from);
  const entities = [styled('blockquote', from, from + body.length), ...marks];
  return slicePiece({ ...whole, entities }, 0, whole.text.length);
}

/** Earlier and later pages, from further away also the sentence's own, and what else can be done with the sentence. */
export function contextKeyboard(
  reference: string,
  page: number,
  { hasEarlier, hasLater }: ContextWindow,
  say: Say,
): Keyboard {
  const turn = (to: number) => buttonData('page', reference, to);
  const pages = [
    ...(hasEarlier ? [{ text: say('button-earlier'), callback_data: turn(page - 1) }] : []),
    ...(Math.abs(page) > 1 ? [{ text: say('button-back'), callback_data: turn(0) }] : []),
    ...(hasLater ? [{ text: say('button-later'), callback_data: turn(page + 1) }] : []),
  ];
  return [
    ...(pages.length > 0 ? [pages] : []),
    [copyButton(reference, say), shareButton(reference, say)],
    [originalButton(reference, say), wholeButton(reference, say)],
  ];
}
