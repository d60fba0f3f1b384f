/** The character tables that folding needs: OpenCC's Traditional to Simplified and pinyin-pro's readings. */
import { Converter } from 'opencc-js/t2cn';
import { polyphonic } from 'pinyin-pro';
import type { FoldTables } from '../core/text/fold.js';

/** Pairs that OpenCC keeps apart because a writer must, and a search must not. */
const alsoMatching: Readonly<Record<string, string>> = {
  著: '着',
  瞭: '了',
  藉: '借',
  妳: '你',
  祇: '只',
};

/**
 * Glyphs that conversions by words exchange (答复 and 答覆, 计划 and 計畫) or write in a way of their own in Hong Kong and
 * Taiwan: each pair that turned up at least five times when OpenCC converted 20,000 news and encyclopedia texts there
 * and back.
 */
const exchangedPairs =
  '衞卫 敍叙 覆复 枱台 甦苏 划画 像象 余馀 俱具 彷仿 座坐 痺痹 颚腭 簷檐 揹背 暱昵 钜巨 睪睾 幺么 谘咨 薰熏 澂澄 鲶鲇 哩里 锺钟 粧妆 炼链';

const bmpSize = 0x10000;

function characterTables(): Pick<FoldTables, 'simplified' | 'exchanged'> {
  const toSimplified = Converter({ from: 't', to: 'cn' });
  const chars = Array.from({ length: 0x9fff - 0x3400 + 1 }, (_, i) => String.fromCharCode(0x3400 + i));
  // One character a line: conversion by phrases must not see neighbours.
  const simplified = toSimplified(chars.join('\n')).split('\n');
  const units = Uint16Array.from({ length: bmpSize }, (_, unit) => unit);
  const exchanged = new Map<number, number>(
    exchangedPairs.split(' ').map((pair): [number, number] => [pair.charCodeAt(0), pair.charCodeAt(1)]),
  );
  for (const [i, char] of chars.entries()) {
    const target = alsoMatching[char] ?? simplified[i]!;
    // A few rare characters have their counterpart outside the BMP: nobody types it, converted texts hold it.
    const codePoint = target.codePointAt(0);
    if (target.length === 1) units[char.charCodeAt(0)] = target.charCodeAt(0);
    else if (codePoint !== undefined) exchanged.set(codePoint, char.charCodeAt(0));
  }
  return { simplified: units, exchanged };
}

/** Loads the tables; takes about 50 ms, once. */
export function loadFoldTables(): FoldTables {
  const known = new Map<string, readonly string[]>();
  const readings = (char: string): readonly string[] => {
    let found = known.get(char);
    if (!found) {
      found = (polyphonic(char, { type: 'array' })[0] ?? []).map((s) => s.normalize('NFC'));
      known.set(char, found);
    }
    return found;
  };
  return { ...characterTables(), readings };
}
