/** A calculation as a person reads it: `560 ÷ 951.64 = 58.8 %（由机器人计算）[1][2]`. */
import type { Calculation, Operation } from '../calculation/calculation.js';
import { CitationList } from '../answer/cite.js';
import { leastAsserted } from '../read/decide.js';
import type { ComposedAnswer } from './compose-answer.js';
import { sourceSpan, type FoldTables } from '../text/fold.js';
import { dividedBy, exact, readNumeral, type Exact } from '../text/numerals.js';
import type { Operand } from '../calculation/operand.js';
import { wordsOfOperand } from '../calculation/operand.js';
import type { Reader } from '../text/reader.js';
import { show } from '../text/show.js';

export interface CalculationTextOptions {
  readonly tables: FoldTables;
  readonly reader: Reader;
  /** Turns a text of the corpus into the reader's script. */
  readonly toReader: (text: string) => string;
}

/** Words with `[start, end)` ranges of them that are the results. */
export interface CalculationText {
  readonly text: string;
  readonly emphasis: readonly (readonly [number, number])[];
}

const words: Readonly<Record<Reader, { readonly byBot: string; readonly points: string; readonly comma: string }>> = {
  'zh-Hans': { byBot: '（由机器人计算）', points: '个百分点', comma: '，' },
  'zh-Hant': { byBot: '（由機器人計算）', points: '個百分點', comma: '，' },
  en: { byBot: ' (calculated by the bot) ', points: ' percentage points', comma: ', ' },
};

/**
 * Writes calculations over the same figures one after another, with the marks of the sentences that state them.
 * Guarantee: every operand reads as its sentence states it, at most converted between the Chinese scripts.
 */
export function writeCalculations(
  calculations: readonly Calculation[],
  citations: CitationList,
  options: CalculationTextOptions,
): CalculationText {
  const { byBot, comma } = words[options.reader];
  const emphasis: [number, number][] = [];
  let text = '';
  for (const calculation of calculations) {
    const { formula, result } = writeFormula(calculation, options);
    text += `${text === '' ? '' : comma}${formula} = `;
    emphasis.push([text.length, text.length + result.length]);
    text += result;
  }
  const marks = calculations
    .flatMap(({ operands }) => operands)
    .map(({ prepared, sentence, figure }) => citations.mark(prepared, sentence, figure));
  return { text: text + byBot + [...new Set(marks)].join(''), emphasis };
}

/** Composes an answer of nothing but calculations over the same figures. */
export function composeCalculations(
  calculations: readonly Calculation[],
  options: CalculationTextOptions,
): ComposedAnswer {
  const citations = new CitationList();
  const written = writeCalculations(calculations, citations, options);
  return {
    kind: 'answered',
    // Every figure of it was looked up by a question of its own, whose answer was sure enough.
    confidence: leastAsserted,
    reason: null,
    ...written,
    citations: citations.toCitations(options.tables),
    nearest: [],
  };
}

/** A figure taken apart: `第` `99` `位`, `$` `4.5` ` million`; `scale` is what 1 in digits stands for. */
interface StatedFigure {
  readonly prefix: string;
  readonly digits: string;
  readonly suffix: string;
  readonly scale: Exact;
}

function writeFormula({ operation, operands, value, kind }: Calculation, options: CalculationTextOptions) {
  const stated = operands.map((operand) => stateFigure(operand, options));
  const [first] = stated as [StatedFigure];
  // Figures in one scale and unit need not repeat it.
  const isPlain =
    kind !== 'points' && stated.every(({ prefix, suffix }) => prefix === first.prefix && suffix === first.suffix);
  const figures = stated.map(({ prefix, digits, suffix }) => (isPlain ? digits : prefix + digits + suffix));
  const prefix = operands[0]!.figure.kind === 'ordinal' ? '' : first.prefix;
  const result = {
    percent: () => `${showPercent(value)} %`,
    points: () => showExact(value) + words[options.reader].points,
    amount: () => withPrefix(prefix, showExact(dividedBy(value, first.scale))) + first.suffix,
  }[kind]();
  return { formula: formulas[operation](figures), result };
}

/** The sign stands before a currency: −$4. */
function withPrefix(prefix: string, number: string): string {
  return number.startsWith('−') ? `−${prefix}${number.slice(1)}` : prefix + number;
}

const formulas: Readonly<Record<Operation, (figures: readonly string[]) => string>> = {
  share: ([a, b]) => `${a} ÷ ${b}`,
  difference: ([a, b]) => `${a} − ${b}`,
  growth: ([a, b]) => `(${b} − ${a}) ÷ ${a}`,
  sum: (figures) => figures.join(' + '),
};

function stateFigure(operand: Operand, { tables, toReader }: CalculationTextOptions): StatedFigure {
  const { prepared, sentence, figure } = operand;
  const first = prepared.foldedSentences[sentence]!.start;
  const { start, end } = sourceSpan(prepared.folded, first + figure.start, first + figure.end);
  const shown = toReader(show(prepared.release.body.slice(start, end), tables).text).normalize('NFKC');
  const after = operand.figure.unit === null && operand.unit !== null ? ` ${operand.unit}` : '';
  const folded = wordsOfOperand(operand);
  const at = folded.search(/\d/u);
  const numeral = at === -1 ? null : readNumeral(folded, at);
  const digits = /[\d.,]*\d/u.exec(shown);
  const value = numeral && readNumeral(folded.slice(at, numeral.digitsEnd), 0)!.value;
  // 三成, 五万九千户 and 1亿2000万元 are not digits with one multiplier: their results are written out.
  const isSimple = digits && value && value.num !== 0n && !/\d/u.test(shown.slice(digits.index + digits[0].length));
  if (!isSimple) {
    const unit = toReader(figure.unit ?? '');
    return {
      prefix: '',
      digits: shown.slice(0, shown.length - suffixLength(shown, unit)),
      suffix: unit || after,
      scale: exact(1n),
    };
  }
  return {
    prefix: shown.slice(0, digits.index),
    digits: digits[0],
    suffix: shown.slice(digits.index + digits[0].length) + after,
    scale: dividedBy(figure.exact!, value),
  };
}

function suffixLength(shown: string, unit: string): number {
  return shown.endsWith(unit) ? unit.length : 0;
}

/** One decimal; two significant digits where that would read as nothing. */
function showPercent(value: Exact): string {
  for (let decimals = 1; decimals < 12; decimals++) {
    const shown = roundTo(value, decimals);
    if (decimals === 1 && (value.num === 0n || /[1-9]/u.test(shown))) return shown;
    if (decimals > 1 && /[1-9]/u.test(shown)) return roundTo(value, decimals + 1);
  }
  return roundTo(value, 1);
}

/** Decimals beyond these are rounded; amounts in press releases have at most four. */
const mostDecimals = 8;

/** All decimals of an exact number, without trailing zeros, at most {@link mostDecimals}. */
function showExact(value: Exact): string {
  const shown = roundTo(value, mostDecimals);
  return shown.replace(/\.?0+$/u, '');
}

/** Rounded to so many decimals, halves away from zero; the sign is `−`. */
export function roundTo({ num, den }: Exact, decimals: number): string {
  const scaled = (num < 0n ? -num : num) * 10n ** BigInt(decimals);
  const rounded = (2n * scaled + den) / (2n * den);
  const digits = rounded.toString().padStart(decimals + 1, '0');
  const sign = num < 0n && rounded !== 0n ? '−' : '';
  const whole = digits.slice(0, digits.length - decimals);
  return sign + whole + (decimals > 0 ? `.${digits.slice(-decimals)}` : '');
}
