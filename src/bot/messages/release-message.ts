/** One release as a message: what is known of it, and how it opens. */
import type { Release } from '../../core/corpus/corpus.js';
import { copyButton, wholeButton } from './answer-keyboard.js';
import { buttonData } from './button-data.js';
import { clipLine, codeIn, styled, type FormattedText } from './formatted-text.js';
import { clippedSource } from './quote-piece.js';
import type { Keyboard } from '../replies/reply.js';
import type { Say } from '../texts.js';

/** In UTF-16 units; together well below 4,096. */
const limits = { opening: 600, file: 200, url: 500 } as const;

/** Outlet, headline and date in bold; the file as code, number of sentences and address; the first sentence, folded away. */
export function releaseMessage(release: Release, opening: string, sentenceCount: number, say: Say): FormattedText {
  const source = clippedSource(release);
  const count = say('sentence-count', { count: sentenceCount });
  const file = clipLine(release.file, limits.file);
  const lines = [source, `${file} · ${count}`, ...(release.url ? [clipLine(release.url, limits.url)] : [])];
  const head = `${lines.join('\n')}\n`;
  const quote = clipLine(opening, limits.opening);
  return {
    text: head + quote,
    entities: [
      styled('bold', 0, source.length),
      ...codeIn(head, file, source.length),
      ...(quote === '' ? [] : [styled('expandable_blockquote', head.length, head.length + quote.length)]),
    ],
  };
}

/** @param reference of the first sentence */
export function releaseKeyboard(reference: string, say: Say): Keyboard {
  return [
    [{ text: say('button-read'), callback_data: buttonData('context', reference) }, wholeButton(reference, say)],
    [copyButton(reference, say)],
  ];
}
