import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/core/text/sentences.js';
import { anyText } from '../../support/texts.js';

const split = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it('partitions any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const sentences = splitSentences(text);
        expect(sentences.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        let next = 0;
        for (const { start, end } of sentences) {
          expect(start).toBe(next);
          expect(end).toBeGreaterThan(start);
          next = end;
        }
        expect(next).toBe(text.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves no sentence of white space alone beside others', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const sentences = split(text);
        if (sentences.length > 1) for (const one of sentences) expect(one.trim()).not.toBe('');
      }),
    );
  });

  it.each<[string, string[]]>([
    ['', []],
    ['  \n ', ['  \n ']],
    ['甲。乙！丙？', ['甲。', '乙！', '丙？']],
    ['甲\n\n乙', ['甲\n\n', '乙']],
    ['他說：「好。」他走了。', ['他說：「好。」', '他走了。']],
    ['『甲。』”乙', ['『甲。』”', '乙']],
    ['“行！”，他說。走了。', ['“行！”，他說。', '走了。']],
    ['提出「加油！」的口號。結束', ['提出「加油！」的口號。', '結束']],
    ['等等……後來呢', ['等等……', '後來呢']],
    ['真的？！是。', ['真的？！', '是。']],
    ['The U.S. economy grew 3.5 percent. It fell.', ['The U.S. economy grew 3.5 percent. ', 'It fell.']],
    ['See No. 3 for more. Then stop.', ['See No. 3 for more. ', 'Then stop.']],
    ['Acme Inc. rose. J. Smith left.', ['Acme Inc. rose. ', 'J. Smith left.']],
    ['He said "Go." Then he left.', ['He said "Go." ', 'Then he left.']],
    ['Visit example.com today. Now.', ['Visit example.com today. ', 'Now.']],
    ['1. First\n2. Second', ['1. First\n', '2. Second']],
    ['增長3.5%。😀好。', ['增長3.5%。', '😀好。']],
    ['a... b', ['a... b']],
    // a space that was lost
    ['It grew, she said.Later, Ann Poe left.', ['It grew, she said.', 'Later, Ann Poe left.']],
    ['It is out.About Hart Group', ['It is out.', 'About Hart Group']],
    ['See example.com, U.S.A and Dr.Poe', ['See example.com, U.S.A and Dr.Poe']],
  ])('%j', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });
});
