/** What holds for every answer, whatever a model wrote; found out without the code that sees to it. */
import { expect } from 'vitest';
import type { Answer } from '../../src/core/answer/answer.js';
import { fold } from '../../src/core/text/fold.js';
import { tables } from '../support/tables.js';

const mark = /\[(\d+)\]/gu;
const quotation = /[「『“"]([^」』”"]+)[」』”"]/gu;
const calculated = /由机器人计算|calculated by the bot/u;
/** What a formula leads to; its operands stand before it. */
const result = /= [\d.,]+/gu;
/** A number with what follows it, or a Chinese numeral. */
const figure =
  /(\d+(?:[.,]\d+)*(?:[千万亿]+\d[\d.]*)*[千万亿]*)([%\p{L}]?)|[零一二三四五六七八九十百千万亿]{2,}/gu;
const powers: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 亿: 1e8 };

/**
 * Expects that no id, markup or instruction of a draft is shown, that each citation is a slice of its release, and
 * that every figure and quotation of a line stands in a sentence that the line marks; a date or a quotation may be
 * the question's, whose figures may be an instruction. Of a calculation that is marked as one only the operands need to.
 */
export function expectHonest({ question, text, note, reason, citations }: Answer): void {
  expect(`${text} ${note} ${reason}`).not.toMatch(/R\d+S\d+|NOT_IN|CALC|https?:|[<>*`#|]|think/u);
  for (const { release, start, end, original } of citations) {
    expect(release.body.slice(start, end)).toBe(original);
  }
  for (const line of text.split('\n')) {
    const cited = Array.from(line.matchAll(mark), ([, n]) => citations[Number(n) - 1]!.quote);
    const asked = folded(question);
    const sources = cited.map(folded);
    const said = folded(line.replace(mark, ''));
    const [read, stated] = calculated.test(said)
      ? [digitsOf, said.replace(result, '')]
      : [figuresOf, said];
    const dates = figuresOf(asked).filter((one) => /[年月日]$/u.test(one));
    expect([...sources.flatMap(read), ...dates]).toEqual(expect.arrayContaining(read(stated)));
    for (const [, quoted] of said.matchAll(quotation)) {
      expect([...sources, asked]).toContainEqual(expect.stringContaining(quoted!));
    }
  }
}

function folded(text: string): string {
  return fold(text, tables).text;
}

/** The figures of a folded text with what follows them; 5.9万户 and 5万9千户 are both `59000户`. */
function figuresOf(text: string): string[] {
  return Array.from(text.matchAll(figure), ([found, number, unit]) =>
    number === undefined ? found : `${valueOf(number)}${unit}`,
  );
}

/** The numbers of a folded text as a formula shows them, without their units. */
function digitsOf(text: string): string[] {
  return text.match(/\d+(?:[.,]\d+)*/gu) ?? [];
}

function valueOf(number: string): number {
  let value = 0;
  for (const [, digits, power] of number.replaceAll(',', '').matchAll(/([\d.]+)([千万亿]*)/gu)) {
    value += Array.from(power!).reduce((product, one) => product * powers[one]!, Number(digits));
  }
  return Number(value.toPrecision(12));
}
