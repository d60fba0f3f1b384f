import { describe, expect, it } from 'vitest';
import { readDateline, readDateOnly } from '../../../src/core/corpus/dateline.js';

describe('readDateline', () => {
  it.each([
    ['黃河新聞網訊(記者孫宇佳)招商引資', '黃河新聞網', ['孫宇佳'], null, null],
    ['人民网柏林7月28日电 （记者 刘仲华、张慧中）', '人民网', ['刘仲华', '张慧中'], '7月28日', null],
    ['新华社北京2024年1月5日电 今天', '新华社', [], '2024年1月5日', '2024-01-05'],
    ['本报讯 今天', '本报', [], null, null],
    ['YERINGTON, NV, March 08, 2024 /24-7PressRelease/ -- At', '24-7PressRelease', [], 'March 08, 2024', '2024-03-08'],
    ['PARIS, Jan. 5, 2024 (GLOBE NEWSWIRE) -- X', 'GLOBE NEWSWIRE', [], 'Jan. 5, 2024', '2024-01-05'],
  ])('%s', (line, source, reporters, printedDate, publishedOn) => {
    expect(readDateline(line)).toEqual({ source, reporters, printedDate, publishedOn });
  });

  it.each(['记者从网上获悉', '12月27日,中共山西省委', '据新华社报道', 'He said (again) -- no', ''])(
    'is not fooled by %s',
    (line) => {
      expect(readDateline(line)).toBeNull();
    },
  );
});

describe('readDateOnly', () => {
  it('reads a line that is a date and no other', () => {
    expect(readDateOnly(' 2019/9/20 ')).toBe('2019-09-20');
    expect(readDateOnly('2024年12月27日')).toBe('2024-12-27');
    expect(readDateOnly('2024-02-30')).toBeNull();
    expect(readDateOnly('2024-12-27 会议')).toBeNull();
  });
});
