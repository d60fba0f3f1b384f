import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMessages, shownStretches } from '../../src/bot/messages/check-message.js';
import { sayIn } from '../../src/bot/texts.js';
import { bareRelease } from '../../src/core/corpus/corpus.js';
import type { QuotePart } from '../../src/core/answer/quote-check.js';
import { corpusOf } from '../support/corpus-of.js';
import { covered, release } from './answers.js';
import { anyText } from './hostile-texts.js';
import { messageFault } from './send-message-rules.js';

const languages = ['zh-Hans', 'zh-Hant', 'en'] as const;
const body = '2023年以來,示範區共簽約63個招商引資項目,簽約投資額為951.64億元。落地項目達到48個。落地率高達76.19%。';
const { quotes } = corpusOf([release({ body }), release({ id: 'b', body, file: 'b.txt' })]);

function textsOf(text: string, language: (typeof languages)[number] = 'zh-Hans'): string[] {
  return checkMessages(quotes.check(text), sayIn(language)).map((message) => message.text);
}

/** With more of everything than is shown. */
function heavier(part: QuotePart): QuotePart {
  const { stretches, changes, rewritten } = part;
  return {
    ...part,
    stretches: [...stretches, ...stretches, ...stretches],
    changes: [...changes, ...changes, ...changes],
    rewritten: [...rewritten, ...rewritten, ...rewritten, ...rewritten],
  };
}

describe('checkMessages', () => {
  it('says that a quote is verbatim, and shows the original with its source', () => {
    expect(textsOf('签约投资额为951.64亿元')).toEqual([
      '✓ 逐字相符\n繁简字形不同，不算改动\n簽約投資額為951.64億元。\n[1] 黃河新聞網 · 綜改示範區招商引資 · 12月27日\n另有 1 处相同',
    ]);
    expect(textsOf('落地項目達到48個', 'zh-Hant')[0]).toMatch(/^✓ 逐字相符\n落地項目達到48個。\n/);
  });

  it('marks what differs: the original in bold, the pasted words struck through', () => {
    const [message] = checkMessages(quotes.check('簽約投資額為915.64億元'), sayIn('en'));
    expect(message!.text).toMatch(
      /^≠ Differs from the original\nFigure: 951\.64億元 → 915\.64億元\n簽約投資額為951\.64億元。\n\[1\] /,
    );
    expect(covered(message!, 'bold')).toEqual(['≠ Differs from the original', '951.64億元', '951.64億元']);
    expect(covered(message!, 'strikethrough')).toEqual(['915.64億元']);
    expect(covered(message!, 'expandable_blockquote')[0]).toMatch(/^簽約投資額為951\.64億元。\n/);
    expect(textsOf('落地項目未達到48個')[0]).toContain('否定：多出未');
    expect(textsOf('示範區簽約63個招商引資項目')[0]).toContain('字词：少了共');
  });

  it('says what is stitched, left out, and not there', () => {
    expect(textsOf('落地率高達76.19%，共簽約63個招商引資項目')[0]).toMatch(
      /^≠ 由不相连的原文拼接而成\n落地率高達76\.19%。\n\[1\].*\n.*\n共簽約63個招商引資項目\n\[2\]/,
    );
    expect(textsOf('示範區共簽約63個招商引資項目……落地率高達76.19%')[0]).toMatch(/^✓ 逐字相符，有省略\n/);
    expect(textsOf('今天天氣很好，適合出門走走。')).toEqual(['✗ 这些新闻稿里没有这段话']);
  });

  it('says of another script that it does not count, and nothing where words differ', () => {
    for (const text of ['签约投资额为915.64亿元', '落地率高达76.19%。签约投资额为951.64亿元']) {
      const [message] = textsOf(text);
      expect(message).toMatch(/^≠/);
      expect(message).not.toContain('字形');
    }
  });

  it('cites a sentence once of which something is left out, or which is said in another order', () => {
    expect(textsOf('示範區共簽約63個招商引資項目……951.64億元')[0]).toMatch(
      /^✓ 逐字相符，有省略\n示範區共簽約63個招商引資項目…951\.64億元。\n\[1\] [^[]*$/,
    );
    const check = quotes.check('簽約投資額為915.64億元,示範區共簽約63個招商引資項目。');
    const [message] = checkMessages(check, sayIn('zh-Hans'));
    expect(message!.text).toMatch(
      /^≠ 与原文不同\n数字：951\.64億元 → 915\.64億元\n次序：示範區共簽約63個招商引資項目\n示範區共簽約63個招商引資項目…簽約投資額為951\.64億元。\n\[1\] [^[]*$/,
    );
    expect(covered(message!, 'bold').slice(-2)).toEqual(['示範區共簽約63個招商引資項目', '951.64億元']);
    expect(shownStretches(check)).toHaveLength(1);
  });

  it('says once what is repeated', () => {
    expect(textsOf('落地項目達到48個。'.repeat(100))).toEqual([
      '≠ 与原文不同\n字词：多出落地項目達到48個 ×99\n落地項目達到48個。\n[1] 黃河新聞網 · 綜改示範區招商引資 · 12月27日\n另有 1 处相同',
    ]);
    expect(textsOf('落地項目達到48個。\n'.repeat(100))[0]).toMatch(/^✓ 逐字相符\n落地項目達到48個。\n\[1\] [^[]*$/);
  });

  it('heads every part of a text that has several', () => {
    const [text] = textsOf('「落地率高達76.19%」，「簽約投資額為915.64億元」');
    expect(text).toMatch(/^≠ 与原文不同\n「落地率高達76\.19%」 ✓ 逐字相符\n/);
    expect(text).toMatch(/\n「簽約投資額為915\.64億元」 ≠ 与原文不同\n数字：951\.64億元 → 915\.64億元\n/);
  });

  it('is within the limits of Telegram for any pasted text and any release, in every language', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.constantFrom(...languages), (hostile, text, language) => {
        if (hostile.trim() === '') return;
        const held = corpusOf([{ ...bareRelease('a', hostile), title: hostile }]);
        for (const pasted of [text, hostile, hostile + text, `${text}\n${hostile.slice(1)}`]) {
          const check = held.quotes.check(pasted);
          const parts = Array.from({ length: 5 }, () => check.parts.map(heavier)).flat();
          for (const one of [check, { ...check, parts }]) {
            for (const { text: said, entities } of checkMessages(one, sayIn(language))) {
              expect(messageFault({ text: said, entities })).toBeNull();
              expect(said).toBe(said.trim());
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
