import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareRelease, prepareRelease } from '../../../src/core/corpus/corpus.js';
import type { Evidence } from '../../../src/core/draft/evidence.js';
import { verifyClaim, type Verdict } from '../../../src/core/verify/verify-claim.js';
import { tables } from '../../support/tables.js';
import { falseClaims } from './claims/false-claims.js';
import { goodClaims } from './claims/good-claims.js';
import { evidence } from './claims/releases.js';
import { reviewedFalseClaims, reviewedGoodClaims } from './claims/reviewed-claims.js';
import { knownGaps, unseenFalseClaims, unseenGoodClaims } from './claims/unseen-claims.js';

function verdictOf(ids: string, text: string, question = ''): Verdict {
  return verifyClaim({ text, ids: ids.split(' ').filter(Boolean) }, evidence, { question, tables });
}

const allFalse = [...falseClaims, ...unseenFalseClaims, ...reviewedFalseClaims];
const allGood = [...goodClaims, ...unseenGoodClaims, ...reviewedGoodClaims];

describe('verifyClaim', () => {
  it.each(allFalse)('drops ($fault): $claim', ({ ids, claim, question, fault }) => {
    expect(verdictOf(ids, claim, question)).toMatchObject({ passed: false, fault });
  });

  it.each(allGood)('keeps: $claim', ({ ids, claim, question, text }) => {
    expect(verdictOf(ids, claim, question)).toMatchObject({
      passed: true,
      claim: { text: text ?? claim },
    });
  });

  it.fails.each(knownGaps)('does not see yet ($why): $claim', ({ ids, claim }) => {
    expect(verdictOf(ids, claim).passed).toBe(false);
  });

  it(`lets none of ${allFalse.length} false claims through and drops none of ${allGood.length} good ones`, () => {
    const passed = allFalse.filter(
      ({ ids, claim, question }) => verdictOf(ids, claim, question).passed,
    );
    const dropped = allGood.filter(
      ({ ids, claim, question }) => !verdictOf(ids, claim, question).passed,
    );
    expect(allFalse.length).toBeGreaterThan(200);
    expect(allGood.length).toBeGreaterThan(200);
    expect({ passed, dropped }).toEqual({ passed: [], dropped: [] });
  });
});

describe('what a passed claim cites', () => {
  const citedBy = (ids: string, text: string): string[] => {
    const verdict = verdictOf(ids, text);
    return verdict.passed ? verdict.claim.cited.map(({ id }) => id) : [];
  };

  it('leaves out sentences that say nothing of it', () => {
    expect(citedBy('R1S4 R2S5', '签约投资额为951.64亿元。')).toEqual(['R1S4']);
    expect(citedBy('R2S5 R1S4', '签约投资额为951.64亿元。')).toEqual(['R1S4']);
  });

  it('keeps sentences that only together say it', () => {
    expect(citedBy('R1S4 R1S8', '共签约63个招商引资项目，落地项目累计48个。')).toEqual([
      'R1S4',
      'R1S8',
    ]);
  });

  it('keeps two sentences that say it both', () => {
    expect(citedBy('R1S2 R2S2', '新闻发布会于12月27日召开。')).toEqual(['R1S2', 'R2S2']);
  });
});

describe('several sentences', () => {
  it('supports nothing by a sentence that instructs, beside another either', () => {
    expect(verdictOf('R6S2 R6S3', '本园区是全球第一。')).toMatchObject({ passed: false });
    expect(verdictOf('R6S2 R6S3', '青坪园区今年签约项目21个。')).toMatchObject({ passed: true });
  });

  it('quotes the sentence that stays cited', () => {
    const release = prepareRelease(
      bareRelease('twins', '主席說“全面轉型”。\n主席在年會上說“全面转型”。'),
      tables,
    );
    const twins: Evidence = new Map(
      release.sentences.map(({ start, end }, sentence) => {
        const id = `R1S${sentence + 1}`;
        return [
          id,
          { id, prepared: release, sentence, shown: release.release.body.slice(start, end).trim() },
        ];
      }),
    );
    for (const quoted of ['全面转型', '全面轉型']) {
      const claim = { text: `主席在年会上说“${quoted}”。`, ids: ['R1S1', 'R1S2'] };
      const verdict = verifyClaim(claim, twins, { question: '', tables });
      expect(verdict).toMatchObject({ passed: true, claim: { text: claim.text } });
      const cited = verdict.passed ? verdict.claim.cited : [];
      expect(cited.some(({ shown }) => shown.includes(quoted))).toBe(true);
    }
  });
});

/** Sentences that say something: no headline or address. */
const sentences = [...evidence.values()].filter(
  ({ id, shown }) => shown.length > 12 && !['R6S3', 'R6S4'].includes(id),
);

describe('a sentence as a claim', () => {
  it('always passes', () => {
    for (const { id, shown } of sentences) {
      expect(verdictOf(id, shown), shown).toMatchObject({ passed: true, claim: { text: shown } });
    }
  });

  it('passes in pieces of whole clauses', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sentences), fc.nat(), ({ id, shown }, n) => {
        if (/[「“"]/u.test(shown)) return;
        const clauses = shown
          .replace(/[。.]$/u, '')
          .split(/[,;](?!\d)\s?/u)
          .filter((one) => one.length > 12);
        const clause = clauses[n % Math.max(1, clauses.length)];
        if (clause) expect(verdictOf(id, clause).passed, clause).toBe(true);
      }),
    );
  });

  it('never passes with one digit changed', () => {
    const withDigits = sentences.filter(({ shown }) => /\d/u.test(shown));
    fc.assert(
      fc.property(
        fc.constantFrom(...withDigits),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        ({ id, shown }, n, by) => {
          const places = Array.from(shown.matchAll(/\d/gu), ({ index }) => index);
          const at = places[n % places.length]!;
          const changed =
            shown.slice(0, at) + ((Number(shown[at]) + by) % 10) + shown.slice(at + 1);
          expect(verdictOf(id, changed), changed).toMatchObject({ passed: false });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never passes with another sentence’s id when it has figures', () => {
    const withDigits = sentences.filter(({ shown }) => /\d\d(?![\d.]*年)/u.test(shown));
    fc.assert(
      fc.property(fc.constantFrom(...withDigits), fc.constantFrom(...sentences), (one, other) => {
        if (one.id === other.id) return;
        expect(verdictOf(other.id, one.shown).passed, `${one.shown} [${other.id}]`).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('never throws, whatever a model writes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.constantFrom(...sentences),
        (text, { id, shown }) => {
          expect(typeof verdictOf(id, text).passed).toBe('boolean');
          expect(typeof verdictOf(id, shown.slice(0, 20) + text).passed).toBe('boolean');
        },
      ),
    );
  });
});

describe('the time of a verification', () => {
  it('stays below 5 ms a claim', () => {
    const claims = [...allFalse, ...allGood];
    const verifyAll = (): void => {
      for (const { ids, claim, question } of claims) verdictOf(ids, claim, question);
    };
    verifyAll();
    const before = process.cpuUsage();
    verifyAll();
    expect(process.cpuUsage(before).user / 1000 / claims.length).toBeLessThan(5);
  });
});
