import { describe, expect, it } from 'vitest';
import { composeAnswer, type FoundPart } from '../../../src/core/compose/compose-answer.js';
import { bareRelease, prepareRelease } from '../../../src/core/corpus/corpus.js';
import type { FoundSentence } from '../../../src/core/ranking/find-answer.js';
import { wordings } from '../../../src/core/answer/wording.js';
import { tables } from '../../support/tables.js';

const body = '簽約投資額為951.64億元,預計產值1493.9億元。落地率高達76.19%。項目48個,落地率76.19%。';
const prepared = prepareRelease(bareRelease('r', body), tables);
const found = { prepared, releaseScore: 1, cosines: new Float32Array(3), score: 1 };

function sentence(number: number, score = 0.9): FoundSentence {
  return { found, sentence: number, score };
}

/** A part whose answer is a stretch of a sentence. */
function part(
  label: string | null,
  number: number,
  words: string,
  isAnswered = true,
  alsoIn: FoundSentence[] = [],
): FoundPart {
  const { start, end } = prepared.foldedSentences[number]!;
  const at = prepared.folded.text.slice(start, end).indexOf(words);
  expect(at).toBeGreaterThanOrEqual(0);
  const span = { start: at, end: at + words.length };
  return {
    label,
    answer: { sentences: [sentence(number)], probability: 0.9, span, shown: span, alsoIn },
    isAnswered,
  };
}

const options = {
  tables,
  wording: wordings['zh-Hans'],
  toReader: (text: string) => text,
  nearest: 3,
};

describe('composeAnswer', () => {
  it('gives the stretch that answers, with its mark', () => {
    const answer = composeAnswer([part(null, 0, '951.64亿元')], options);
    expect(answer).toMatchObject({ kind: 'answered', reason: null, text: '951.64億元 [1]' });
    const [{ quote, highlight }] = answer.citations as [(typeof answer.citations)[0]];
    expect(highlight.map(([from, to]) => quote.slice(from, to))).toEqual(['951.64億元']);
  });

  it('shows the words around a stretch, and emphasises the stretch alone', () => {
    const one = part(null, 0, '951.64亿元');
    const span = one.answer.span!;
    const shown = { start: span.start - '签约投资额为'.length, end: span.end };
    const answer = composeAnswer([{ ...one, answer: { ...one.answer, shown } }], options);
    expect(answer.text).toBe('簽約投資額為951.64億元 [1]');
    const [[from, to]] = answer.emphasis as [[number, number]];
    expect(answer.text.slice(from, to)).toBe('951.64億元');
  });

  it('cites one sentence once for two parts', () => {
    const parts = [part('签约投资额', 0, '951.64亿元'), part('预计产值', 0, '1493.9亿元')];
    const answer = composeAnswer(parts, options);
    expect(answer.text).toBe('签约投资额：951.64億元 [1]；预计产值：1493.9億元 [1]');
    expect(answer.citations).toHaveLength(1);
    expect(answer.citations[0]!.highlight).toHaveLength(2);
    expect(answer.emphasis.map(([from, to]) => answer.text.slice(from, to))).toEqual([
      '951.64億元',
      '1493.9億元',
    ]);
  });

  it('says what is missing of a partial answer', () => {
    const parts = [part('落地率', 1, '76.19%'), part('人口', 0, '951', false)];
    const answer = composeAnswer(parts, options);
    expect(answer).toMatchObject({ kind: 'partial', reason: '新闻稿没有回答：人口。' });
    expect(answer.text).toBe('落地率：76.19% [1]\n新闻稿没有回答：人口。');
    expect(answer.citations.map(({ sentence: number }) => number)).toEqual([2]);
  });

  it('mentions where else the answer stands', () => {
    const answer = composeAnswer([part(null, 1, '76.19%', true, [sentence(2)])], options);
    expect(answer.text).toBe('76.19% [1]（另见 [2]）');
    expect(answer.citations.map(({ sentence: number }) => number)).toEqual([2, 3]);
  });

  it('refuses with the nearest sentences, best first, and highlights nothing', () => {
    const refused: FoundPart = {
      label: null,
      answer: {
        sentences: [sentence(2, 0.2), sentence(0, 0.3), sentence(1, 0.1)],
        probability: 0.2,
        span: { start: 0, end: 1 },
        shown: { start: 0, end: 1 },
        alsoIn: [],
      },
      isAnswered: false,
    };
    const answer = composeAnswer([refused], { ...options, nearest: 2 });
    expect(answer).toMatchObject({
      kind: 'unanswerable',
      reason: '这些新闻稿没有回答这个问题。',
      text: '这些新闻稿没有回答这个问题。最接近的句子：[1][2]',
    });
    expect(answer.citations.map(({ sentence: number, highlight }) => [number, highlight])).toEqual([
      [1, []],
      [3, []],
    ]);
  });
});
