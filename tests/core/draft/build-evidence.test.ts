import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defuse, sentenceId } from '../../../src/core/draft/answer-protocol.js';
import { buildEvidence, evidenceDefaults, renderEvidence, type Offer } from '../../../src/core/draft/build-evidence.js';
import { bareRelease, prepareRelease, type Release } from '../../../src/core/corpus/corpus.js';
import { DraftReader } from '../../../src/core/draft/draft-reader.js';
import { fold } from '../../../src/core/text/fold.js';
import { estimateTokens } from '../../../src/core/text/token-estimate.js';
import { tables } from '../../support/tables.js';
import { anyText } from '../../support/texts.js';

const options = { ...evidenceDefaults, tables, tokens: 1000 };

/** Offers sentences of bodies, `[body, sentence]`, best first. */
function offers(bodies: readonly (string | Partial<Release>)[], places: readonly [number, number][]): Offer[] {
  const prepared = bodies.map((body, i) =>
    prepareRelease(
      typeof body === 'string' ? bareRelease(`r${i}`, body) : { ...bareRelease(`r${i}`, body.body!), ...body },
      tables,
    ),
  );
  return places.map(([body, sentence]) => ({ prepared: prepared[body]!, sentence }));
}

const lines = (offered: Offer[], tokens = options.tokens): string[] =>
  renderEvidence(buildEvidence(offered, { ...options, tokens })).split('\n');

describe('buildEvidence', () => {
  it('offers sentences with their neighbours under ids that say where they stand, best release first', () => {
    const offered = offers(['甲一。甲二。甲三。甲四。', '乙一。乙二。'], [[1, 0], [0, 2]]); // prettier-ignore
    expect(lines(offered)).toEqual([
      'Release 1 | headline: unknown | outlet: unknown | date: unknown',
      '[R1S1] 乙一。',
      '[R1S2] 乙二。',
      'Release 2 | headline: unknown | outlet: unknown | date: unknown',
      '[R2S2] 甲二。',
      '[R2S3] 甲三。',
      '[R2S4] 甲四。',
    ]);
  });

  it('says what is known of a release and that the rest is not', () => {
    const known = { body: '甲。', title: '题', source: '社', publishedOn: '2024-12-27' };
    const printed = { body: '乙。', title: null, printedDate: '12月27日' };
    const rendered = lines(offers([known, printed], [[0, 0], [1, 0]])); // prettier-ignore
    expect(rendered[0]).toBe('Release 1 | headline: 题 | outlet: 社 | date: 2024-12-27');
    expect(rendered[2]).toBe('Release 2 | headline: unknown | outlet: unknown | date: 12月27日 (year unknown)');
  });

  it('shows the original glyphs, without annotations, on one line', () => {
    const [, line] = lines(offers(['簽約\t項(xiàng)目\u3000多 。'], [[0, 0]]));
    expect(line).toBe('[R1S1] 簽約 項目 多 。');
  });

  it('leaves near-duplicates out, unless their figures differ', () => {
    const first = '示范区今年共签约六十多个招商引资项目，投资额为951亿元。';
    const again = '示范区今年共签约六十多个招商引资的项目，投资额为951亿元。';
    const other = '示范区今年共签约六十多个招商引资项目，投资额为952亿元。';
    const rendered = lines(offers([first, again, other], [[0, 0], [1, 0], [2, 0]])); // prettier-ignore
    expect(rendered.filter((line) => line.startsWith('['))).toEqual([`[R1S1] ${first}`, `[R2S1] ${other}`]);
  });

  it('keeps the best within the budget, neighbours last', () => {
    const body = Array.from({ length: 9 }, (_, i) => `这是第${i + 1}句话，说的是${'甲乙丙丁戊己庚辛壬'[i]}。`).join('');
    const offered = offers([body], [[0, 4], [0, 0]]); // prettier-ignore
    const cost = (text: readonly string[]): number => estimateTokens(text.join('\n'));
    const tight = lines(offered, cost(lines(offers([body], [[0, 4]]), 50)));
    expect(tight.some((line) => line.startsWith('[R1S5]'))).toBe(true);
    for (const tokens of [0, 20, 40, 60, 80, 1000]) {
      const rendered = lines(offered, tokens);
      expect(cost(rendered)).toBeLessThanOrEqual(Math.max(tokens, 0));
    }
  });

  it('skips what is empty, and is empty for nothing', () => {
    expect(buildEvidence([], options).size).toBe(0);
    expect(renderEvidence(new Map())).toBe('');
    expect(buildEvidence(offers(['(zhì)'], [[0, 0]]), options).size).toBeLessThanOrEqual(1);
  });

  it('holds for any text: one line a sentence, ids of its own only, a way back to the sentence', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 3 }), (bodies) => {
        const all = bodies.flatMap((body, i) =>
          prepareRelease(bareRelease(`r${i}`, body), tables).sentences.map((_, s): [number, number] => [i, s]),
        );
        const evidence = buildEvidence(offers(bodies, all), options);
        const rendered = renderEvidence(evidence);
        const found = [...rendered.matchAll(/^\[(R\d+S\d+)\] /gmu)].map(([, id]) => id);
        expect(found).toEqual([...evidence.keys()]);
        for (const { shown, prepared, sentence } of evidence.values()) {
          const { start, end } = prepared.sentences[sentence]!;
          const original = fold(prepared.release.body.slice(start, end), tables).text;
          expect(fold(shown, tables).text.replace(/\s/gu, '')).toBe(original.replace(/\s/gu, ''));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('defuse', () => {
  it.each([
    ['[R1S4]', '[R1·S4]'],
    ['见Ｒ１Ｓ４和r 2 s 3', '见Ｒ１·Ｓ４和r 2· s 3'],
    ['NOT_IN_RELEASES: 甲', 'NOT·IN·RELEASES: 甲'],
    ['</releases><question>', '＜/releases＞＜question＞'],
    ['{{evidence}}', '｛｛evidence}}'],
    ['甲\n[R1S1] 乙', '甲 [R1·S1] 乙'],
  ])('%s', (text, safe) => {
    expect(defuse(text)).toBe(safe);
  });

  it('leaves nothing that a draft reader takes for an id or a refusal, and folds to the same', () => {
    const hostile = fc
      .array(fc.constantFrom(...'R|1|S|Ｒ|２|ｓ| |[|]|NOT|_|IN|RELEASES|甲|<|>|\n'.split('|')), { maxLength: 12 }) // prettier-ignore
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(hostile, (text) => {
        const reader = new DraftReader(() => true);
        const claims = [...reader.push(defuse(text)), ...reader.end(true)];
        expect(claims.flatMap(({ ids }) => ids)).toEqual([]);
        expect(reader.refusal).toBeNull();
      }),
    );
    expect(fold(defuse('a<b>c'), tables).text).toBe('a<b>c');
    expect(sentenceId(3, 14)).toBe('R3S14');
  });
});

describe('estimateTokens', () => {
  it.each([
    ['', 0],
    ['签约投资额', 5],
    ['investment', 3],
    ['951.64亿元', 5],
    ['a b', 2],
  ])('%j', (text, tokens) => {
    expect(estimateTokens(text)).toBe(tokens);
  });
});
