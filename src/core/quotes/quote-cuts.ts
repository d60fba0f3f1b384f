/** Where a quote may not begin or end: inside a figure, inside a Latin word, or right behind a negation. */
import { bareSpan } from '../text/bare-text.js';
import { findQuantities } from '../text/quantities.js';
import { only } from '../text/align.js';
import type { QuoteSource, Region } from './quote-region.js';
import { readNumeral } from '../text/numerals.js';

const numeral = /[\d.零〇一二两三四五六七八九十百千万亿]/u;
const numeralEnd = /[\d.零〇一二两三四五六七八九十百千万亿%‰]/u;
const latin = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
const latinStart = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+/u;
const latinEnd = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+$/u;
const negationWords = new Set(
  (
    '不 没 未 无 非 勿 莫 不会 不能 不得 不再 不是 不可 不应 不要 不准 不许 不宜 不愿 不敢 没有 未能 未曾 未必 尚未 从未 ' +
    '并未 并不 并非 绝不 决不 毫不 从不 不曾 无须 无需'
  ).split(' '),
);
const englishNegation =
  /\b(?:not|no|never|without|cannot|(?:is|are|was|were|do|does|did|has|have|had|ca|could|wo|would|should|must)nt) $/;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** Longer than any numeral with its unit, and than any word. */
const reach = 24;

/**
 * The region with what its release has to be read with it: the rest of a figure or a word that the quote cuts
 * (51.64亿 of 951.64亿), and the negation that it leaves out right before its first word.
 */
export function includeCutWords(region: Region): Region {
  const { source, t0, t1, columns } = region;
  const from = Math.min(t0, startOfCut(source, t0));
  const to = Math.max(t1, endOfCut(source, t1));
  if (from === t0 && to === t1) return region;
  return {
    ...region,
    t0: from,
    t1: to,
    columns: [...only(t0 - from, 't', from), ...columns, ...only(to - t1, 't', t1)],
  };
}

function startOfCut(source: QuoteSource, t0: number): number {
  const { text, at } = source.bare;
  if (t0 <= 0 || t0 >= text.length) return t0;
  const [before, first] = [text[t0 - 1]!, text[t0]!];
  const isNextWord = text[t0 - 1] === ' ' && /^\s$/u.test(source.prepared.folded.text.slice(at[t0 - 1], at[t0]));
  if (isNextWord && latin.test(first) && englishNegation.test(text.slice(Math.max(0, t0 - reach), t0))) {
    return t0 - /[a-z]+ $/.exec(text.slice(0, t0))![0].length;
  }
  if (at[t0]! - at[t0 - 1]! > 1) return t0;
  if (latin.test(before) && latin.test(first))
    return t0 - latinEnd.exec(text.slice(Math.max(0, t0 - reach), t0))![0].length;
  if (numeral.test(before) && numeral.test(first)) return figureAround(source, at[t0]!)?.start ?? t0;
  return negationBefore(source, at[t0]!) ?? t0;
}

function endOfCut(source: QuoteSource, t1: number): number {
  const { text, at } = source.bare;
  if (t1 <= 0 || t1 >= text.length || at[t1]! - at[t1 - 1]! > 1) return t1;
  const [last, next] = [text[t1 - 1]!, text[t1]!];
  if (latin.test(last) && latin.test(next)) return t1 + latinStart.exec(text.slice(t1, t1 + reach))![0].length;
  if (!numeral.test(last) || !numeralEnd.test(next)) return t1;
  return figureAround(source, at[t1]!)?.end ?? t1;
}

/** The bare range of the figure whose numeral, or whose sign of percent, a folded position cuts. */
function figureAround(source: QuoteSource, position: number) {
  const folded = source.prepared.folded.text;
  const from = Math.max(0, position - reach);
  const window = folded.slice(from, position + reach);
  const cut = position - from;
  const found = findQuantities(window).find(({ start, end, kind }) => {
    if (start >= cut || end <= cut) return false;
    if (kind === 'date') return /\d\d/.test(window.slice(cut - 1, cut + 1));
    return kind === 'percent' || cut < (readNumeral(window, start)?.end ?? end);
  });
  if (found) return bareSpan(source.bare, from + found.start, from + found.end);
  if (!/[\d.][\d.]/.test(window.slice(cut - 1, cut + 1))) return null;
  const head = /[\d.]*$/.exec(window.slice(0, cut))![0].length;
  const tail = /^[\d.]*/.exec(window.slice(cut))![0].length;
  return bareSpan(source.bare, position - head, position + tail);
}

/** The bare start of the negation that ends at, or reaches over, a folded position; null when there is none. */
function negationBefore({ prepared, bare }: QuoteSource, position: number): number | null {
  const folded = prepared.folded.text;
  const from = Math.max(0, position - reach);
  for (const { segment, index } of segmenter.segment(folded.slice(from, position + reach))) {
    const start = from + index;
    if (start >= position) return null;
    if (start + segment.length >= position) {
      return negationWords.has(segment) ? bareSpan(bare, start, position).start : null;
    }
  }
  return null;
}
