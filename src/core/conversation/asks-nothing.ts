/** Messages that name nothing to look up: a bare figure, date or link, words that ask of nothing, a lone character, a slip of the hand. */
import { findQuantities } from '../text/quantities.js';
import { analyzeQuestion } from '../question/question.js';

/** A longer message names something. In UTF-16 units; unmeasured. */
const longest = 40;
const outside = /[^\p{L}\p{N}]+/gu;
/** What stands around the words that a question is about. */
const around =
  /^(?:那么?|而|还有|然后|请问|(?:我)?想?(?:再)?问(?:一下|下)?)+|(?:的话|又|[是为有]|[呢吗吧啊呀的了])+$/gu;
/** Seven consonants in a row, or one letter over and over: no word and no pinyin. */
const slip = /^[\s\p{P}]*(?:[a-z]*[bcdfghjklmnpqrstvwxz]{7}[a-z]*|([a-z])\1{2,})[\s\p{P}]*$/u;
const links = /https?:\/\/\S+|www\.\S+/gu;

/**
 * Whether a folded message has nothing to be looked up by. 「2017年呢」 and 「多少」 are such messages unless they follow a question.
 * @param isFirst whether nothing was said before, so that words that only ask refer to nothing
 */
export function asksNothing(folded: string, isFirst: boolean): boolean {
  const said = folded.replace(links, ' ').trim();
  if (said.length > longest) return false;
  const text = said.replace(around, '');
  if (slip.test(text)) return true;
  const { cue, cueStart, cueEnd } = analyzeQuestion(text);
  const named = `${text.slice(0, cueStart)} ${text.slice(cueEnd)}`;
  const words = bare(withoutQuantities(named));
  // 23街是什么 asks of a name; 2017年是多少 of nothing.
  const isOfQuantity = /^(?:多少|几)?$/u.test(cue) && words !== bare(named);
  if (cue === '' || isOfQuantity) return isBare(words);
  return isFirst && isBare(bare(named));
}

/** Whether there are fewer than two characters. */
function isBare(words: string): boolean {
  return [...words].length < 2;
}

/** Letters and digits, without the particles around them. */
function bare(text: string): string {
  return text.replace(outside, '').replace(around, '');
}

/** A text without its numbers, amounts and dates. */
function withoutQuantities(text: string): string {
  return findQuantities(text)
    .toReversed()
    .reduce((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
}
