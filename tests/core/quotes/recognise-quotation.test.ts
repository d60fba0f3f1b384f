import { describe, expect, it } from 'vitest';
import { createQuoteChecker } from '../../../src/app/check-quote.js';
import { show } from '../../../src/core/text/show.js';
import { seedQuestions } from '../../support/seed-questions.js';
import { seed, seedSentences } from '../../support/seed-releases.js';
import { tables } from '../../support/tables.js';

const { recognise } = createQuoteChecker(seed, tables);
const isQuotation = (text: string, isForwarded = false) => recognise({ text, isForwarded }) !== null;

describe('recognise', () => {
  it('takes no question for a quotation, with and without its mark', () => {
    const asked = seedQuestions.flatMap((question) => [question, question.replace(/[?？]\s*$/u, '')]);
    expect(asked.length).toBeGreaterThan(400);
    expect(asked.filter((text) => isQuotation(text))).toEqual([]);
  });

  it('recognises every sentence of the releases, also altered', () => {
    const sentences = seedSentences.map(({ text }) => show(text, tables).text);
    expect(sentences.filter((text) => !isQuotation(text))).toEqual([]);
    const altered = sentences.map((text) => text.replace(/\d/, (digit) => `${(+digit + 3) % 10}`));
    expect(altered.filter((text) => !isQuotation(text))).toEqual([]);
  });

  it('takes what is in quote marks or forwarded for a quotation, unless it asks', () => {
    expect(isQuotation('「全区已有三百家企业投产运营」')).toBe(true);
    expect(isQuotation('全区已有三百家企业投产运营')).toBe(false);
    expect(isQuotation('全区已有三百家企业投产运营', true)).toBe(true);
    expect(isQuotation('签约投资额是多少？', true)).toBe(false);
    expect(isQuotation('「签约投资额是多少」')).toBe(false);
    expect(isQuotation('2023年以来，山西转型综改示范区共签约63个招商引资项目，签约投资额为951.64亿元？')).toBe(false);
    expect(isQuotation('总投资达1317亿元')).toBe(true);
    expect(isQuotation('2023年签约项目当年落地率')).toBe(false);
    expect(isQuotation('谢谢！')).toBe(false);
  });
});
