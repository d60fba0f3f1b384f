/** The words of a question that ask: what is searched for does not hold them. */

const asking = new RegExp(
  '请问|多少|什么(?:时候|样)?|为(?:什么|何|啥)|哪(?:些|个|里|儿|位|家|几)?|谁|几(?=[个家项位次年月天号名人])|' +
    '怎么样?|怎样|如何|咋|啥|是否|是不是|有没有|[吗呢吧啊]|分别|各是',
  'gu',
);

/** A folded question with a mark in place of each word that asks, so that what it parts makes no pair of characters. */
export function withoutAsking(folded: string): string {
  return folded.replace(asking, ',');
}

const yesNo =
  /(?:吗|(?<![什怎这那多])么)\s*[?？]*$|是否|是不是|有没有|[能会]不[能会]|能否|^(?:is|are|was|were|do|does|did|can|could|will|would|has|have|had|should)\b/u;

/** Whether a folded question wants yes or no. */
export function asksYesOrNo(folded: string): boolean {
  return yesNo.test(folded.trim());
}
