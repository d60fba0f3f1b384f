import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextWindow, type ContextOptions } from '../../../src/core/answer/context-window.js';
import { bareRelease, prepareRelease } from '../../../src/core/corpus/corpus.js';
import { show } from '../../../src/core/text/show.js';
import { anyText } from '../../support/texts.js';
import { tables } from '../../support/tables.js';

const prepared = prepareRelease(bareRelease('a', '一(yī)。\n二。三。四。五。六。七。八。九。十。'), tables);

function page(sentence: number, turn: number, options?: ContextOptions) {
  const window = contextWindow(prepared, sentence, turn, tables, options);
  if (!window) return null;
  const { text, focus } = window;
  return [text, focus && text.slice(focus.start, focus.end)];
}

describe('contextWindow', () => {
  it('shows a sentence between its neighbours, as a person reads them', () => {
    expect(page(4, 0)).toEqual(['三。四。五。六。七。', '五。']);
    expect(page(0, 0)).toEqual(['一。\n二。三。', '一。']);
    expect(page(9, 0)).toEqual(['八。九。十。', '十。']);
  });

  it('turns pages both ways until the release ends', () => {
    expect(page(4, 1)).toEqual(['八。九。十。', null]);
    expect(page(4, -1)).toEqual(['一。\n二。', null]);
    expect(page(4, 2)).toBeNull();
    expect(page(4, -2)).toBeNull();
    expect([0, -1].map((turn) => contextWindow(prepared, 4, turn, tables)!.sentences)).toEqual([
      [3, 7],
      [1, 2],
    ]);
  });

  it('shows fewer neighbours where sentences are long, but never none of it', () => {
    expect(page(4, 0, { neighbours: 2, length: 6 })).toEqual(['四。五。六。', '五。']);
    expect(page(4, 0, { neighbours: 2, length: 1 })).toEqual(['五。', '五。']);
    expect(page(4, 1, { neighbours: 2, length: 1 })).toEqual(['六。', null]);
  });

  it('has none of a sentence that is not there', () => {
    expect(page(10, 0)).toBeNull();
    expect(page(-1, 0)).toBeNull();
  });

  it('partitions any release: its pages hold every sentence once', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.integer({ min: 1, max: 60 }), (body, at, length) => {
        const any = prepareRelease(bareRelease('x', body), tables);
        if (any.sentences.length === 0) return;
        const sentence = at % any.sentences.length;
        const options = { neighbours: 2, length };
        const texts: string[] = [];
        let first = 0;
        while (contextWindow(any, sentence, first - 1, tables, options)) first--;
        for (let turn = first; ; turn++) {
          const window = contextWindow(any, sentence, turn, tables, options);
          if (!window) break;
          expect(window.hasEarlier).toBe(turn > first);
          expect(window.hasLater).toBe(contextWindow(any, sentence, turn + 1, tables, options) !== null);
          expect(window.focus !== null).toBe(turn === 0);
          texts.push(window.text);
        }
        const visible = (text: string) => text.replace(/\s/gu, '');
        const sentences = any.sentences.map(({ start, end }) => body.slice(start, end));
        // Annotations are found page by page: one that begins a page stays.
        if (!/[(（]/u.test(body)) {
          expect(visible(texts.join(''))).toBe(visible(sentences.map((s) => show(s, tables).text).join('')));
        }
      }),
    );
  });
});
