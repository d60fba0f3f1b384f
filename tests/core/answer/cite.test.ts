import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CitationList, cite } from '../../../src/core/answer/cite.js';
import { bareRelease, prepareRelease, type Release } from '../../../src/core/corpus/corpus.js';
import { findAnnotations } from '../../../src/core/text/fold.js';
import { show } from '../../../src/core/text/show.js';
import { tables } from '../../support/tables.js';
import { anyText } from '../../support/texts.js';

function releaseOf(body: string, offset = 0): Release {
  return { ...bareRelease('r', body), offset };
}

describe('cite', () => {
  it('copies the sentence and shows it without annotations', () => {
    const head = '前言\n';
    const body = '甲。簽約投資額為951.64億元,項(xiàng)目63個。\n丙。';
    const prepared = prepareRelease(releaseOf(body, head.length), tables);
    const at = prepared.folded.text.indexOf('项目63个') - prepared.foldedSentences[1]!.start;
    const spans = [{ start: at, end: at + 5 }];
    const citation = cite({ prepared, sentence: 1, spans }, 1, tables);
    expect(citation).toMatchObject({
      n: 1,
      sentence: 2,
      original: '簽約投資額為951.64億元,項(xiàng)目63個。',
      quote: '簽約投資額為951.64億元,項目63個。',
    });
    expect((head + body).slice(citation.start, citation.end)).toBe(citation.original);
    const [[from, to]] = citation.highlight as [[number, number]];
    expect(citation.quote.slice(from, to)).toBe('項目63個');
  });

  it('is a slice of the file and highlights parts of the quote, whatever the text', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.nat(), fc.nat(), (head, body, a, b) => {
        const prepared = prepareRelease(releaseOf(body, head.length), tables);
        for (const [sentence, { start, end }] of prepared.foldedSentences.entries()) {
          const length = end - start;
          const from = length === 0 ? 0 : a % length;
          const spans = [{ start: from, end: Math.min(length, from + 1 + (b % 5)) }];
          const citation = cite({ prepared, sentence, spans }, 1, tables);
          expect((head + body).slice(citation.start, citation.end)).toBe(citation.original);
          for (const [first, last] of citation.highlight) {
            expect(first).toBeLessThan(last);
            expect(last).toBeLessThanOrEqual(citation.quote.length);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('CitationList', () => {
  it('numbers sentences as they come and merges what is cited twice', () => {
    const prepared = prepareRelease(releaseOf('甲乙丙丁。戊。'), tables);
    const list = new CitationList();
    expect(list.mark(prepared, 1)).toBe('[1]');
    expect(list.mark(prepared, 0, { start: 2, end: 4 })).toBe('[2]');
    expect(list.mark(prepared, 0, { start: 0, end: 3 })).toBe('[2]');
    const citations = list.toCitations(tables);
    expect(citations.map(({ n, sentence }) => [n, sentence])).toEqual([
      [1, 2],
      [2, 1],
    ]);
    expect(citations[1]!.highlight).toEqual([[0, 4]]);
  });
});

describe('show', () => {
  it('leaves out the annotations and nothing else', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = show(text, tables);
        expect(shown.offsets.map((offset) => text[offset]).join('')).toBe(shown.text);
        let kept = '';
        let from = 0;
        for (const { start, end } of findAnnotations(text, tables)) {
          kept += text.slice(from, start);
          from = end;
        }
        expect(shown.text).toBe((kept + text.slice(from)).trim());
      }),
    );
  });
});
