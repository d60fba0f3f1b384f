import { describe, expect, it } from 'vitest';
import { measureCitations, type CitedDraft } from '../../../src/core/measures/citation-measures.js';
import { evidenceOf } from '../../support/evidence-of.js';
import { fakeReader } from '../../support/fake-reader.js';
import { tables } from '../../support/tables.js';

const evidence = evidenceOf({
  R1S2: '12月27日，山西省召开新闻发布会。',
  R1S4: '示范区共签约63个招商引资项目，签约投资额为951.64亿元。',
  R1S8: '落地项目累计达到48个。',
  R2S2: '新闻发布会于12月27日召开。',
  R2S5: '经济总量实现翻番。',
});
const invested = '签约投资额为951.64亿元。'; // R1S4
const signedAndLanded = '共签约63个招商引资项目，落地项目累计48个。'; // R1S4 and R1S8

const draft = (...claims: [text: string, ids: string][]): CitedDraft => ({
  question: '',
  evidence,
  claims: claims.map(([text, ids]) => ({ text, ids: ids.split(' ').filter(Boolean) })),
});
const measure = (...drafts: CitedDraft[]) => measureCitations(drafts, { tables, reader: fakeReader() });

describe('measureCitations', () => {
  it.each([
    ['a claim that its citation supports', invested, 'R1S4', 1, 1],
    ['a claim that only all its citations support, and each of them as needed', signedAndLanded, 'R1S4 R1S8', 1, 1],
    ['not a claim that one of its citations does not support', signedAndLanded, 'R1S4', 0, 0],
    ['a citation that is not needed against precision only', invested, 'R1S4 R2S5', 1, 0.5],
    ['two citations that each support the claim as needed', '12月27日召开新闻发布会。', 'R1S2 R2S2', 1, 1],
    ['not a claim without citations', invested, '', 0, 0],
    ['not a claim with a made-up citation', invested, 'R9S99', 0, 0],
    ['not a false claim', '签约投资额为915.64亿元。', 'R1S4', 0, 0],
  ])('counts %s', async (_, claim, ids, recall, precision) => {
    expect(await measure(draft([claim, ids]))).toMatchObject({ claims: 1, recall, precision });
  }); // prettier-ignore

  it('is the mean over the drafts, those without claims left out', async () => {
    const half = draft([invested, 'R1S4'], [invested, '']);
    expect(await measure(half, draft([invested, 'R1S4']), draft())).toEqual({
      drafts: 2,
      claims: 3,
      citations: 2,
      recall: 0.75,
      precision: 1,
    });
    expect(await measure()).toMatchObject({ drafts: 0, recall: 0, precision: 0 });
  });
});
