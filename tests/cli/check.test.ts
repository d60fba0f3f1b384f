import { describe, expect, it } from 'vitest';
import { printCheck } from '../../src/cli/check-command.js';
import { bareRelease } from '../../src/core/corpus/corpus.js';
import { corpusOf } from '../support/corpus-of.js';
import { fakeTerminal } from '../support/fake-terminal.js';

const text = '示范区发布成果\n示范区共签约63个项目,签约投资额为951.64亿元。落地率为76.19%。\n';
const { quotes } = corpusOf([bareRelease('a.txt', text)]);

interface CheckJson {
  readonly verdict: string;
  readonly parts: readonly {
    readonly stretches: readonly { start: number; end: number; original: string }[];
    readonly changes: readonly {
      readonly kind: string;
      readonly pasted: readonly [number, number];
      readonly original: readonly [number, number];
    }[];
  }[];
}

function printedOf(quote: string, isJson = false): string {
  const { terminal, printed } = fakeTerminal();
  printCheck(quotes.check(quote), isJson, 'zh-Hans', terminal);
  return printed.join('\n');
}

describe('presscite check', () => {
  it('gives places and differences as JSON, as offsets into the file and into the quote', () => {
    const quote = '签约投资额为915.64亿元';
    const { verdict, parts } = JSON.parse(printedOf(quote, true)) as CheckJson;
    const [{ stretches, changes }] = parts as [CheckJson['parts'][number]];
    expect(verdict).toBe('altered');
    expect(stretches).toMatchObject([{ releaseId: 'a.txt', sentences: [2, 2] }]);
    expect(text.slice(stretches[0]!.start, stretches[0]!.end)).toBe(stretches[0]!.original);
    expect(changes[0]!.kind).toBe('figure');
    expect(text.slice(...changes[0]!.original)).toBe('951.64亿元');
    expect(quote.slice(...changes[0]!.pasted)).toBe('915.64亿元');
  });

  it('says what was found, what was changed and where it stands', () => {
    expect(printedOf('「落地率為76.19%」')).toMatch(
      /^✓ 逐字相符\n {2}繁简字形不同，不算改动\n\n {2}落地率为76\.19%。\n/,
    );
    expect(printedOf('落地率为76.19%。'.repeat(9))).toBe(
      '≠ 与原文不同\n  字词: 多出 落地率为76.19% ×8\n\n  落地率为76.19%。\n  a.txt · 3',
    );
    expect(printedOf('今天天气很好，适合出门。')).toBe('✗ 这些新闻稿里没有这段话');
  });
});
