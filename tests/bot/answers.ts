/** Releases and answers for the tests of the bot. */
import type { MessageEntity } from 'grammy/types';
import type { Answer, Citation } from '../../src/core/answer/answer.js';
import type { Release } from '../../src/core/corpus/corpus.js';

export function release(parts: Partial<Release> = {}): Release {
  return {
    id: 'a',
    title: '綜改示範區招商引資',
    source: '黃河新聞網',
    reporters: [],
    publishedOn: null,
    printedDate: '12月27日',
    url: null,
    file: 'a.txt',
    body: '黃河新聞網訊。簽約投資額為951.64億元。預計產值1493.9億元。',
    offset: 0,
    ...parts,
  };
}

export function citation(parts: Partial<Citation> = {}): Citation {
  const quote = parts.quote ?? '簽約投資額為951.64億元。';
  return {
    n: 1,
    release: release(),
    sentence: 2,
    start: 7,
    end: 7 + quote.length,
    original: quote,
    quote,
    highlight: [],
    ...parts,
  };
}

export function answer(parts: Partial<Answer> = {}): Answer {
  return {
    question: '签约投资额是多少？',
    understood: null,
    reader: 'zh-Hans',
    kind: 'answered',
    confidence: 0.95,
    reason: null,
    note: null,
    mode: 'extractive',
    text: '951.64亿元 [1]',
    emphasis: [[0, 8]],
    citations: [citation({ highlight: [[6, 14]] })],
    nearest: [],
    retrieved: [],
    timingsMs: { retrieve: 1, read: 2, total: 3 },
    ...parts,
  };
}

/** What the entities of a kind cover in a message. */
export function covered(
  { text, entities = [] }: { readonly text: string; readonly entities?: readonly MessageEntity[] },
  kind: string,
): string[] {
  return entities.filter(({ type }) => type === kind).map(({ offset, length }) => text.slice(offset, offset + length));
}
