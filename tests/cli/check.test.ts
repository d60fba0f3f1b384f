import { describe, expect, it } from 'vitest';
import { makeFolder } from '../support/folder.js';
import { runPresscite } from '../support/run-presscite.js';

const text = '示范区发布成果\n示范区共签约63个项目,签约投资额为951.64亿元。落地率为76.19%。\n';

interface CheckJson {
  readonly verdict: string;
  readonly parts: readonly {
    readonly verdict: string;
    readonly pasted: readonly [number, number];
    readonly stretches: readonly {
      readonly releaseId: string;
      readonly sentences: readonly [number, number];
      readonly start: number;
      readonly end: number;
      readonly original: string;
    }[];
    readonly changes: readonly {
      readonly kind: string;
      readonly pasted: readonly [number, number];
      readonly original: readonly [number, number];
    }[];
  }[];
}

async function folders(): Promise<string[]> {
  const knowledge = await makeFolder({ 'a.txt': text });
  return ['--knowledge', knowledge, '--index', await makeFolder()];
}

describe('presscite check', () => {
  it('gives places and differences as JSON, as offsets into the file and into the quote', async () => {
    const quote = '签约投资额为915.64亿元';
    const { code, stdout } = await runPresscite(['check', '--json', quote, ...(await folders())]);
    expect(code).toBe(0);
    const { verdict, parts } = JSON.parse(stdout) as CheckJson;
    const [{ stretches, changes }] = parts as [CheckJson['parts'][number]];
    expect(verdict).toBe('altered');
    expect(stretches).toMatchObject([{ releaseId: 'a.txt#1', sentences: [2, 2] }]);
    expect(text.slice(stretches[0]!.start, stretches[0]!.end)).toBe(stretches[0]!.original);
    expect(changes[0]!.kind).toBe('figure');
    expect(text.slice(...changes[0]!.original)).toBe('951.64亿元');
    expect(quote.slice(...changes[0]!.pasted)).toBe('915.64亿元');
  });

  it('reads standard input, in the reader’s language, and does its work whatever the verdict', async () => {
    const own = await folders();
    const verbatim = await runPresscite(['check', '-', ...own], '「落地率為76.19%」\n');
    expect(verbatim).toMatchObject({ code: 0 });
    expect(verbatim.stdout).toMatch(
      /^✓ 逐字相符\n {2}繁簡字形不同，不算改動\n\n {2}落地率为76\.19%。\n/,
    );
    const repeated = await runPresscite(['check', '落地率为76.19%。'.repeat(9), ...own]);
    expect(repeated.stdout).toBe(
      '≠ 与原文不同\n  字词: 多出 落地率为76.19% ×8\n\n  落地率为76.19%。\n  示范区发布成果 · a.txt · 3\n',
    );
    const absent = await runPresscite(['check', '今天', '天气很好，适合出门。', ...own]);
    expect(absent).toMatchObject({ code: 0, stdout: '✗ 这些新闻稿里没有这段话\n' });
    expect(await runPresscite(['check', ...own])).toMatchObject({ code: 2 });
  });
});
