/** Whether a sentence speaks of what words name, so that its figure may stand for them. */
import { foldedRelease, foldedSentence, type PreparedRelease } from '../corpus/corpus.js';

/** What a sentence must share of the words that name an operand. Unmeasured. */
const leastShared = 0.5;

/** A word of at most so many sentences sets them apart. Unmeasured. */
const mostElsewhere = 2;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words that say what kind of figure is meant, whatever the release calls it. */
const kindWords = /^(?:总额|金额|数量|个数|数目|规模|情况|项目|企业|公司|以来|其中)$/u;

/**
 * Whether a sentence speaks of what is asked: it shares half of the character pairs, names the indicator (投资额, 增加值) that the words
 * end with, and lacks no word that the release does not know or knows in other sentences only, so few that the word sets them
 * apart (a company; not 全市, which is everywhere).
 */
export function isAbout(words: string, prepared: PreparedRelease, sentence: number): boolean {
  const han = words.replace(/\d{4}年(?:以来)?/gu, '');
  const text = foldedSentence(prepared, sentence);
  const release = foldedRelease(prepared).split(/[。；;\n]/u);
  const isForeign = (word: string): boolean => {
    if (!/^\p{Script=Han}{2,}$/u.test(word) || kindWords.test(word) || text.includes(word)) return false;
    return release.filter((other) => other.includes(word)).length <= mostElsewhere;
  };
  if (Array.from(segmenter.segment(han), ({ segment }) => segment).some(isForeign)) return false;
  const indicator = /\p{Script=Han}{2}[额值率量]$/u.exec(han)?.[0];
  if (indicator !== undefined && !text.includes(indicator)) return false;
  const pairs = Array.from(han.matchAll(/(?=(\p{Script=Han}{2}))/gu), ([, pair]) => pair!);
  return pairs.filter((pair) => text.includes(pair)).length >= leastShared * pairs.length;
}
