import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBatchLines } from '../../src/cli/batch-lines.js';
import { verifyClaims } from '../../src/cli/verify-claim-command.js';
import { loadClaimWeights } from '../../src/adapters/claim-weights.js';
import type { ReaderModel } from '../../src/core/read/reader-model.js';
import { claimWeights } from '../support/claim-weights.js';
import { fakeReader } from '../support/fake-reader.js';
import { fakeTerminal } from '../support/fake-terminal.js';
import { makeFolder } from '../support/folder.js';
import { tables } from '../support/tables.js';

async function run(lines: readonly string[], reader: ReaderModel = fakeReader(), why = false) {
  const folder = await makeFolder({ 'claims.jsonl': lines.join('\n') });
  const { terminal, printed, noted } = fakeTerminal();
  await verifyClaims(
    await readBatchLines(path.join(folder, 'claims.jsonl')),
    why,
    { reader, weights: claimWeights, tables },
    terminal,
  );
  return { printed: printed.map((one) => JSON.parse(one) as Record<string, unknown>), noted };
}

const line = (id: unknown, claim: string): string =>
  JSON.stringify({ id, claim, sentences: ['签约投资额为951.64亿元。'] });

describe('verify-claim', () => {
  it('answers every line in its order, and nothing else', async () => {
    const claims = ['签约投资额为951.64亿元。', '签约投资额为915.64亿元。', '人口很多。'];
    const { printed } = await run(claims.map((claim, i) => line(`c${i}`, claim)));
    expect(printed.map(({ id }) => id)).toEqual(['c0', 'c1', 'c2']);
    for (const one of printed) {
      expect(Object.keys(one)).toEqual(['id', 'supported', 'probability', 'reason']);
      expect(one.reason === null).toBe(one.supported);
    }
    expect(printed[1]).toMatchObject({ supported: false, reason: '915.64亿元 is in none of the sentences' });
  });

  it.each([
    ['{', null],
    ['{"id":"a"}', 'a'],
    ['{"id":7,"claim":"","sentences":["x"]}', 7],
    ['{"id":"b","claim":"x","sentences":[]}', 'b'],
    ['[]', null],
  ])('says what is wrong with a bad line and goes on: %s', async (bad, id) => {
    const { printed } = await run([bad, '', line('ok', '签约投资额为951.64亿元。')]);
    expect(printed[0]).toEqual({
      id,
      supported: false,
      probability: 0,
      reason: expect.stringMatching(/^line 1 is not/u),
    });
    expect(printed[1]).toMatchObject({ id: 'ok', supported: true });
  });

  it('goes on when a claim fails', async () => {
    const reader = fakeReader();
    const failing: ReaderModel = {
      ...reader,
      support: (claims) => (claims[0]!.claim === 'x' ? Promise.reject(new Error('broken')) : reader.support(claims)),
    };
    const { printed, noted } = await run([line(1, 'x'), line(2, '投资额为951.64亿元')], failing);
    expect(printed[0]).toEqual({ id: 1, supported: false, probability: 0, reason: 'broken' });
    expect(printed[1]).toMatchObject({ id: 2, supported: true });
    expect(noted).toHaveLength(1);
  });

  it('shows what was weighed when asked why', async () => {
    const { printed } = await run([line(1, '签约投资额为915.64亿元。')], fakeReader(), true);
    expect(printed[0]).toMatchObject({ features: { strangeFigures: 1 } });
  });

  it('finds weights for what it weighs beside the reader', async () => {
    const { weights } = await loadClaimWeights('models/reader');
    expect(Object.keys(weights).toSorted()).toEqual(Object.keys(claimWeights.weights).toSorted());
  });
});
