import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundTo, writeCalculations } from '../../../src/core/compose/calculation-text.js';
import { calculate, type Operation } from '../../../src/core/calculation/calculation.js';
import { CitationList } from '../../../src/core/answer/cite.js';
import { bareRelease, prepareRelease } from '../../../src/core/corpus/corpus.js';
import { dividedBy, exact, minus, plus, times } from '../../../src/core/text/numerals.js';
import { operandsOf, type Operand } from '../../../src/core/calculation/operand.js';
import type { Reader } from '../../../src/core/text/reader.js';
import { tables } from '../../support/tables.js';

/** The figures of a one-sentence release. */
function figuresOf(text: string): Operand[] {
  return operandsOf(prepareRelease(bareRelease('a', text), tables), 0);
}

function run(operation: Operation, operands: readonly Operand[], reader: Reader = 'zh-Hans'): string {
  const calculated = calculate(operation, operands);
  if ('fault' in calculated) return calculated.fault;
  const options = { tables, reader, toReader: (words: string) => words };
  return writeCalculations([calculated], new CitationList(), options).text;
}

const resultOf = (text: string): string => / = (.*?)（由机器人计算）/u.exec(text)![1]!;
const withMinus = (text: string): string => text.replace('-', '−');
const cents = fc.bigInt({ min: 1n, max: 10n ** 12n });
const decimal = (value: bigint): string => `${value / 100n}.${String(value % 100n).padStart(2, '0')}`;

describe('exact fractions', () => {
  const fraction = fc
    .tuple(fc.bigInt(-(10n ** 9n), 10n ** 9n), fc.bigInt(1n, 10n ** 6n))
    .map(([num, den]) => exact(num, den));

  it('are added, subtracted, multiplied and divided as fractions are', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        expect(minus(plus(a, b), b)).toEqual(a);
        expect(plus(a, b)).toEqual(exact(a.num * b.den + b.num * a.den, a.den * b.den));
        if (b.num !== 0n) expect(times(dividedBy(a, b), b)).toEqual(a);
      }),
    );
    expect(() => dividedBy(exact(1n), exact(0n))).toThrow(RangeError);
  });

  it('are rounded as a decimal is, halves away from zero', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.integer({ min: 0, max: 5 }), (n, decimals) => {
        // n / 10^6 rounded by hand on its digits.
        const digits = String(n < 0n ? -n : n).padStart(7, '0');
        const kept = BigInt(digits.slice(0, digits.length - 6 + decimals));
        const up = Number(digits[digits.length - 6 + decimals]) >= 5 ? 1n : 0n;
        const padded = String(kept + up).padStart(decimals + 1, '0');
        const whole = padded.slice(0, padded.length - decimals);
        const shown = decimals > 0 ? `${whole}.${padded.slice(-decimals)}` : whole;
        const sign = n < 0n && kept + up > 0n ? '−' : '';
        expect(roundTo(exact(n, 10n ** 6n), decimals)).toBe(sign + shown);
      }),
    );
  });
});

describe('calculate', () => {
  it('agrees with arithmetic on whole cents', () => {
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        fc.pre(a !== b);
        const operands = figuresOf(`甲为${decimal(a)}亿元,乙为${decimal(b)}亿元。`);
        const plain = (value: bigint): string => {
          const digits = decimal(value < 0n ? -value : value).replace(/\.?0+$/u, '');
          return (value < 0n ? '−' : '') + digits;
        };
        expect(resultOf(run('sum', operands))).toBe(`${plain(a + b)}亿元`);
        expect(resultOf(run('difference', operands))).toBe(`${plain(a - b)}亿元`);
        const [part, whole] = a < b ? operands : operands.toReversed();
        const share = Number(a < b ? a : b) / Number(a < b ? b : a);
        const shown = Number(resultOf(run('share', [part!, whole!])).replace(' %', ''));
        expect(Math.abs(shown - share * 100)).toBeLessThanOrEqual(0.0501);
      }),
    );
  });

  it.each<[string, Operation, string]>([
    ['由2017年的421亿元增长到2023年的938亿元', 'growth', '(938 − 421) ÷ 421 = 122.8 %'],
    ['由938亿元下降到421亿元', 'growth', '(421 − 938) ÷ 938 = −55.1 %'], ['产值421亿元,投资938亿元', 'growth', 'year'],
    ['2023年为938亿元,2017年为421亿元', 'growth', 'year'], ['2023年为938亿元,2017年为421亿元', 'share', 'year'],
    ['投资938亿元,其中税收421亿元', 'share', 'larger'], ['从0元增加到5元', 'growth', 'zero'],
    ['占比由42.11%提高到79.55%', 'difference', '42.11% − 79.55% = −37.44个百分点'],
    ['从三成提高到百分之五十', 'difference', '三成 − 百分之五十 = −20个百分点'], ['占比由42.11%提高到79.55%', 'sum', 'unit'],
    ['占比42.11%,投资938亿元', 'difference', 'unit'], ['投资5亿元,税收300万元', 'sum', '5亿元 + 300万元 = 5.03亿元'],
    ['投资5亿元,捐款3美元', 'sum', 'unit'], ['长5公里,宽300米', 'sum', 'unit'], ['示范区签约63个,新区签约121项', 'sum', '63个 + 121项 = 184个'],
    ['签约63个,新引进落地121项', 'sum', 'overlap'], ['签约63个,其中48个落地', 'sum', 'overlap'], ['主体5.9万户,企业3000家', 'sum', 'unit'],
    ['主体五万九千户,新增1000户', 'difference', '五万九千 − 1000 = 58000户'],
    ['投资1亿2000万元,税收2000万元', 'difference', '1亿2000万元 − 2000万元 = 100000000元'],
    ['排名由第99位提升至第43位', 'difference', '99 − 43 = 56位'], ['排名由第99位提升至第43位', 'share', 'unit'],
    ['投资约560亿元,共951.64亿元', 'share', 'approximate'], ['签约560亿元,共951.64亿元', 'share', '560 ÷ 951.64 = 58.8 %'],
    ['建成100多家,共300家', 'share', 'approximate'], ['利润-5亿元,税收8亿元', 'sum', 'approximate'], ['投资560亿元以上,共951.64亿元',
    'share', 'approximate'],
    ['税收1元,共951.64亿元', 'share', '1元 ÷ 951.64亿元 = 0.0000000011 %'], ['只有5亿元', 'sum', 'count'],
  ])('%s: %s', (text, operation, expected) => {
    const shown = run(operation, figuresOf(`${text}。`));
    expect(shown.replace(/（由机器人计算）\[1\]$/u, '')).toBe(withMinus(expected));
  }); // prettier-ignore

  it('takes a figure once, also when two releases state it in the same words', () => {
    const [a] = figuresOf('投资5亿元。');
    const [again] = figuresOf('投资5亿元。');
    const [other] = figuresOf('税收5亿元。');
    expect(run('sum', [a!, again!])).toBe('repeated');
    expect(run('sum', [a!, other!])).toContain('5 + 5 = 10亿元');
  });

  it('writes the figures of English releases', () => {
    const operands = figuresOf('Sales were $5.5 million in 2022 and $8 million in 2023.');
    expect(run('difference', operands.toReversed(), 'en')).toBe('8 − 5.5 = $2.5 million (calculated by the bot) [1]');
    expect(operands.map(({ year }) => year)).toEqual([2022, 2023]);
    const projects = figuresOf('It signed 63 projects and finished 48 projects.');
    expect(run('difference', projects, 'en')).toBe('63 − 48 = 15 projects (calculated by the bot) [1]');
  });
});
