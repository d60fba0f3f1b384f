/** Shares put in words: 百分之五, 四分之三, 三成, 一半. */
import { exact, readNumeral, times, type Exact } from './numerals.js';

const partsOf = /([百千万])分之/y;
const powers: Readonly<Record<string, bigint>> = { 百: 100n, 千: 1000n, 万: 10_000n };
// 三成 is a share; 3成为 and 一成立 are verbs.
const tenths = /成(?![为立员本果功都长了交品效绩就分人年])/y;

/** A share and the offset behind it. */
export interface Share {
  /** In hundredths: 75 for 四分之三. */
  readonly percent: Exact;
  readonly end: number;
}

/** Reads the share in words that starts at `from` of a folded text; null when there is none. */
export function readShare(text: string, from: number): Share | null {
  if (text.startsWith('一半', from)) return { percent: exact(50n), end: from + 2 };
  return readPartsOf(text, from) ?? readFraction(text, from) ?? readTenths(text, from);
}

function readPartsOf(text: string, from: number): Share | null {
  partsOf.lastIndex = from;
  const base = powers[partsOf.exec(text)?.[1] ?? ''];
  if (base === undefined) return null;
  const numeral = readNumeral(text, from + 3);
  if (numeral) return { percent: times(numeral.value, exact(100n, base)), end: numeral.end };
  return text[from + 3] === '百' ? { percent: exact(10_000n, base), end: from + 4 } : null;
}

function readFraction(text: string, from: number): Share | null {
  const lower = readNumeral(text, from);
  if (!lower || lower.value.num === 0n || !text.startsWith('分之', lower.end)) return null;
  const upper = readNumeral(text, lower.end + 2);
  if (!upper) return null;
  const inverse = { num: lower.value.den, den: lower.value.num };
  return { percent: times(times(upper.value, inverse), exact(100n)), end: upper.end };
}

function readTenths(text: string, from: number): Share | null {
  const whole = readNumeral(text, from);
  if (!whole || whole.value.num > 10n * whole.value.den) return null;
  tenths.lastIndex = whole.end;
  if (!tenths.test(text)) return null;
  const percent = times(whole.value, exact(10n));
  const half = readNumeral(text, whole.end + 1); // 三成五
  if (half?.script !== 'chinese' || half.end !== whole.end + 2) {
    return { percent, end: whole.end + 1 };
  }
  const sum = percent.num * half.value.den + half.value.num * percent.den;
  return { percent: exact(sum, percent.den * half.value.den), end: half.end };
}
