import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DraftReader } from '../../../src/core/draft/draft-reader.js';

interface Read {
  readonly claims: readonly string[];
  readonly missing: string | null;
}

/** Claims as `text <ids>`. */
function read(chunks: readonly string[], isWhole = true): Read {
  const reader = new DraftReader((id) => /^R[12]S\d$/u.test(id));
  const claims = [...chunks.flatMap((chunk) => reader.push(chunk)), ...reader.end(isWhole)];
  return {
    claims: claims.map(({ text, ids }) => `${text} <${ids.join(' ')}>`),
    missing: reader.refusal?.missing ?? null,
  };
}

const claimsOf = (draft: string, isWhole = true): readonly string[] => read([draft], isWhole).claims;

describe('DraftReader', () => {
  it.each([
    ['甲。[R1S4][R2S2][R1S4]', ['甲。 <R1S4 R2S2>']],
    ['甲[R1S4]，乙[R2S2]。', ['甲， <R1S4>', '乙。 <R2S2>']],
    ['甲。【r1s4】（Ｒ２Ｓ２）[R1 S5]', ['甲。 <R1S4 R2S2 R1S5>']],
    ['甲。[R1S4, R2S2；r2s3、R2S4 和 R2S5]', ['甲。 <R1S4 R2S2 R2S3 R2S4 R2S5>']],
    ['甲。[R1S4, S6]', ['甲。 <R1S4 R1S6>']],
    [
      '甲。[R1S1-R1S3][R2S1–S3][R1S4~6][R2S7 至 R2S9]',
      ['甲。 <R1S1 R1S2 R1S3 R2S1 R2S2 R2S3 R1S4 R1S5 R1S6 R2S7 R2S8 R2S9>'],
    ],
    ['甲。[R1S6-R1S4][R1S1-R2S2]', ['甲。 <R1S6 R1S4 R1S1 R2S2>']],
    ['甲。[R1S8-R1S12]', ['甲。 <R1S8 R1S9 R1S12>']], // S10 and S11 are not offered
    ['甲。[R1S1-R1S999999]', ['甲。 <R1S1 R1S999999>']],
    ['甲。R1S4', ['甲。 <R1S4>']],
    ['甲\u202e\u200b\u0000\ud800乙。[R1S4]', ['甲乙。 <R1S4>']],
    ['甲[R1S4。', ['甲[。 <R1S4>']],
    ['甲。乙。[R1S4]', ['甲。 <R1S4>', '乙。 <R1S4>']],
    ['甲。\n乙。[R1S4]', ['甲。 <>', '乙。 <R1S4>']],
    ['[R1S4] 甲。乙。\n[R2S2] 丙。', ['甲。 <R1S4>', '乙。 <R1S4>', '丙。 <R2S2>']],
    ['[R1S4] 甲。[R2S2] 乙。', ['甲。 <R1S4>', '乙。 <R2S2>']],
    ['[R1S4] 甲。[R2S2]', ['甲。 <R1S4 R2S2>']],
    ['甲。\n\n[R1S4]\n乙。\n[R2S2]', ['甲。 <R1S4>', '乙。 <R2S2>']],
    ['甲。来源：[R1S4]', ['甲。 <R1S4>']],
    ['甲乙丙R1S45X。', ['甲乙丙R1S45X。 <>']],
    ['甲。[1][R1S4]', ['甲。 <R1S4>']],
  ])('reads ids: %s', (draft, claims) => {
    expect(claimsOf(draft)).toEqual(claims);
  });

  it.each([
    ['R1S4 说甲乙，见[R1S4]。', ['甲乙。 <R1S4>']], ['R1S4说甲乙。', ['甲乙。 <R1S4>']], ['R1S4和R1S5都提到，甲乙。', ['甲乙。 <R1S4 R1S5>']],
    ['甲乙，见R1S4。', ['甲乙。 <R1S4>']], ['甲乙。详见[R1S4]。', ['甲乙。 <R1S4>']], ['甲乙（见R1S4）。', ['甲乙。 <R1S4>']],
    ['如R1S4所述，甲乙。', ['甲乙。 <R1S4>']], ['甲乙，如[R1S4]所述。', ['甲乙 <R1S4>']], ['在R1S4中，甲乙。', ['甲乙。 <R1S4>']],
    ['根據R1S4的說法，甲乙。', ['甲乙。 <R1S4>']], ['第[R1S4]句显示，甲乙。', ['甲乙。 <R1S4>']],
    ['R1S4 states that A is B.', ['A is B. <R1S4>']], ['A is B, as stated in [R1S4].', ['A is B. <R1S4>']],
    ['A is B, see [R1S4].', ['A is B. <R1S4>']],
    // words that only look so
    ['[R1S4] 显示器三台。', ['显示器三台。 <R1S4>']], ['[R1S4] 说明书已公布。', ['说明书已公布。 <R1S4>']],
    ['[R1S4] 提到的甲乙。', ['提到的甲乙。 <R1S4>']], ['甲与乙会见[R1S4]。', ['甲与乙会见。 <R1S4>']], ['甲说乙。[R1S4]', ['甲说乙。 <R1S4>']],
  ])('leaves out words that only speak of ids: %s', (draft, claims) => {
    expect(claimsOf(draft)).toEqual(claims);
  }); // prettier-ignore

  it.each([' ', '\t', '\u2028', '|', ':'])('reads 100,000 of %j in time', (sign) => {
    const started = performance.now();
    expect(claimsOf(`甲${sign.repeat(100_000)}乙。[R1S4]`).length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it.each([
    ['**甲**是 `乙`。**[R1S4]**', ['甲是 乙。 <R1S4>']], ['# 题\n\n甲。[R1S4]', ['甲。 <R1S4>']],
    ['如下：\n- 甲。[R1S4]\n* 乙。[R1S4]', ['甲。 <R1S4>', '乙。 <R1S4>']],
    ['• 甲。[R1S4]\n2）乙。[R1S4]', ['甲。 <R1S4>', '乙。 <R1S4>']], ['1. 甲。[R1S4]\n（3）丙。[R1S4]', ['甲。 <R1S4>', '丙。 <R1S4>']],
    ['一、丁。[R1S4]', ['丁。 <R1S4>']], ['3.5亿元。[R1S4]', ['3.5亿元。 <R1S4>']],
    ['| 年 | 值 |\n|---|---|\n| 2017 | 421 [R1S4] |', ['2017 421 <R1S4>']], ['```\n甲。[R1S4]\n```', ['甲。 <R1S4>']],
    ['[甲](http://a.b/c)和![图](x.png)乙 https://c.d/e 。[R1S4](#R1S4)', ['甲和乙 。 <R1S4>']],
    ['<p>甲<br/>乙。[R1S4]</p><!-- 丙 --><script src="x">', ['甲 <>', '乙。 <R1S4>']], ['甲<|im_end|>。[R1S4]', ['甲。 <R1S4>']],
    ['1 < 2，甲。[R1S4]', ['1 < 2，甲。 <R1S4>']], ['甲。<R1S4>', ['甲。 <R1S4>']], ['> 甲。[R1S4]', ['甲。 <R1S4>']],
  ])('leaves markup out: %s', (draft, claims) => {
    expect(claimsOf(draft)).toEqual(claims);
  }); // prettier-ignore

  it.each([
    ['<think>乙 [R1S1]</think>甲。[R1S4]', ['甲。 <R1S4>']],
    ['<thinking>\n乙\n</thinking>\n甲。[R1S4]', ['甲。 <R1S4>']],
    ['乙\n</think>\n甲。[R1S4]', ['甲。 <R1S4>']],
    ['甲。[R1S4]<think>乙', ['甲。 <R1S4>']],
    ['<think>乙</thin', []],
  ])('leaves reasoning out: %s', (draft, claims) => {
    expect(claimsOf(draft)).toEqual(claims);
  });

  it.each([
    ['**NOT_IN_RELEASES**：人口。', '人口', []],
    ['[NOT_IN_RELEASES: 人口]', '人口', []],
    ['**Not in releases:** 人口', '人口', []],
    ['It is not in releases of May.[R1S4]', null, ['It is not in releases of May. <R1S4>']],
    ['NOT_IN_RELEASES\n据我所知，人口是300万。', '', []],
    ['NOT_IN_RELEASES: 人口 [R1S4]', '人口', []],
    ['NOT_IN_RELEASES: 人口。NOT_IN_RELEASES: 面积[R1S4]', '人口 面积', []],
    ['甲。[R1S4] NOT_IN_RELEASES: 人口', '人口', ['甲。 <R1S4>']],
    ['NOT_IN_RELEASES: 人口\n甲。[R1S4]', '人口', ['甲。 <R1S4>']],
    ['甲。[R1S4]\nNOT_IN_RELEASES: 人口\nNOT_IN_RELEASES: 面积', '人口 面积', ['甲。 <R1S4>']],
  ])('reads refusals: %s', (draft, missing, claims) => {
    expect(read([draft])).toEqual({ claims, missing });
  });

  it('takes a line that proposes a calculation as it stands', () => {
    expect(claimsOf('甲。[R1S4]\n- CALC share 5亿元 [R1S4] / 9亿元 [R1S5] = 1%\n乙。[R1S5]')).toEqual([
      '甲。 <R1S4>',
      'CALC share 5亿元 [R1S4] / 9亿元 [R1S5] = 1% <>',
      '乙。 <R1S5>',
    ]);
  });

  it('drops the last sentence of a draft that was cut, unless its ids are there', () => {
    expect(claimsOf('甲。[R1S4]\n乙是', false)).toEqual(['甲。 <R1S4>']);
    expect(claimsOf('甲。[R1S4]\n乙。\n', false)).toEqual(['甲。 <R1S4>']);
    expect(claimsOf('甲。[R1S4]\n乙[R1S5', false)).toEqual(['甲。 <R1S4>', '乙[ <R1S5>']);
    expect(read(['NOT_IN_RELEASES: 人'], false).missing).toBe('人');
  });

  it('hands a claim on as soon as its ids are certain', () => {
    const reader = new DraftReader(() => true);
    expect(reader.push('甲。[R1S4]')).toEqual([]);
    expect(reader.push('[R2S2]')).toEqual([]);
    expect(reader.push('\n')).toEqual([{ text: '甲。', ids: ['R1S4', 'R2S2'] }]);
    expect(reader.push('乙。[R1S5]丙')).toEqual([{ text: '乙。', ids: ['R1S5'] }]);
  });

  const pieces = [
    '甲乙。', '丙', ' ', '\n', '[R1S4]', '【R1S5-R1S7】', '[R1S1, R2S2]', '（r2s3）', 'R1S2', '[', ']', '（', '）', 'R1', 'S', '-',
    '。', '，', '.', '**', '_', '`', '# ', '- ', '1. ', '3.5', '|', '：', '<think>', '</think>', '<b>', '</b>', '<', '>', '<br/>', '<!--', '-->',
    'NOT_IN_RELEASES', 'NOT_IN', ': 人口', 'CALC ', 'CALC share 5 [R1S1] / 9 [R1S2]', 'http://a.b', '[甲](http://c)', '根据', '\ue000', '\r\n', '😀', '<|im_end|>',
  ]; // prettier-ignore
  const drafts = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 14 })
    .map((parts) => parts.join(''));

  it('reads the same however the draft is cut into chunks', () => {
    fc.assert(
      fc.property(drafts, fc.integer({ min: 1, max: 9 }), fc.boolean(), (draft, size, isWhole) => {
        const chunks = draft.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
        expect(read(chunks, isWhole)).toEqual(read([draft], isWhole));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    '(', '（R1S1', '[R1S1,', ' ', '*', '<', '<a ', '<!--', '![', '[R1S1] ', 'R1S1-', '甲。',
  ])('reads 10,000 characters of %j in a moment', (piece) => {
    const draft = `${piece.repeat(10_000 / piece.length)}] 乙。[R1S1]`;
    const started = performance.now();
    read(draft.match(/[\s\S]{1,4}/gu)!);
    expect(performance.now() - started).toBeLessThan(5000);
  }); // prettier-ignore

  it('never shows an id, a refusal or reasoning as words of a claim', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        for (const claim of claimsOf(draft)) {
          if (/^\W*CALC\b/u.test(claim)) continue; // read by code, never shown
          expect(claim.split(' <')[0]).not.toMatch(/[[【（(]R\d+S\d+[\]】）)]|NOT_IN_RELEASES|\n/u);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
