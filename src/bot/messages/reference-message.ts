/** References to copy, in every style. */
import type { Citation } from '../../core/answer/answer.js';
import {
  formatReference,
  referenceStyles,
  type ReferenceStyle,
  type ReferenceWords,
} from '../../core/answer/reference-styles.js';
import { clipLine, styled, type FormattedText } from './formatted-text.js';
import type { Keyboard } from '../replies/reply.js';
import type { Say } from '../texts.js';

/** A button copies at most so many characters, https://core.telegram.org/bots/api#copytextbutton. */
const longestCopy = 256;

/** Three references of this size, in UTF-16 units, fit a message. */
const longestReference = 1200;

interface NamedReference {
  readonly name: string;
  readonly text: string;
}

/**
 * Each reference as code, which a tap copies, under the name of its style; and a button for each that a button can hold.
 * @param today ISO date, which a reference to an address names
 */
export function referenceMessage(
  citation: Citation,
  today: string,
  say: Say,
): { readonly message: FormattedText; readonly keyboard: Keyboard } {
  const references = referenceStyles.map((style) => named(style, citation, today, say));
  const entities = [];
  let text = '';
  for (const reference of references) {
    if (text !== '') text += '\n\n';
    entities.push(styled('bold', text.length, text.length + reference.name.length));
    text += `${reference.name}\n`;
    entities.push(styled('code', text.length, text.length + reference.text.length));
    text += reference.text;
  }
  const keyboard = references
    .filter((reference) => reference.text.length <= longestCopy)
    .map((reference) => [
      {
        text: say('button-copy-style', { style: reference.name }),
        copy_text: { text: reference.text },
      },
    ]);
  return { message: { text, entities }, keyboard };
}

function named(style: ReferenceStyle, citation: Citation, today: string, say: Say): NamedReference {
  const text = formatReference(style, citation, today, referenceWords(say));
  return { name: styleName(style, say), text: clipLine(text, longestReference) };
}

function styleName(style: ReferenceStyle, say: Say): string {
  const names = {
    gbt7714: say('style-gbt7714'),
    apa: say('style-apa'),
    plain: say('style-plain'),
  };
  return names[style];
}

function referenceWords(say: Say): ReferenceWords {
  return {
    untitled: say('reference-untitled'),
    andOthers: say('reference-and-others'),
    dateUnknown: say('reference-date-unknown'),
    yearUnknown: say('reference-year-unknown'),
    sentence: (sentence) => say('reference-sentence', { sentence: String(sentence) }),
  };
}
