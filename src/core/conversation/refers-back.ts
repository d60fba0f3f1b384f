/** Whether a question refers to what was said before. */
import { unmarked } from '../text/unmarked.js';

const pronouns =
  /^(?:那|再|还有|另外|然后|其中|至于|and\b|what about|how about|then\b)|[它他她]|(?:这|那|该|此|上述)(?:个|些|里|位|家|年|项|次|场|种|区|家|笔)|呢[?？]?$|刚才|上面|前面|其(?!他|它|余|中|实)|\b(?:it|its|they|their|them|he|she|his|her|this|that|those|these|there)\b/u;

/** A question with fewer letters and digits mostly lacks its subject: 2017年？ 增长率是多少？ Unmeasured. */
const shortest = 7;

/** @param question folded. Finds too many rather than too few: rewriting leaves alone what stands on its own. */
export function refersBack(question: string): boolean {
  const { length } = unmarked(question);
  return length < shortest || pronouns.test(question);
}
