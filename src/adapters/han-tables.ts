/** The character tables that folding needs: OpenCC's Traditional to Simplified and pinyin-pro's readings. */
import { Converter } from 'opencc-js/t2cn';
import { polyphonic } from 'pinyin-pro';
import type { FoldTables } from '../core/fold.js';

/** Pairs that OpenCC keeps apart because a writer must, and a search must not. */
const alsoMatching: Readonly<Record<string, string>> = {
  著: '着',
  瞭: '了',
  藉: '借',
  妳: '你',
  祇: '只',
};

const bmpSize = 0x10000;

function simplifiedUnits(): Uint16Array {
  const toSimplified = Converter({ from: 't', to: 'cn' });
  const chars = Array.from({ length: 0x9fff - 0x3400 + 1 }, (_, i) =>
    String.fromCharCode(0x3400 + i),
  );
  // One character a line: conversion by phrases must not see neighbours.
  const simplified = toSimplified(chars.join('\n')).split('\n');
  const units = Uint16Array.from({ length: bmpSize }, (_, unit) => unit);
  for (const [i, char] of chars.entries()) {
    const target = alsoMatching[char] ?? simplified[i]!;
    // A few rare characters have their counterpart outside the BMP; nobody types those.
    if (target.length === 1) units[char.charCodeAt(0)] = target.charCodeAt(0);
  }
  return units;
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
  return { simplified: simplifiedUnits(), readings };
}
