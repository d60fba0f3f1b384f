/** Numerals: reading one number, in digits or in Chinese characters, exactly. */

/** An exact number: `num / den`, in lowest terms, `den` at least 1. */
export interface Exact {
  readonly num: bigint;
  readonly den: bigint;
}

/** A numeral found in a text. */
export interface Numeral {
  readonly value: Exact;
  /** Offset behind the numeral, its multipliers (万, 亿, million) included. */
  readonly end: number;
  /** Offset behind the leading digits, before any multiplier: "5.9" of "5.9万". */
  readonly digitsEnd: number;
  readonly script: 'arabic' | 'chinese';
}

const digitValues: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
}; // prettier-ignore
const smallUnits: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const powers: Readonly<Record<string, number>> = {
  百: 2, 千: 3, 万: 4, 亿: 8, 兆: 12, thousand: 3, million: 6, billion: 9, trillion: 12,
}; // prettier-ignore

const arabic = /\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?/y;
const chinese = /[零〇一二两三四五六七八九十](?:[零〇一二两三四五六七八九十百千万亿]*)/y;
const chineseFraction = /点([零〇一二三四五六七八九]+)(?!分|[十百])/y;
// 千瓦, 百帕, 兆赫 are units of their own; 多 and 余 say "somewhat more" without changing the figure.
const multiplier =
  /\s?[多余]?((?:[百千](?![瓦克米卡伏帕赫])|[万亿]|兆(?![瓦赫帕比字]))+)|\s(thousand|million|billion|trillion)\b/y;
const unitPrefixAtEnd = /[百千]$/;
const prefixedUnit = /[瓦克米卡伏帕赫]/;

/** `num / den` in lowest terms. `den` must be positive. */
export function exact(num: bigint, den = 1n): Exact {
  let [a, b] = [num < 0n ? -num : num, den];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? { num: 0n, den: 1n } : { num: num / a, den: den / a };
}

/** The product of two exact numbers. */
export function times(a: Exact, b: Exact): Exact {
  return exact(a.num * b.num, a.den * b.den);
}

export function plus(a: Exact, b: Exact): Exact {
  return exact(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function minus(a: Exact, b: Exact): Exact {
  return plus(a, { num: -b.num, den: b.den });
}

/**
 * The quotient of two exact numbers.
 * @throws RangeError when `b` is zero
 */
export function dividedBy(a: Exact, b: Exact): Exact {
  if (b.num === 0n) throw new RangeError('division by zero');
  const sign = b.num < 0n ? -1n : 1n;
  return exact(a.num * b.den * sign, a.den * b.num * sign);
}

/**
 * Reads the numeral that starts at `from` of a folded text: `1,317`, `5.9万`, `1亿2000万`, `五万九千`, `三点五亿`,
 * `二〇二三`, `4.5 million`. A Chinese run that is no well-formed number (十四五, 三三两两, 七八) is none.
 *
 * @returns null when no numeral starts there
 */
export function readNumeral(text: string, from: number): Numeral | null {
  return readPart(text, from, mostParts);
}

/** Reads a numeral of at most so many amounts that follow each other. */
function readPart(text: string, from: number, parts: number): Numeral | null {
  return readArabic(text, from, parts) ?? readChinese(text, from);
}

function readArabic(text: string, from: number, parts: number): Numeral | null {
  const digits = matchAt(arabic, text, from)?.[0];
  if (!digits) return null;
  const digitsEnd = from + digits.length;
  const first = scaled(text, digitsEnd, decimal(digits));
  const head = multipliedAgain(text, first) ?? first;
  if (head.power === 0) return { value: head.value, end: head.end, digitsEnd, script: 'arabic' };
  // 1亿2000万: a smaller amount follows without a gap.
  const rest = parts > 1 ? readPart(text, head.end, parts - 1) : null;
  const joined = rest && rest.value.num < 10n ** BigInt(head.power) * rest.value.den;
  if (!joined || rest.script === 'chinese') {
    return { value: head.value, end: head.end, digitsEnd, script: 'arabic' };
  }
  return { value: plus(head.value, rest.value), end: rest.end, digitsEnd, script: 'arabic' };
}

/** 10万3000亿: 亿 multiplies all that is before it. */
function multipliedAgain(text: string, first: Scaled): Scaled | null {
  const more = first.power === powers['万'] ? matchAt(arabic, text, first.end)?.[0] : undefined;
  if (more === undefined || Number(more.replaceAll(',', '')) >= 10_000) return null;
  const all = scaled(text, first.end + more.length, plus(first.value, decimal(more)));
  return all.power === powers['亿'] ? all : null;
}

function readChinese(text: string, from: number): Numeral | null {
  let run = matchAt(chinese, text, from)?.[0];
  if (!run) return null;
  if (unitPrefixAtEnd.test(run) && prefixedUnit.test(text[from + run.length] ?? '')) {
    run = run.slice(0, -1);
  }
  const whole = chineseInteger(run);
  if (whole === null) return null;
  const end = from + run.length;
  const fraction = matchAt(chineseFraction, text, end)?.[1];
  if (!fraction) {
    const head = scaled(text, end, exact(whole));
    return { value: head.value, end: head.end, digitsEnd: end, script: 'chinese' };
  }
  const decimals = [...fraction].map((c) => digitValues[c]).join('');
  const digitsEnd = end + 1 + fraction.length;
  const head = scaled(text, digitsEnd, decimal(`${whole}.${decimals}`));
  return { value: head.value, end: head.end, digitsEnd, script: 'chinese' };
}

/** An amount with its multipliers. */
interface Scaled {
  readonly value: Exact;
  readonly end: number;
  /** The power of ten of the multipliers, 0 for none. */
  readonly power: number;
}

/** Applies the multipliers that follow at `from`. */
function scaled(text: string, from: number, value: Exact): Scaled {
  const match = matchAt(multiplier, text, from);
  if (!match) return { value, end: from, power: 0 };
  const words = match[2] ? [match[2]] : [...match[1]!];
  const power = words.reduce((sum, word) => sum + powers[word]!, 0);
  return {
    value: times(value, exact(10n ** BigInt(power))),
    end: from + match[0].length,
    power,
  };
}

/** No number is longer, and what repeats 一亿 a thousand times must not be followed down. */
const longestChinese = 40;
/** No amount is written in more parts: 1亿2000万. */
const mostParts = 8;

/** The value of a run of Chinese numerals, or null when the run is no number. */
function chineseInteger(run: string): bigint | null {
  if (!/[十百千万亿]/.test(run)) return positional(run);
  if (run.length > longestChinese) return null;
  for (const [mark, size] of [
    ['亿', 100_000_000n],
    ['万', 10_000n],
  ] as const) {
    const at = run.lastIndexOf(mark);
    if (at === -1) continue;
    const left = chineseInteger(run.slice(0, at));
    const right = at + 1 === run.length ? 0n : remainder(run.slice(at + 1), size);
    return left === null || right === null || right >= size ? null : left * size + right;
  }
  return belowTenThousand(run);
}

/** What follows 万 or 亿; a lone digit counts the next lower place: 三万五 is 35,000. */
function remainder(run: string, size: bigint): bigint | null {
  const lone = run.length === 1 ? digitValues[run] : undefined;
  return lone ? (BigInt(lone) * size) / 10n : chineseInteger(run);
}

/** Digits in a row: 二〇二三. Two or three without a zero are an estimate (七八个) or a name (九一八), no number. */
function positional(run: string): bigint | null {
  if (run.length > 1 && (run.includes('两') || (run.length < 4 && !/[零〇]/.test(run)))) return null;
  return BigInt([...run].map((c) => digitValues[c]).join(''));
}

function belowTenThousand(run: string): bigint | null {
  let total = 0;
  let pending: number | null = null; // a digit that waits for its 十, 百 or 千
  let place = 10_000; // the place of the last unit read; the next must be smaller
  let zero = false;
  for (const char of run) {
    const unit = smallUnits[char];
    if (unit === undefined) {
      if (pending !== null) return null;
      const digit = digitValues[char]!;
      if (digit === 0) zero = true;
      else pending = digit;
    } else {
      if (unit >= place || (pending === null && unit !== 10)) return null;
      total += (pending ?? 1) * unit;
      [pending, place, zero] = [null, unit, false];
    }
  }
  // 一百五 is 150, 一百零五 is 105.
  const last = pending === null ? 0 : pending * (zero || place === 10_000 ? 1 : place / 10);
  return BigInt(total + last);
}

function decimal(digits: string): Exact {
  const [whole, fraction = ''] = digits.replaceAll(',', '').split('.');
  return exact(BigInt(whole! + fraction), 10n ** BigInt(fraction.length));
}

/** Matches a sticky pattern at an offset. */
function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}
