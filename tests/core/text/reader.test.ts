import { describe, expect, it } from 'vitest';
import { loadScriptConverter } from '../../../src/adapters/script-converter.js';
import { readerIn, readerOf, scriptOf } from '../../../src/core/text/reader.js';

const converter = loadScriptConverter();

describe('readerOf', () => {
  it.each([
    ['签约投资额是多少', 'zh-Hans'], ['簽約投資額是多少', 'zh-Hant'], ['GDP是多少', 'zh-Hans'], ['著名的人', 'zh-Hans'],
    ['How much was signed?', 'en'], ['951.64', 'zh-Hans'], ['2023 GDP', 'zh-Hans'],
  ])('%s → %s', (question, reader) => {
    expect(readerOf(question, converter)).toBe(reader);
  }); // prettier-ignore
});

describe('readerIn', () => {
  it.each([
    // shows nothing, or no script
    ['zh-Hant', '你好', 'zh-Hant'], ['zh-Hant', '早安', 'zh-Hant'], ['zh-Hant', '😀', 'zh-Hant'], ['zh-Hant', '？',
    'zh-Hant'],
    ['zh-Hant', '1', 'zh-Hant'], ['zh-Hant', 'GDP是多少', 'zh-Hant'], ['zh-Hans', '你好', 'zh-Hans'], ['en', '你好',
    'zh-Hans'],
    ['zh-Hans', 'ok', 'zh-Hans'], ['zh-Hans', 'Good morning', 'zh-Hans'], ['zh-Hans', 'Jinko Solar', 'zh-Hans'],
    ['zh-Hans', '951.64', 'zh-Hans'], ['zh-Hant', '2023 GDP', 'zh-Hant'], ['en', 'ok', 'en'], ['en', '2023 GDP', 'en'],
    ['zh-Hans', 'https://www.example.com/the/news/of-the-day what', 'en'],
    ['zh-Hans', 'https://www.example.com/the/news/of-the-day', 'zh-Hans'],
    // shows its own
    ['zh-Hant', '签约投资额是多少', 'zh-Hans'], ['zh-Hans', '簽約投資額是多少', 'zh-Hant'], ['en', '簽約投資額是多少', 'zh-Hant'],
    ['zh-Hant', '谢谢', 'zh-Hans'], ['zh-Hans', 'How much was signed?', 'en'], ['zh-Hans', 'Why?', 'en'], ['zh-Hans',
    'thanks a lot', 'en'],
  ] as const)('%s: %s → %s', async (chat, question, reader) => {
    expect(await readerIn(chat, question, converter)).toBe(reader);
  }); // prettier-ignore

  it('takes no longer for a message of one letter over and over', async () => {
    const started = performance.now();
    expect(readerOf('a'.repeat(4096), converter)).toBe('zh-Hans');
    for (const letter of ['a', 'a ', '@', 'w']) {
      await readerIn('zh-Hant', letter.repeat(4096), converter);
    }
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('scriptOf', () => {
  it.each([
    ['zh-Hans', '951.64億元', '951.64亿元'],
    ['zh-Hant', '951.64亿元', '951.64億元'],
    ['zh-Hant', '張效生', '張效生'],
    ['en', '951.64億元', '951.64億元'],
  ] as const)('%s: %s → %s', async (reader, text, expected) => {
    expect((await scriptOf(reader, converter))(text)).toBe(expected);
  });
});
