import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkQuote } from '../../../src/core/quotes/check-quote.js';
import { bareRelease, type Release } from '../../../src/core/corpus/corpus.js';
import type { QuoteCheck } from '../../../src/core/answer/quote-check.js';
import { show } from '../../../src/core/text/show.js';
import { seededRandom } from '../../support/alter-quote.js';
import { indexOf } from '../../support/corpus-of.js';
import { toSimplified, toTaiwan } from '../../support/scripts.js';
import { seed, seedSentences as sentences, seedText } from '../../support/seed-releases.js';
import { tables } from '../../support/tables.js';
import { anyText } from '../../support/texts.js';

const check = (text: string): QuoteCheck => checkQuote(text, seed, tables);
const checkAgainst = (text: string, bodies: Record<string, string>): QuoteCheck => {
  const held = Object.entries(bodies).map(([id, body]) => bareRelease(id, body));
  return checkQuote(text, indexOf(held), tables);
};
/** What is told of a text: kind, original and pasted words of each difference. */
const changesOf = (text: string): string[] =>
  check(text).parts.flatMap(({ changes }) =>
    changes.map(({ kind, originalText, pastedText }) => `${kind}: ${originalText} → ${pastedText}`),
  );

const verdictOf = (text: string): [string, number] => {
  const { verdict, parts } = check(text);
  return [verdict, parts.length];
};

/** Every place that a check gives is the slice of the file that it says. */
function expectSlices(result: QuoteCheck, textOf: (release: Release) => string): void {
  for (const { stretches, nearest, pasted } of result.parts) {
    for (const { differing, quote } of stretches) {
      const bounds = [0, ...differing.flat(), quote.length];
      expect(bounds.toSorted((a, b) => a - b)).toEqual(bounds);
    }
    expect(pasted.start).toBeLessThan(pasted.end);
    const places = [...stretches, ...stretches.flatMap(({ copies }) => copies)];
    for (const place of nearest ? [...places, nearest] : places) {
      expect(textOf(place.release).slice(place.start, place.end)).toBe(place.original);
      expect(place.quote).toBe(show(place.original, tables).text);
    }
  }
}

describe('a true quote', () => {
  const fullWidth = (text: string) =>
    text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
  const ways: Record<string, (text: string) => string> = {
    'as it stands': (text) => text,
    'as it is shown': (text) => show(text, tables).text,
    simplified: toSimplified,
    'in the glyphs of Taiwan': (text) => toTaiwan(toSimplified(text)),
    'in quote marks': (text) => `「${text.trim()}」`,
    'in full width': fullWidth,
    'in capitals': (text) => text.toUpperCase(),
    'with other punctuation': (text) => text.replace(/,/g, '，').replace(/“|”/g, '"'),
    'without punctuation': (text) => text.replace(/[，、：；“”《》]|,(?!\d)/g, ''),
    'broken into lines': (text) => text.replace(/(.{12})/gsu, '$1\n'),
    'spaced out': (text) => show(text, tables).text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, ' '),
  };

  it.each(Object.keys(ways))('is verbatim %s', (way) => {
    for (const { text, release, at } of sentences) {
      const result = check(ways[way]!(text));
      expect([way, text, result.verdict]).toEqual([way, text, 'verbatim']);
      expectSlices(result, () => seedText);
      const places = result.parts.flatMap(({ stretches }) =>
        stretches.flatMap((stretch) => [stretch, ...stretch.copies]),
      );
      const isThere = places.some(
        (one) => one.release.id === release.id && one.sentences[0] <= at + 1 && at < one.sentences[1],
      );
      expect(isThere, text).toBe(true);
    }
  });

  it('may run over several sentences, and be a part of one', () => {
    const random = seededRandom(1);
    for (let i = 0; i < 100; i++) {
      const from = Math.floor(random() * sentences.length);
      const rest = sentences.slice(from, from + 1 + Math.floor(random() * 4));
      const run = rest.filter(({ release }) => release === rest[0]!.release);
      expect(check(run.map(({ text }) => text).join('')).parts).toMatchObject([
        { verdict: 'verbatim', stretches: [{ sentences: [run[0]!.at + 1, run.at(-1)!.at + 1] }] },
      ]);
      const clauses = run[0]!.text.match(/[^,。]+[,。]?/gu) ?? [];
      const clause = clauses[Math.floor(random() * clauses.length)]!;
      if (clause.length > 6) expect([clause, check(clause).verdict]).toEqual([clause, 'verbatim']);
    }
  });

  it('is told with its place, to the character', () => {
    const { parts } = check('他说：「签约投资额为951.64亿元」');
    expect(parts).toHaveLength(1);
    expect(parts[0]).toMatchObject({ verdict: 'verbatim', otherScript: true, changes: [] });
    expect(parts[0]!.stretches[0]).toMatchObject({
      sentences: [4, 4],
      quote: '簽約投資額為951.64億元',
      pasted: { start: 4, end: 18 },
    });
  });

  it.each([
    '签约投资额为951.64亿元\n总投资达1317亿元',
    '他说「共签约63个招商引资项目」，还说“预计产值1493.9亿元”。',
    '「经济总量实现翻番。」和「规上工业总产值、规上工业增加值、固定资产投资」',
  ])('may be one of several: %s', (text) => {
    expect(verdictOf(text)).toEqual(['verbatim', 2]);
  });

  it('is a word of its own, not a part of another', () => {
    expect(checkAgainst('E', { b: 'Here we are.', a: 'The end. (E)' }).verdict).toBe('verbatim');
    expect(checkAgainst('3个', { b: '共13个。', a: '13个，3个。' }).verdict).toBe('verbatim');
    expect(checkAgainst('rough', { a: 'Through.' }).verdict).not.toBe('verbatim');
  });

  it('is found in every release that has it', () => {
    const sentence = '全市进出口总额达3862.5亿元，同比增长7.3%。';
    const { parts } = checkAgainst(sentence, {
      a: `甲。${sentence}`,
      b: `乙。${sentence}`,
      c: `丙。${sentence.replace('7.3', '7.8')}`,
    });
    const [stretch] = parts[0]!.stretches;
    expect([stretch!.release.id, ...stretch!.copies.map(({ release }) => release.id)].sort()).toEqual(['a', 'b']); // prettier-ignore
  });

  it.each([
    ['签约投资额为九百五十一点六四亿元', '951.64億元 = 九百五十一点六四亿元'],
    ['落地率高达百分之七十六点一九', '76.19% = 百分之七十六点一九'],
    ['由第九十九位提升至第43位', '第99位 = 第九十九位'],
  ])('may write a figure otherwise: %s', (text, told) => {
    const [part] = check(text).parts;
    expect(part).toMatchObject({ verdict: 'verbatim', changes: [] });
    const [one] = part!.rewritten;
    expect(`${one!.originalText} = ${one!.pastedText}`).toBe(told);
  });

  it('may write 万 before 亿 otherwise', () => {
    const body = { a: '首季貿易額達20萬4000億元人民幣,其中出口突破7萬億元。' };
    expect(checkAgainst('首季贸易额达20.4万亿元人民币', body).verdict).toBe('verbatim');
    expect(checkAgainst('首季贸易额达20万亿元人民币', body).verdict).toBe('altered');
  });

  it.each(['……', '…', '...', '（略）', '[…]'])('may leave something out with %s', (mark) => {
    const text = `共签约63个招商引资项目${mark}预计产值1493.9亿元。`;
    expect(verdictOf(text)).toEqual(['omission', 1]);
    expect(check(text).parts[0]!.stretches).toHaveLength(2);
  });
});

describe('an altered quote', () => {
  it.each([
    ['示範區共簽訂63個招商引資項目,簽約投資額為951.64萬元', ['figure: 951.64億元 → 951.64萬元', 'words: 約 → 訂']],
    ['簽約投資額為951.64億美元', ['unit: 951.64億元 → 951.64億美元']],
    ['经济总量没有实现翻番。', ['negation:  → 没有']],
    ['由2023年的421亿元增长到2017年的938亿元', ['figure: 2017年 → 2023年', 'figure: 2023年 → 2017年']],
    // what it says once more, or in another order
    ['签约投资额为951.64亿元。'.repeat(3), Array<string>(2).fill('words:  → 签约投资额为951.64亿元')],
    ['签约投资额为951.64亿元,示范区共签约63个招商引资项目', ['order: 示范區共簽約63個招商引資項目 → 示范区共签约63个招商引资项目']],
    // begins or ends inside of a figure
    ['51.64亿元，预计产值1493.9亿元', ['figure: 951.64億元 → 51.64亿元']],
    ['签约投资额为951', ['figure: 951.64億元 → 951']],
  ])('has its differences told on both sides, figures first: %s', (text, told) => {
    expect(changesOf(text)).toEqual(told);
  }); // prettier-ignore

  it('marks them in the original and in the text', () => {
    const text = '签约投资额为915.64亿元';
    const [part] = check(text).parts;
    const [change] = part!.changes;
    expect(text.slice(change!.pasted.start, change!.pasted.end)).toBe('915.64亿元');
    expect(seedText.slice(change!.original.start, change!.original.end)).toBe('951.64億元');
    const [stretch] = part!.stretches;
    expect(stretch!.differing.map(([from, to]) => stretch!.quote.slice(from, to))).toEqual(['951.64億元']); // prettier-ignore
  });

  it('is one that begins right behind a negation', () => {
    const body = { a: '市长表示，三年内不会提高地铁票价。The mayor did not raise fares this year.' };
    expect(checkAgainst('会提高地铁票价', body).parts[0]!.changes).toMatchObject([
      { kind: 'negation', originalText: '不', pastedText: '' },
    ]);
    expect(checkAgainst('raise fares this year', body).verdict).toBe('altered');
    expect(checkAgainst('三年内不会提高地铁票价', body).verdict).toBe('verbatim');
  });

  it('counts what separates figures, and signs', () => {
    const body = { a: '增幅分别为3、5个百分点，同比-5.2%。They met in formal dress at 7 of 12 sites.' };
    for (const text of ['增幅分别为35个百分点', '同比5.2%', 'dress at 712 sites']) {
      expect([text, checkAgainst(text, body).verdict]).toEqual([text, 'altered']);
    }
    expect(checkAgainst('they met, in  formal dress', body).verdict).toBe('verbatim');
  });
});

describe('a stitched quote', () => {
  it.each(['签约投资额为951.64亿元，总投资达1317亿元', '预计产值1493.9亿元……共签约63个招商引资项目'])(
    'is of pieces that do not follow each other, and does not say so: %s',
    (text) => {
      expect(verdictOf(text)).toEqual(['stitched', 1]);
      expect(check(text).parts[0]!.stretches).toHaveLength(2);
    },
  );

  it('may be altered as well', () => {
    const [part] = check('签约投资额为915.64亿元，总投资达1317亿元').parts;
    expect(part).toMatchObject({ verdict: 'altered', stitched: true });
  });
});

describe('a text that is not in the releases', () => {
  it('is told so, with the nearest sentence when there is one', () => {
    expect(check('今天天气很好，我们去公园玩了一整天，晚上还看了电影。')).toMatchObject({
      verdict: 'absent',
      parts: [{ verdict: 'absent', nearest: null, stretches: [] }],
    });
    const near = '在招商引资方面，本市坚持以企业需求为中心，精准匹配各类要素，为客商提供全程代办服务。';
    expect(check(near).parts[0]).toMatchObject({ verdict: 'absent', nearest: { sentences: [3, 3] } });
    expect(checkQuote('签约投资额为951.64亿元', indexOf([]), tables).verdict).toBe('absent');
    for (const nothing of ['', ' \n', '……', '👍']) expect(check(nothing).parts).toEqual([]);
  });

  it('may have true quotes beside it', () => {
    const text = '签约投资额为951.64亿元。\n昨天晚上我和朋友在公园里散步聊天，看到了很多花。';
    const { verdict, parts } = check(text);
    expect([verdict, parts.map((part) => part.verdict)]).toEqual(['partial', ['verbatim', 'absent']]);
  });
});

it('checks any text, and every slice of any text is found in it', () => {
  fc.assert(
    fc.property(anyText, anyText, (body, text) => {
      if (body.trim() === '') return;
      const index = indexOf([bareRelease('a', body)]);
      for (const pasted of [text, body, body + text]) {
        expectSlices(checkQuote(pasted, index, tables), ({ body: whole }) => whole);
      }
      expect(['verbatim', 'absent']).toContain(checkQuote(body, index, tables).verdict);
    }),
    { numRuns: 150 },
  );
});
