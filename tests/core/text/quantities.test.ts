import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuantities, impliesQuantity, sameQuantity, type Quantity } from '../../../src/core/text/quantities.js';

/** `[text, kind, value, unit]` of each quantity; a date's value is `year-month-day` with its period. */
function summary(text: string): unknown[][] {
  return findQuantities(text).map(({ start, end, kind, value, unit, date }) => [
    text.slice(start, end),
    kind,
    date ? [date.year ?? '', date.month ?? '', date.day ?? '', date.period ?? ''].join('-') : value,
    unit,
  ]);
}

function only(text: string): Quantity {
  const found = findQuantities(text);
  expect(found, text).toHaveLength(1);
  return found[0]!;
}

describe('findQuantities: amounts', () => {
  it.each([
    ['5.9万户', 59_000, '户'], ['951.64亿元', 95_164_000_000, '元'], ['1,317亿元', 131_700_000_000, '元'], ['1317 亿元', 131_700_000_000, '元'],
    ['3万亿元', 3_000_000_000_000, '元'], ['1亿2000万元', 120_000_000, '元'], ['5000多万元', 50_000_000, '元'], ['100余家', 100, '家'],
    ['$4.5 million', 4_500_000, '美元'], ['€3 billion', 3_000_000_000, '欧元'], ['200万美金', 2_000_000, '美元'], ['56gw', 56, '吉瓦'],
    ['1.2万标准箱', 12_000, '标准箱'], ['3280万个标箱', 32_800_000, '标准箱'], ['500千瓦', 500, '千瓦'], ['一千瓦', 1, '千瓦'],
    ['20公斤', 20, '千克'], ['4.5个百分点', 4.5, '百分点'], ['1.5倍', 1.5, '倍'], ['10多万人', 100_000, '人'], ['半年', 0.5, '年'],
    ['半个月', 0.5, '个月'], ['半小时', 0.5, '小时'], ['21世纪', 21, '世纪'], ['一百零五人', 105, '人'], ['五万九千', 59_000, null],
    ['三万五', 35_000, null], ['一百五', 150, null], ['十二', 12, null], ['两万亿', 2_000_000_000_000, null], ['三点五亿', 350_000_000, null],
    // 万 before 亿 multiplies what is before it only
    ['20万4000亿元', 20_400_000_000_000, '元'], ['2万6000人', 26_000, '人'], ['5万3,000亿', 5_300_000_000_000, null],
  ])('%s is %d %s', (text, value, unit) => {
    expect(summary(text)).toEqual([[text, 'number', value, unit]]);
  }); // prettier-ignore
});

describe('findQuantities: shares, ordinals and times', () => {
  it.each([
    ['42.11%', 'percent', 42.11], ['百分之四十二点一一', 'percent', 42.11], ['百分之百', 'percent', 100], ['千分之三', 'percent', 0.3],
    ['5 percent', 'percent', 5], ['三成', 'percent', 30], ['三成五', 'percent', 35], ['四分之三', 'percent', 75], ['一半', 'percent', 50],
    ['9:30', 'time', 570], ['9时30分', 'time', 570], ['上午9点', 'time', 540], ['下午3点半', 'time', 930],
  ])('%s is %s %d', (text, kind, value) => {
    expect(summary(text)).toEqual([[text, kind, value, null]]);
  }); // prettier-ignore

  it.each([
    ['第四十场', 40, '场'],
    ['第99位', 99, '位'],
    ['第三', 3, null],
  ])('%s is the ordinal %d of %s', (text, value, unit) => {
    expect(summary(text)).toEqual([[text, 'ordinal', value, unit]]);
  });
});

describe('findQuantities: dates', () => {
  it.each([
    ['2023年', '2023---'], ['二〇二三年', '2023---'], ['2023年度', '2023---'], ['十二月二十七日', '-12-27-'], ['12月27号', '-12-27-'],
    ['2024年3月8日', '2024-3-8-'], ['2024-03-08', '2024-3-8-'], ['2024/3/8', '2024-3-8-'], ['march 8, 2024', '2024-3-8-'],
    ['8 march 2024', '2024-3-8-'], ['mar 2024', '2024-3--'], ['三季度', '---Q3'], ['2023年第三季度', '2023---Q3'], ['前三季度', '---Q1-3'],
    ['上半年', '---H1'], ['2024年下半年', '2024---H2'], ['27日', '--27-'], ['公元前221年', '-221---'], ['98年3月', '98-3--'],
  ])('%s is %s', (text, date) => {
    expect(summary(text)).toEqual([[text, 'date', date, null]]);
  }); // prettier-ignore

  it('leaves out months and days that do not exist', () => {
    expect(findQuantities('13月').map(({ kind }) => kind)).not.toContain('date');
    expect(findQuantities('2024-13-40').map(({ kind }) => kind)).not.toContain('date');
  });
});

describe('findQuantities: in running text', () => {
  it.each([
    '一般公共预算', '统一部署', '万一', '三农', '四全工作法', '十四五规划', '一带一路', '一部分', '十分重要', '五台山',
    '七八个', '九一八', '进一步', '同一个', '两位数', '十大', '5g网络', 'covid-19', 'h1n1', 'gb2312', '首要任务',
    '大半年', '半年报', '半导体',
  ])('finds none in %s', (text) => {
    expect(summary(text)).toEqual([]);
  }); // prettier-ignore

  it.each([
    ['2017年至2023年', '2017年 2023年'], ['2017-2023年', '2017 2023年'], ['19.6%、50%', '19.6% 50%'],
    ['由第99位提升至第43位', '第99位 第43位'], ['共签约63个招商引资项目,签约投资额为951.64亿元,预计产值1493.9亿元。', '63个 951.64亿元 1493.9亿元'],
    ['27、28日', '27 28日'], ['12,2023', '12 2023'],
  ])('%s holds %s', (text, expected) => {
    expect(findQuantities(text).map(({ start, end }) => text.slice(start, end)).join(' ')).toBe(expected);
  }); // prettier-ignore

  it('gives both ends of a range the unit', () => {
    expect(summary('3至5个')).toEqual([['3', 'number', 3, '个'], ['5个', 'number', 5, '个']]);
    expect(summary('3-5万元').map(([, , value]) => value)).toEqual([30_000, 50_000]);
    expect(summary('10-20%').map(([, kind]) => kind)).toEqual(['percent', 'percent']);
    expect(summary('3、5、7条').map(([, , , unit]) => unit)).toEqual(['条', '条', '条']);
  }); // prettier-ignore
});

describe('sameQuantity', () => {
  it.each([
    ['5.9万', '59,000'], ['5.9万', '五万九千'], ['5.9万户', '59000户'], ['42.11%', '百分之四十二点一一'], ['第四十场', '第40场'],
    ['0.1亿', '1000万'], ['63个', '63项'], ['951.64亿', '951.64亿元'], ['2023', '2023年'], ['12月27日', '十二月二十七日'],
    ['200万美金', '2 million dollars'], ['四分之一', '25%'], ['20公斤', '20kg'],
  ])('%s is %s', (a, b) => {
    expect(sameQuantity(only(a), only(b))).toBe(true);
    expect(sameQuantity(only(b), only(a))).toBe(true);
  }); // prettier-ignore

  it.each([
    ['951.64万元', '951.64亿元'], ['951.64亿元', '951.65亿元'], ['5亿元', '5亿美元'], ['48个', '48天'], ['5%', '5个百分点'],
    ['第43位', '43位'], ['2017年', '2023年'], ['2024年12月27日', '12月27日'], ['第三季度', '前三季度'], ['三分之一', '33.3%'],
  ])('%s is not %s', (a, b) => {
    expect(sameQuantity(only(a), only(b))).toBe(false);
  }); // prettier-ignore
});

describe('impliesQuantity', () => {
  it('lets the more precise date stand for the less precise, and not the other way round', () => {
    const [precise, vague] = [only('2024年12月27日'), only('12月27日')];
    expect(impliesQuantity(precise, vague)).toBe(true);
    expect(impliesQuantity(vague, precise)).toBe(false);
    expect(impliesQuantity(precise, only('2024年'))).toBe(true);
    expect(impliesQuantity(precise, only('2023年'))).toBe(false);
  }); // prettier-ignore
});

const digits = '零一二三四五六七八九';

/** The Chinese numeral for 1 to 9,999,999,999,999,999 as a reader writes it. */
function chineseNumeral(value: number): string {
  for (const [size, mark] of [[1e8, '亿'], [1e4, '万']] as const) {
    if (value < size) continue;
    const rest = value % size;
    const head = chineseNumeral(Math.floor(value / size)) + mark;
    return rest === 0 ? head : head + (rest < size / 10 ? '零' : '') + chineseNumeral(rest);
  }
  const places = ['千', '百', '十', ''];
  return String(value).padStart(4, '0').split('').map((d, i) => (d === '0' ? '零' : digits[Number(d)]! + places[i]!))
    .join('').replace(/零+/g, '零').replace(/^零|零$/g, '');
} // prettier-ignore

describe('every notation of a number', () => {
  it('is read as the same value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 999_999_999_999 }), (value) => {
        const plain = only(`${value}元`);
        expect(plain.value).toBe(value);
        for (const other of [
          `${value.toLocaleString('en-US')}元`,
          `${chineseNumeral(value)}元`,
          `${(BigInt(value) / 10_000n).toString()}.${String(value % 10_000).padStart(4, '0')}万元`,
        ]) {
          expect(sameQuantity(plain, only(other)), other).toBe(true);
        }
      }),
    );
  });

  it('is told from its neighbours and from other powers of ten', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 99 }), (value, by) => {
        const one = only(`${value}.${by}亿元`);
        expect(sameQuantity(one, only(`${value + 1}.${by}亿元`))).toBe(false);
        expect(sameQuantity(one, only(`${value}.${by}万元`))).toBe(false);
      }),
    );
  });

  it('is read as the same share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (value) => {
        const words = only(`百分之${chineseNumeral(value)}`);
        expect(sameQuantity(only(`${value}%`), words)).toBe(true);
      }),
    );
  });

  it('gives disjoint ranges in order for any text', () => {
    const piece = fc.constantFrom(
      ...'0123456789.,%年月日第成分之十百千万亿一二三两点季度上半个元至-、 $km公元前',
      'march ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const text = pieces.join('');
        let at = 0;
        for (const { start, end } of findQuantities(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          at = end;
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a numeral without end', () => {
  it.each(['一亿', '1亿', '二兆', '1亿2000万', '十', '1,000', '点一'])('of %s is read in time', (part) => {
    const text = `共${part.repeat(2000)}元`;
    const started = performance.now();
    expect(() => findQuantities(text)).not.toThrow();
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it.each(['十', '十百', '一百百', '十万', '一万亿', '两百两'])(
    'that is none, 100,000 characters of %s, is passed over once',
    (part) => {
      const text = `${part.repeat(100_000 / part.length)}，3个`;
      const started = performance.now();
      expect(findQuantities(text).map(({ value }) => value)).toEqual([3]);
      expect(performance.now() - started).toBeLessThan(2000);
    },
  );

  it.each([
    ['统一百分之五的税率', [5]],
    ['十四五百分之三十', [30]],
    ['七八百个，9个', [9]],
  ])('that is none takes nothing of what follows: %s', (text, values) => {
    expect(findQuantities(text).map(({ value }) => value)).toEqual(values);
  });
});
