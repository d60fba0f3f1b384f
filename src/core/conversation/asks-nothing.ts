/** Messages that name nothing to look up: a bare number, date or link, words that ask of nothing, a lone character, a slip of the hand. */
import { unmarked } from '../text/unmarked.js';
import { findCue } from './question-cue.js';

/** A longer message names something. In UTF-16 units; unmeasured. */
const longest = 40;
const marksAround = /^[\s,。!?;:…]+|[\s,。!?;:…]+$/gu;
/** What stands around the words that a question is about. */
const around =
  /^(?:那么?|而|还有|然后|请问|(?:我)?想?(?:再)?问(?:一下|下)?)+|(?:的话|又|[是为有]|[呢吗吧啊呀的了])+$/gu;
/** Seven consonants in a row, or one letter over and over: no word and no pinyin. */
const slip = /^[\s\p{P}]*(?:[a-z]*[bcdfghjklmnpqrstvwxz]{7}[a-z]*|([a-z])\1{2,})[\s\p{P}]*$/u;
const links = /https?:\/\/\S+|www\.\S+/gu;

/** A number without a unit, or a date, also with the words that ask of nothing: 421, 2017年是多少. */
const numberOrDate =
  /^(?=[\d〇零一二两三四五六七八九十百千万亿])(?:\d+|[〇零一二两三四五六七八九十百千万亿]+|(?:\d{2,4}年)?(?:\d{1,2}月)?(?:\d{1,2}[日号])?)(?:是?多少)?$/u;

/**
 * Whether a folded message has nothing to be looked up by. 「2017年呢」 and 「多少」 are such messages unless they follow a question.
 * @param isFirst whether nothing was said before, so that words that only ask refer to nothing
 */
export function asksNothing(folded: string, isFirst: boolean): boolean {
  const said = folded.replace(links, ' ').replace(marksAround, '');
  if (said.length > longest) return false;
  const text = said.replace(around, '');
  const cue = findCue(text);
  const asks = cue.start < cue.end;
  if (!asks && [...unmarked(said)].length < 2) return true;
  if (text === '' || slip.test(text) || numberOrDate.test(text)) return true;
  const named = unmarked(`${text.slice(0, cue.start)} ${text.slice(cue.end)}`).replace(around, '');
  return isFirst && asks && named === '';
}
