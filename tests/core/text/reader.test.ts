import { describe, expect, it } from 'vitest';
import { loadScriptConverter } from '../../../src/adapters/script-converter.js';
import { readerOf, scriptOf } from '../../../src/core/text/reader.js';

const converter = loadScriptConverter();

describe('readerOf', () => {
  it.each([
    ['签约投资额是多少', 'zh-Hans'],
    ['簽約投資額是多少', 'zh-Hant'],
    ['GDP是多少', 'zh-Hans'],
    ['著名的人', 'zh-Hans'],
    ['How much was signed?', 'en'],
    ['951.64', 'zh-Hans'],
    ['2023 GDP', 'zh-Hans'],
  ])('%s → %s', (question, reader) => {
    expect(readerOf(question, converter)).toBe(reader);
  });

  it('takes no longer for a message of one letter over and over', () => {
    const started = performance.now();
    expect(readerOf('a'.repeat(4096), converter)).toBe('zh-Hans');
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
