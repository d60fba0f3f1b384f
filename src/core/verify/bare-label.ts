/** Labels: the name of a figure without the figure, 「签约投资额。」, states nothing. */
import type { CheckableText } from './checkable-text.js';
import { isSubject } from './content-words.js';

/** What makes a statement of words that end in a label, besides a figure: 公布了签约投资额. */
const predicate = /[是了过着将会把被让使]|已|没|未(?!来)|不/u;
const closing = /[\s,.;:。!?…]*$/u;
const cut = /(?:高?达到?|为|是|至|到|占)$/u;
/** What leads from a label to its figure. */
const lead =
  /^(?:总计|累计|合计|共计|同比|分别)?(?:完成|实现|突破|增长|提高|下降|减少|高?达到?|约|近|超过?|为|是|至|到|由|从|占|:)*$/u;
const longestLead = 8;

/**
 * A claim in Chinese without any figure that stops where a cited sentence goes on to the figure; null when there is none. It may answer what
 * the figure of a question is of.
 */
export function findBareLabel(
  claim: CheckableText,
  cited: readonly CheckableText[],
  question: CheckableText,
): string | null {
  if (!claim.isHan || claim.quantities.length > 0) return null;
  const said = claim.text.replace(closing, '').replace(cut, '');
  if (predicate.test(said)) return null;
  const last = claim.words.find(({ end }) => end === said.length);
  // 落地率明显提高 ends in what the figure did.
  if (!last || !isSubject(last)) return null;
  const tail = said.slice(-2);
  const isLabel = cited.some(({ text, quantities }) =>
    quantities.some(({ start, value }) => {
      const before = text.slice(Math.max(0, start - longestLead), start);
      const at = before.lastIndexOf(tail);
      const isAsked = question.quantities.some((one) => value !== null && one.value === value);
      return at !== -1 && lead.test(before.slice(at + tail.length)) && !isAsked;
    }),
  );
  return isLabel ? claim.text : null;
}
