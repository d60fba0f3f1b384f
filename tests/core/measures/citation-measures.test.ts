import { describe, expect, it } from 'vitest';
import { measureCitations, type CitedDraft } from '../../../src/core/measures/citation-measures.js';
import { tables } from '../../support/tables.js';
import { evidence } from '../verify/claims/releases.js';

const invested = '签约投资额为951.64亿元。'; // R1S4
const signedAndLanded = '共签约63个招商引资项目，落地项目累计48个。'; // R1S4 and R1S8

const draft = (...claims: [text: string, ids: string][]): CitedDraft => ({
  question: '',
  evidence,
  claims: claims.map(([text, ids]) => ({ text, ids: ids.split(' ').filter(Boolean) })),
});
const measure = (...drafts: CitedDraft[]) => measureCitations(drafts, tables);

describe('measureCitations', () => {
  it('counts a claim that its citation supports', () => {
    const measures = { drafts: 1, claims: 1, citations: 1, recall: 1, precision: 1 };
    expect(measure(draft([invested, 'R1S4']))).toEqual(measures);
  });

  it('counts a claim that only all its citations support, and each of them as needed', () => {
    expect(measure(draft([signedAndLanded, 'R1S4 R1S8']))).toMatchObject({
      recall: 1,
      precision: 1,
    });
    expect(measure(draft([signedAndLanded, 'R1S4']))).toMatchObject({ recall: 0, precision: 0 });
  });

  it('counts a citation that is not needed against precision only', () => {
    expect(measure(draft([invested, 'R1S4 R2S5']))).toMatchObject({ recall: 1, precision: 0.5 });
  });

  it('counts two citations that each support the claim as needed', () => {
    const claim = '新闻发布会于12月27日召开。';
    expect(measure(draft([claim, 'R1S2 R2S2']))).toMatchObject({ recall: 1, precision: 1 });
  });

  it('counts claims without citations, with made-up ones and false ones as unsupported', () => {
    expect(measure(draft([invested, '']))).toMatchObject({ citations: 0, recall: 0, precision: 0 });
    expect(measure(draft([invested, 'R9S99']))).toMatchObject({ recall: 0, precision: 0 });
    expect(measure(draft(['签约投资额为915.64亿元。', 'R1S4']))).toMatchObject({
      recall: 0,
      precision: 0,
    });
  });

  it('is the mean over the drafts, those without claims left out', () => {
    const half = draft([invested, 'R1S4'], [invested, '']);
    expect(measure(half, draft([invested, 'R1S4']), draft())).toMatchObject({
      drafts: 2,
      claims: 3,
      recall: 0.75,
      precision: 1,
    });
    expect(measure()).toEqual({ drafts: 0, claims: 0, citations: 0, recall: 0, precision: 0 });
  });
});
