/** English figures in words, put in the digits that the reading of quantities knows: forty-eight, 40th, gigawatts. */

const ones = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' '); // prettier-ignore
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinals = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(' '); // prettier-ignore

const values = new Map<string, number>([
  ...ones.map((word, i) => [word, i + 1] as const),
  ...tens.map((word, i) => [word, (i + 2) * 10] as const),
]);

const numberWord = [...ones, ...tens].toSorted((a, b) => b.length - a.length).join('|');
/** One alone is mostly an article; with a hundred or a scale it counts. */
const cardinal = new RegExp(
  String.raw`\b(?:(?:${numberWord}|a)[ -]hundred(?: and)?(?:[ -](?:${numberWord})){0,2}|(?:${tens.join('|')})(?:[ -](?:${ones.slice(0, 9).join('|')}))?|(?:${ones.slice(1).toReversed().join('|')})|one(?= (?:thousand|million|billion|trillion)\b))\b(?!-)`,
  'g',
);
const ordinalDigits = /\b(\d{1,4})(?:st|nd|rd|th)\b(?! (?:century|of \p{L}+day))/gu;
const ordinalWords = new RegExp(String.raw`\b(?:${ordinals.slice(2).join('|')})\b(?! (?:of|after))`, 'g');
const month =
  /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? $|^ (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;

/** Names of units that {@link readUnit} knows by their sign. */
const units: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d )gigawatts?\b/g, 'gw'],
  [/(?<=\d )megawatts?\b/g, 'mw'],
  [/(?<=\d )kilowatts?\b/g, 'kw'],
  [/(?<=\d )(?:kilomet(?:er|re))s?\b/g, 'km'],
  [/(?<=\d )met(?:er|re)s?\b/g, 'meters'],
  [/(?<=\d )ton(?:ne)?\b/g, 'tons'],
  [/(?<=\d )hectare\b/g, 'hectares'],
  [/(?<=\d )year\b/g, 'years'],
  [/(?<=\d )month\b/g, 'months'],
  [/(?<=\d )day\b/g, 'days'],
  [/(?<=\d )percentage point\b/g, 'percentage points'],
  [/(?<=\d )(?:u\.?s\.? )?dollars?\b/g, 'dollars'],
  [/(?<=(?:\d|thousand|million|billion|trillion) )u\.?s\.? dollars?\b/g, 'dollars'],
  [/\bhalf (?=of|the)/g, '50% '],
];

/**
 * Rewrites the figures of a folded English text; a text without Latin letters is returned as it is.
 * Ordinals become Chinese ones (40th is 第40), because that is the form in which they are read.
 */
export function spellInDigits(text: string): string {
  if (!/[a-z]{2}/.test(text)) return text;
  let result = text
    .replace(/(?<=\d)-(?=[a-z]{3})/g, ' ')
    .replace(cardinal, (words) => String(valueOf(words)))
    .replace(ordinalDigits, (whole, digits: string, at: number, all: string) =>
      isDay(all, at, whole) ? whole : `第${digits}`,
    )
    .replace(ordinalWords, (word) => `第${ordinals.indexOf(word)}`);
  for (const [name, sign] of units) result = result.replace(name, sign);
  return result;
}

/** Whether an ordinal is the day of a date: March 8th. */
function isDay(text: string, at: number, ordinal: string): boolean {
  const end = at + ordinal.length;
  return month.test(text.slice(Math.max(0, at - 12), at)) || month.test(text.slice(end, end + 12));
}

function valueOf(words: string): number {
  return words
    .split(/[ -]/)
    .reduce((sum, word) => (word === 'hundred' ? sum * 100 : sum + (word === 'a' ? 1 : (values.get(word) ?? 0))), 0);
}
