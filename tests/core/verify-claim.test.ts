import { describe, expect, it } from 'vitest';
import { verifyClaim } from '../../src/core/verify-claim.js';
import { tables } from '../support/tables.js';
import { falseClaims } from './claims/false-claims.js';
import { goodClaims } from './claims/good-claims.js';
import { evidence } from './claims/releases.js';

const verdictOf = (ids: string, text: string, question = '') =>
  verifyClaim({ text, ids: ids.split(' ').filter(Boolean) }, evidence, { question, tables });

describe('verifyClaim', () => {
  it.each(falseClaims)('drops: $why: $claim', ({ ids, claim, question, fault }) => {
    expect(verdictOf(ids, claim, question)).toMatchObject({ passed: false, fault });
  });

  it.each(goodClaims)('keeps: $claim', ({ ids, claim, question, text }) => {
    expect(verdictOf(ids, claim, question)).toMatchObject({
      passed: true,
      claim: { text: text ?? claim },
    });
  });
});
