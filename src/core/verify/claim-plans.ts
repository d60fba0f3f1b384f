/** Plans: what a claim calls planned though its sentences say that it is done, and the other way round. */
import { holdsWord, type CheckableText } from './checkable-text.js';
import { clausesOf } from './claim-direction.js';
import { isContent } from './content-words.js';

/** What a claim intends, by words that mean nothing else. */
const intent =
  /(?<![动展规年])计划(?=\p{Script=Han})(?![的是为经内外中])|(?<![模虚草比])拟(?=\p{Script=Han})(?![定人态真声订])|有望|力争|争取|打算|即将|预计|预期|\b(?:plan(?:s|ned|ning)?|intends?|aims?|hopes?|(?:is|are) (?:expected|set)) to\b/u;
/** What will be. 将 alone may also stand for 把. */
const future = /将(?=于|在|会|要|由|继续)|\b(?:will|(?:is|are) going to)\b/u;

/** What in a sentence may be called planned: it says so, before it or in its clause. */
const plannedBefore =
  /预计|预期|预测|有望|力争|计划|(?<![模虚草比])拟|目标|规划|争取|将|(?<=[不将都也还就才])会|会(?=在|于|继续|对)|未来|明年|后年|下(?:学年|半年|个?月|周|一?步|一?阶段|个?季度)|打算|准备|尚未|\b(?:expect|plan|will|forecast|project(?:ed|s to)|target|aim|anticipat|intend|would|set to|hope|next (?:year|month|week))/u;
const plannedWithin =
  /为(?:了|打造|加快|推动|推进|建设|实现)|旨在|加快|推[进动]|正在|打造|着力|要|欲|在建|筹|部署|提出|致力|启动/u;
/** “推动高质量发展” is the name of a conference. */
const quoted = /[“"「『《][^”"」』》]*[”"」』》]/gu;
/** What in a sentence shows that it tells of the past. */
const past =
  /已|了(?!解)|成功|累计|共(?=签|计|有|实|完)|以来|曾|\b(?:was|were|has|have|had|today|yesterday)\b|(?<!\b(?:is|are|be|being) )\b[a-z]{3,}ed\b/u;

/** What a claim takes for done. */
const done =
  /已(?![知故婚])|(?<=\p{Script=Han})了(?!解)|\b(?:has|have|had) (?:already |now )?(?:been )?[a-z]+/u;
/** What a sentence can only mean to come. */
const toCome =
  /预计|有望|力争|争取|即将|明年|后年|下学年|(?<![模虚草比])拟(?=新|建|投|于|每)|计划(?=新|建|投|于|在)|将(?=于|会|要|新|再|继续|逐步|陆续|力争)|\b(?:will|(?:is|are) (?:expected|set) to|plans? to)\b/u;
/** 将 before its verb. */
const verbToCome = /将(?:新|再|全面|正式|进一步)?(\p{Script=Han}{2})/gu;

/** A part of a sentence that a clause of a claim may be about. */
interface Place {
  readonly source: CheckableText;
  readonly text: string;
  readonly end: number;
}

/** The first clause of a claim that plans what is done, or takes for done what is planned. */
export function findUntimely(claim: CheckableText, cited: readonly CheckableText[]): string | null {
  for (const clause of clausesOf(claim)) {
    const isIntended = intent.test(clause.text);
    const isFuture = future.test(clause.text);
    const isDone = done.test(clause.text) && !toCome.test(clause.text);
    if (!isIntended && !isFuture && !isDone) continue;
    const places = placesOf(clause, claim, cited);
    const isWrong = ({ source, text, end }: Place): boolean =>
      isIntended || isFuture
        ? !isPlanned({ source, text, end }) && (isIntended || past.test(source.text))
        : isToCome(text, clause.text);
    if (places.length > 0 && places.every(isWrong)) return clause.text;
  }
  return null;
}

function isPlanned({ source, text, end }: Place): boolean {
  return (
    plannedBefore.test(source.text.slice(0, end)) || plannedWithin.test(text.replace(quoted, ''))
  );
}

function isToCome(text: string, claimed: string): boolean {
  if (/已|了/u.test(text)) return false;
  if (toCome.test(text)) return true;
  return Array.from(text.matchAll(verbToCome)).some(([, verb]) =>
    new RegExp(`已经?\\p{Script=Han}{0,2}?${verb}|${verb}了`, 'u').test(claimed),
  );
}

/** The clauses of the sentences that share most content words with a clause of a claim; none when nothing is shared. */
function placesOf(
  own: { readonly start: number; readonly end: number },
  claim: CheckableText,
  cited: readonly CheckableText[],
): Place[] {
  const words = claim.words.filter(
    (word) => word.start >= own.start && word.end <= own.end && isContent(word),
  );
  let most = 1;
  let places: Place[] = [];
  for (const source of cited) {
    for (const { text, start, end } of clausesOf(source)) {
      const inside = source.words.filter((word) => word.start >= start && word.end <= end);
      const part = { ...source, text, stems: new Set(inside.map(({ stem }) => stem)) };
      const shared = words
        .filter((word) => holdsWord(part, word))
        .reduce((sum, { text: { length }, isHan }) => sum + (isHan ? length : 2), 0);
      if (shared > most) places = [];
      if (shared >= Math.max(most, 2)) places.push({ source, text, end });
      most = Math.max(most, shared);
    }
  }
  return places;
}
