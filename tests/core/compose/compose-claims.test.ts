import { describe, expect, it } from 'vitest';
import { highlightsOf } from '../../../src/core/compose/claim-highlights.js';
import { composeClaims } from '../../../src/core/compose/compose-claims.js';
import { bareRelease, prepareRelease } from '../../../src/core/corpus/corpus.js';
import { trustedMissing } from '../../../src/core/compose/missing-words.js';
import { wordings } from '../../../src/core/answer/wording.js';
import { tables } from '../../support/tables.js';

const body = '簽約投資額為951.64億元,預計產值1493.9億元。落地率高達76.19%。張效生稱“晉速度”。';
const prepared = prepareRelease(bareRelease('r', body), tables);

const claim = (text: string, ...sentences: number[]) => ({
  text,
  cited: sentences.map((sentence) => ({ id: `R1S${sentence + 1}`, prepared, sentence, shown: '' })),
});

const options = {
  tables,
  reader: 'zh-Hans' as const,
  wording: wordings['zh-Hans'],
  toReader: (text: string) => text.replaceAll('億', '亿'),
  answering: ['951.64亿元'],
};

describe('composeClaims', () => {
  it('puts the first sentence on a line of its own and numbers citations as they are met', () => {
    const { text, citations, emphasis } = composeClaims(
      [claim('投资额为951.64億元。', 0), claim('落地率为76.19%，', 1), claim('产值1493.9億元', 0, 1)],
      options,
    );
    expect(text).toBe('投资额为951.64亿元。[1]\n落地率为76.19%。[2]产值1493.9亿元。[1][2]');
    expect(citations.map(({ n, sentence }) => [n, sentence])).toEqual([[1, 1], [2, 2]]); // prettier-ignore
    expect(emphasis.map(([start, end]) => text.slice(start, end))).toEqual(['951.64亿元']);
    const [first] = citations;
    expect(first!.highlight.map(([start, end]) => first!.quote.slice(start, end))).toEqual([
      '951.64億元',
      '1493.9億元',
    ]);
  });

  it('spaces English as English', () => {
    const english = { ...options, reader: 'en' as const, wording: wordings.en };
    expect(composeClaims([claim('A', 0), claim('B.', 1), claim('C', 1)], english).text).toBe('A. [1]\nB. [2] C. [2]');
  });
});

describe('highlightsOf', () => {
  const sentence = '签约投资额为951.64亿元,预计产值1493.9亿元。';
  it.each([
    ['投资额是951.64亿元', ['951.64亿元']],
    ['a total of 951.64 (100 million yuan)', ['951.64亿元']],
    ['预计产值可观', ['预计产值']],
    ['无关', []],
  ])('%s', (text, words) => {
    expect(highlightsOf(text, sentence).map(({ start, end }) => sentence.slice(start, end))).toEqual(words);
  });
});

describe('the script of a claim', () => {
  it.each(['「億」', '“億”', '"億"', "'億'", '＂億＂', '『億』'])('is not that of %s', (quoted) => {
    const { text } = composeClaims([claim(`億${quoted}億`, 0)], options);
    expect(text).toContain(`亿${quoted}亿`);
  });
});

describe('trustedMissing', () => {
  it.each([
    ['人口', '签约投资额和人口是多少？', '人口'], ['示范区的人口', '示範區的簽約投資額和人口是多少？', '示范区的人口'],
    ['the population', 'What are investment and population?', 'the population'], ['人口为300万', '签约投资额和人口是多少？', null],
    ['王大力', '签约投资额和人口是多少？', null], ['23年人口', '2023年签约投资额和人口是多少？', null], ['2023年人口', '2023年签约投资额和人口是多少？', '2023年人口'],
    ['没有签约投资额', '签约投资额是多少？', null], ['沒有簽約投資額', '有沒有簽約投資額？', null], ['签约投资额未公布', '签约投资额公布了吗？', null],
    ['no population', 'Is there no population?', null],
    ['the population is not given', 'What is the population?', null], ['人口😀', '签约投资额和人口是多少？', null],
    ['➡人口★', '签约投资额和人口是多少？', null], ['**人口**', '签约投资额和人口是多少？', null], ['C++人才的数量', 'C++人才的数量是多少？', 'C++人才的数量'],
    ['《规划》的人口（2023年）', '《规划》2023年的人口是多少？', '《规划》的人口（2023年）'], ['未来三年的人口', '未来三年的人口是多少？', '未来三年的人口'],
    ['没有相关信息', '签约投资额和人口是多少？', null], ['', '签约投资额和人口是多少？', null], ['人口'.repeat(40), '人口是多少？', null],
  ])('%s of %s', (missing, question, words) => {
    expect(trustedMissing(missing, question, tables)).toBe(words);
  }); // prettier-ignore
});
