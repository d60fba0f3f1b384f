import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextKeyboard, contextMessage } from '../../src/bot/messages/context-message.js';
import type { FormattedText } from '../../src/bot/messages/formatted-text.js';
import { inlineResult } from '../../src/bot/messages/inline-result.js';
import { longestOriginal, originalMessage } from '../../src/bot/messages/original-message.js';
import { referenceMessage } from '../../src/bot/messages/reference-message.js';
import { releaseKeyboard, releaseMessage } from '../../src/bot/messages/release-message.js';
import { listKeyboard, listMessage } from '../../src/bot/messages/sources-message.js';
import { sayIn } from '../../src/bot/texts.js';
import { cite } from '../../src/core/answer/cite.js';
import { contextWindow } from '../../src/core/answer/context-window.js';
import { prepareRelease } from '../../src/core/corpus/corpus.js';
import { tables } from '../support/tables.js';
import { release } from './answers.js';
import { anyText } from './hostile-texts.js';
import { keyboardFault } from './interactions.js';
import { messageFault } from './send-message-rules.js';

const say = sayIn('en');
const reference = 'A'.repeat(25);
const link = `https://t.me/presscite_bot?start=${reference}`;

function expectTaken({ text, entities }: FormattedText, keyboard?: unknown): void {
  expect(messageFault({ text, entities })).toBeNull();
  expect(keyboardFault({ inline_keyboard: keyboard ?? [] })).toBeNull();
}

const anyRelease = fc
  .record({
    body: anyText,
    title: fc.option(anyText),
    source: fc.option(anyText),
    printedDate: fc.option(anyText),
    url: fc.option(anyText),
    file: anyText.map((text) => text || 'x'),
    reporters: fc.array(anyText, { maxLength: 5 }),
  })
  .map(release);

describe('any sentence of any release', () => {
  it('makes messages that Telegram takes as they are', () => {
    fc.assert(
      fc.property(anyRelease, fc.nat(), fc.integer({ min: -2, max: 2 }), (any, at, page) => {
        const prepared = prepareRelease(any, tables);
        if (prepared.sentences.length === 0) return;
        const sentence = at % prepared.sentences.length;
        const citation = cite({ prepared, sentence, spans: [] }, 1, tables);
        const window = contextWindow(prepared, sentence, page, tables);
        if (window) {
          const keyboard = contextKeyboard(reference, page, window, say);
          expectTaken(contextMessage(citation, window, 9, say), keyboard);
          const leads = keyboard.flat().map((button) => JSON.stringify({ ...button, text: '' }));
          expect(new Set(leads).size).toBe(leads.length);
        }
        if (citation.original !== '' && citation.original.length <= longestOriginal) {
          const message = originalMessage(citation, say);
          // Lone surrogates do not come out of a file in UTF-8, and white space does not open a sentence.
          if (!/\p{Cs}/u.test(citation.original) && /[^\s\p{C}]/u.test(citation.original)) {
            expectTaken(message);
            expect(message.text.startsWith(citation.original)).toBe(true);
          }
        }
        const references = referenceMessage(citation, '2026-01-02', say);
        expectTaken(references.message, references.keyboard);
        expectTaken(releaseMessage(any, citation.quote, 5, say), releaseKeyboard(reference, say));
        const { title, input_message_content: content } = inlineResult(citation, reference, link);
        expect(title).not.toBe('');
        const { message_text: text, ...rest } = content as { message_text: string };
        expect(messageFault({ text, ...rest })).toBeNull();
        const list = {
          order: 'arrival',
          page: 0,
          pageCount: 2,
          total: 9,
          releases: Array.from({ length: 8 }, () => ({
            number: 68_000,
            title: any.title ?? citation.quote,
            source: any.source ?? '',
            sentenceCount: 5,
            reference,
          })),
        } as const;
        expectTaken(listMessage(list, say), listKeyboard(list, say));
      }),
      { numRuns: 300 },
    );
  });

  it('stands in bold in its context also when it is longer than a message', () => {
    const prepared = prepareRelease(release({ body: `前。${'長'.repeat(6000)}。後。` }), tables);
    const citation = cite({ prepared, sentence: 1, spans: [] }, 1, tables);
    const window = contextWindow(prepared, 1, 0, tables)!;
    const message = contextMessage(citation, window, 3, say);
    expectTaken(message);
    expect(message.entities.map(({ type }) => type)).toEqual(['blockquote', 'bold']);
    expect(message.text).toMatch(/長…$/u);
  });
});
