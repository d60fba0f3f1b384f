/** Which quantities of a sentence are another's than the thing that the question asks about. */
import { unmarked } from '../text/unmarked.js';
import { lastNoun, type Asked } from './span-asked.js';
import type { Attribution } from './span-attribution.js';
import type { Token } from '../text/span-tokens.js';

/** What is needed to tell; arrays run over `tokens`. */
interface Quantified {
  readonly asked: Asked;
  readonly sentence: string;
  readonly tokens: readonly Token[];
  readonly agreement: Uint8Array;
  readonly bestAgreement: number;
  readonly attribution: Attribution;
}

/**
 * Tells whether token `i`, a quantity, is another's by the words around it: 分别 gives it to another thing; it is the old value of
 * 由X增长到Y where the present one is asked for, or the other way round (a question with a date means the value of that date); it is
 * the whole's, before 其中, where a part is asked for; or it stands before the thing whose share is asked for, and another behind.
 */
export function othersQuantities(context: Quantified): (i: number) => boolean {
  const { asked, sentence, tokens, attribution } = context;
  const { years } = asked.question;
  const isPhased = asked.type !== 'change' && asked.phase !== null && years.length === 0;
  const otherRole = isPhased ? (asked.phase === 'now' ? 1 : 2) : null;
  const own = Math.max(startOfPart(asked, sentence), startOfShare(context));
  return (i) =>
    attribution.paired[i] === 2 || attribution.role[i] === otherRole || tokens[i]!.start < own;
}

/** Shorter words are shared by chance. */
const shortestThing = 2;

/**
 * Where 其中 stands that opens the part asked about, 0 when none does: of 「市场主体5.9万户,其中高新技术企业…」 the figure is
 * no number of 高新技术企业. A part is what only the words behind 其中 name in full.
 */
function startOfPart(
  { question: { text, kind, cueStart, cueEnd } }: Asked,
  sentence: string,
): number {
  const at = sentence.indexOf('其中');
  if (at === -1 || kind !== 'amount') return 0;
  // Without the quotation marks that a person leaves out: 省级“专精特新”企业.
  const [whole, part] = [unmarked(sentence.slice(0, at)), unmarked(sentence.slice(at))];
  const behind = unmarked(text.slice(cueEnd)).replace(measureWord, '');
  const before = unmarked(lastNoun(text.slice(0, cueStart))).replace(countNoun, '');
  const longestIn = (stated: string): number =>
    behind.length < shortestThing ? sharedEnd(before, stated) : sharedStart(behind, stated);
  const own = longestIn(part);
  return own >= shortestThing && own > longestIn(whole) ? at : 0;
}

/** Before the noun that is counted (多少家企业), or what stands there instead of one (多少家呢). */
const measureWord = /^[个家户名位项种类](?:了|呢|啊)*/u;
const countNoun = /的?(?:数量|总数|个数|家数|数)$/u;

/**
 * Where the sentence first names the thing whose share is asked for (落地项目 of 落地项目占签约项目的比例), 0 when it does not or no
 * quantity of the asked type follows: a Chinese predicate stands behind what it is said of.
 */
function startOfShare({ asked, sentence, tokens, agreement, bestAgreement }: Quantified): number {
  const thing = asked.type === 'percent' && sharer.exec(asked.question.text)?.groups?.['thing'];
  const start = thing ? sentence.indexOf(thing) : -1;
  const follows = tokens.some((token, i) => token.start > start && agreement[i] === bestAgreement);
  return start !== -1 && follows ? start : 0;
}

/** 占地 and 占用 tell no share. */
const sharer = /(?:^|[,的])(?<thing>\p{Script=Han}{2,12}?)(?:大约|约|一共|共)?占(?![地用据领])/u;

/** Characters of the longest end of `words` that `text` holds. */
function sharedEnd(words: string, text: string): number {
  let length = words.length;
  while (length > 0 && !text.includes(words.slice(-length))) length--;
  return length;
}

/** Characters of the longest beginning of `words` that `text` holds. */
function sharedStart(words: string, text: string): number {
  let length = words.length;
  while (length > 0 && !text.includes(words.slice(0, length))) length--;
  return length;
}
