/** The ids of a draft as models write them: in brackets of any kind, as lists and ranges, in full width, or bare. */
import { idPattern, sentenceId } from './answer-protocol.js';

// Repetitions are bounded: a draft is untrusted, and a run of brackets or spaces must not cost its square.
const separator = '\\s{0,3}(?:[,，、;；/&+]|和|及|and|-|–|—|−|~|～|〜|至|到|to|:|\\.\\.+|…)?\\s{0,3}';
const further = `(?:${idPattern}|[SsＳｓ]\\s?[0-9０-９]{1,6}|(?<=[-–—−~～〜至到]\\s{0,3})[0-9０-９]{1,6})`;
const label = '(?:来源|來源|出处|出處|见|見|参见|參見|sources?|ids?|see|cf\\.?)?\\s{0,3}[:：]?\\s{0,3}';
const opener = '[\\[［【〔（(｛{「〈《]';
const closer = '[\\]］】〕）)｝}」〉》]';
const bracketed = `${opener}{1,3}\\s{0,3}\\^?${label}${idPattern}(?:${separator}${further})*\\s{0,3}${closer}{1,3}(?:\\([^()\\n]{0,200}\\))?`;
const bare = `(?<![A-Za-z0-9])${idPattern}(?![A-Za-z0-9])`;

/** A group of ids, with Markdown around it. */
export const idGroup = `[*_\`~]{0,4}(?:${bracketed}|${bare})[*_\`~]{0,4}`;

/** Where the first bracket stands that is not closed yet: what is in it is not certain. Infinity when there is none. */
export function openBracketAt(line: string): number {
  let closed = line.length;
  while (closed > 0 && !closers.test(line[closed - 1]!)) closed--;
  const open = line.slice(closed).search(openers);
  return open === -1 ? Infinity : closed + open;
}

const openers = new RegExp(opener, 'u');
const closers = new RegExp(closer, 'u');

/** Whether what stands behind ids may become more ids when more of the draft arrives. */
export function mayBeginGroup(rest: string): boolean {
  const plain = rest.replace(/^[*_`~]+/u, '');
  return bareBegun.test(plain) || openBracketAt(plain) === 0;
}

const bareBegun = /^(?:[RrＲｒ]\s?[0-9０-９]{0,6}\s?[SsＳｓ]?\s?[0-9０-９]*)?$/u;

/** Ranges that name more are taken for their two ends. */
const longestRange = 30;

const token = new RegExp(
  `(?:[RrＲｒ]\\s?([0-9０-９]+)\\s?)?[SsＳｓ]\\s?([0-9０-９]+)|(?<=[-–—−~～〜至到]\\s{0,3})([0-9０-９]+)`,
  'gu',
);

/**
 * The ids of a group, normalised, none twice.
 * @param isOffered whether a sentence may be cited: what a range spans without naming it is kept only if it may
 */
export function readIds(group: string, isOffered: (id: string) => boolean): string[] {
  const ids: string[] = [];
  let release = 0;
  let last = 0;
  let end = 0;
  for (const match of group.matchAll(token)) {
    const isSame = match[1] === undefined || numberOf(match[1]) === release;
    if (!isSame) release = numberOf(match[1]!);
    const sentence = numberOf(match[2] ?? match[3]!);
    const isRange = isSame && last > 0 && isRangeMark(group.slice(end, match.index));
    if (isRange && sentence - last <= longestRange) {
      for (let inner = last + 1; inner < sentence; inner++) {
        const id = sentenceId(release, inner);
        if (isOffered(id)) ids.push(id);
      }
    }
    ids.push(sentenceId(release, sentence));
    last = sentence;
    end = match.index + match[0].length;
  }
  return [...new Set(ids)];
}

function numberOf(digits: string): number {
  return Number(digits.normalize('NFKC'));
}

function isRangeMark(between: string): boolean {
  return /^\s*(?:-|–|—|−|~|～|〜|至|到|to|\.\.+|…)\s*$/u.test(between);
}
