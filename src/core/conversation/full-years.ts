/** Years as people write them in a question: 二〇一七年, 17年 and ’17 become 2017年 and 2017, as all that reads questions expects. */
import { readDate } from '../text/calendar.js';

const inCharacters = /(?<![零〇○一二三四五六七八九十])[一二][零〇○一二三四五六七八九]{3}(?=\s?年)/gu;

const digits = '[0-9０-９]';
/** 17年来, 用了17年 and 17年的历史 are durations: a year of two digits stands where one begins and before what is said of a year. */
const inTwoDigits = new RegExp(
  `(?<=^|[\\s,，、。;；:：?？!！“”"「」『』（(那麼么到至和与與跟及在从從自于於比较較问問区區省市县縣])${digits}{2}(?=年` +
    `(?:的(?![历歷时時期]|[经經][验驗]|努力|[发發]展|合同|[积積]累|[坚堅]持)` +
    `|[底末初上下]|\\s?${digits}{1,2}月|第?[一二三四1-4]季度|前三季度|[到至和与與、]${digits}{2,4}年` +
    `|\\s?(?:gdp|地[区區]生[产產]|生[产產][总總]值|全[区區省市国國县縣年])|[呢吗嗎啊\\s\\p{P}]*$))`,
  'giu',
);
/** The second year of 从17年到23年 and of 2017年和23年. */
const behindAnother = new RegExp(
  `(?<=(?:[从從由自]|${digits}{2})${digits}{2}年[到至和与與、-])${digits}{2}(?=年(?![来來间間内內]))`,
  'gu',
);
/** 08年 begins no duration. */
const withZero = /(?<![\d０-９.\-–—/~前])[0０][0-9０-９](?=年)/gu;
const afterApostrophe = /(?<=\b(?:in|of|since|from|to|and|by|than|for|about|until) )['’‘](\d{2})(?=[\s?？.,]|$)/giu;

/** The question with each such year in four digits; what may be a duration stays as it is. */
export function withFullYears(question: string): string {
  return question
    .replace(inCharacters, (year) => String(readDate(`${year.replaceAll('○', '〇')}年`, 0)?.date.year ?? year))
    .replace(withZero, fullYear)
    .replace(behindAnother, fullYear)
    .replace(inTwoDigits, fullYear)
    .replace(afterApostrophe, (whole, year: string) => {
      const full = fullYear(year);
      return full === year ? whole : full;
    });
}

/** 17 is 2017 and 98 is 1998; what lies between (40 to 59) is left alone, as are durations of that length. */
function fullYear(year: string): string {
  const value = Number(year.normalize('NFKC'));
  if (value < 40) return String(2000 + value);
  return value < 60 ? year : String(1900 + value);
}
