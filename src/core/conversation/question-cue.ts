/** What a question asks for, by the words that ask: what a follow-up may put anew. */

/** The kinds of question. */
export const questionKinds = [
  'amount',
  'when',
  'who',
  'where',
  'why',
  'how',
  'which',
  'what',
  'list',
  'yesNo',
  'other',
] as const;

export type QuestionKind = (typeof questionKinds)[number];

/** Asking words, most telling first; the first pattern that matches decides. */
const cues: readonly (readonly [QuestionKind, RegExp])[] = [
  ['why', /(?<![称成名认视分定改叫作做译誉])为(?:什么|何|啥)|什么原因|why/u],
  ['when', /(?:什么|啥)时[候间]|何时|哪一?[年天日月]|几[月日号点时]|(?:时间|日期)[是为在]?(?:什么|哪)|when/u],
  ['amount', /多[少大长高久远重宽深快]|几(?![乎率何])|how (?:much|many|long|far|old|large|big|tall|high)/u],
  ['who', /谁|哪一?位|[何什]么?人|哪[个名]人|whom?|whose/u],
  ['where', /哪[里儿]|哪一?个地方|何[处地]|什么地方|在哪|where/u],
  ['list', /哪[些几]|有什么|分别[是为]?/u],
  ['how', /怎么?样?|如何|咋|how/u],
  ['yesNo', /是否|是不是|[能会]不[能会]|有没有|[能可]否|吗[??]?$|^(?:is|are|was|were|do|does|did|can|will|has|have) /u],
  ['which', /哪|which/u],
  ['what', /[什甚]么|何(?=[种事物者名谓为])|啥|(?:[是为]|叫做?)(?=[??]?$)|what/u],
];

/** A mere phrase asks for what its last word names. */
const phraseEndings: readonly (readonly [QuestionKind, RegExp])[] = [
  ['amount', /(?:数量?|面积|人口|产值|[销产]量|比例|[^利频效]率|长度|[价费额])[是为]?[??]?$/u],
];

/** The words that ask, `[start, end)` of the text; at its end when there are none. */
export interface Cue {
  readonly kind: QuestionKind;
  readonly start: number;
  readonly end: number;
}

/** Finds the words that ask in a folded question. */
export function findCue(text: string): Cue {
  for (const [kind, pattern] of cues) {
    const match = pattern.exec(text);
    if (match && isWholeWord(text, match.index, match[0])) {
      return { kind, start: match.index, end: match.index + match[0].length };
    }
  }
  const ending = phraseEndings.find(([, pattern]) => pattern.test(text));
  return { kind: ending?.[0] ?? 'other', start: text.length, end: text.length };
}

/** English cues must not be found inside of words ("show", "somewhere"). */
function isWholeWord(text: string, index: number, match: string): boolean {
  if (!/^[a-z]/.test(match)) return true;
  return !/[a-z]/.test(text[index - 1] ?? '') && !/[a-z]/.test(text[index + match.length] ?? '');
}
