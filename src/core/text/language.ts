/** The language of a text, as far as search must know it. */

/** How much of a text is looked at. */
const looked = 2000;

/** Whether a text has more Han characters than Latin words. */
export function isHanText(text: string): boolean {
  const opening = text.slice(0, looked);
  const han = opening.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = opening.match(/\p{Script=Latin}{2,}/gu)?.length ?? 0;
  return han > words;
}
