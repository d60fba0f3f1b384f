/** Antecedents: whom or what a pronoun of a follow-up means, where the turns before leave no doubt. */
import type { Turn } from '../answer/conversation.js';
import type { FoldTables } from '../text/fold.js';
import { foldedOf, rawOf, slotsOf } from './question-slots.js';

/** So many turns back a pronoun can reach. Unmeasured. */
const reach = 3;

const personAsked =
  /^(?<name>\p{Script=Han}{2,4}?)(?:是什么(?:职务|人|身份)|是谁|(?:担任|任)(?:的是)?(?:什么|何|哪)|的(?:职务|职位|身份))/u;
/** An answer that is a name and nothing else. */
const nameOnly = /^\p{Script=Han}{2,4}$/u;
const projectNamed = /(?<name>[^\s,，的]{2,12}项目)(?:的|总|年|预计|投资|什么|何)/u;

/** @returns the antecedent in the glyphs of its turn; null when it is not sure */
export function antecedentOf(pronoun: string, history: readonly Turn[], tables: FoldTables): string | null {
  const find = finders.find(([form]) => form.test(pronoun))![1];
  for (const turn of history.slice(-reach).toReversed()) {
    const found = find(turn, tables);
    if (found !== null) return found;
  }
  return null;
}

type Finder = (turn: Turn, tables: FoldTables) => string | null;

const personIn: Finder = (turn, tables) => {
  const slots = slotsOf(turn.question, tables);
  const answer = answerWords(turn);
  if (slots.kind === 'who' && nameOnly.test(answer)) return answer;
  const name = personAsked.exec(foldedOf(slots, slots.bounds))?.groups?.['name'];
  if (!name) return null;
  const { start } = slots.bounds;
  return rawOf(slots, { start, end: start + name.length });
};

const projectIn: Finder = (turn, tables) => {
  const slots = slotsOf(turn.question, tables);
  const answer = answerWords(turn);
  if (/项目$|項目$|專案$/u.test(answer) && answer.length <= 30) return answer;
  const text = foldedOf(slots, slots.bounds);
  const match = projectNamed.exec(text);
  if (!match || /\d|多少|几|哪/u.test(match.groups!['name']!)) return null;
  const start = slots.bounds.start + match.index;
  return rawOf(slots, { start, end: start + match.groups!['name']!.length });
};

function subjectEnding(ending: RegExp): Finder {
  return (turn, tables) => {
    const slots = slotsOf(turn.question, tables);
    if (!slots.subject || !ending.test(foldedOf(slots, slots.subject))) return null;
    // 甲公司在江城: where it is does not belong to it.
    const place = /(?<=.{2})在.*$/u.exec(foldedOf(slots, slots.subject))?.[0].length ?? 0;
    return rawOf(slots, { start: slots.subject.start, end: slots.subject.end - place });
  };
}

/** Which antecedent each pronoun takes; the last takes any. */
const finders: readonly (readonly [RegExp, Finder])[] = [
  [/^(?:他|她|这个人)/u, personIn],
  [/区$/u, subjectEnding(/区$/u)],
  [/项目$/u, projectIn],
  [/公司$|企业$/u, subjectEnding(/(?:公司|集团|企业|能源|股份|科技|银行)$/u)],
  [/^/u, subjectEnding(/./u)],
];

/** The answer's words without their marks. */
function answerWords({ answer }: Turn): string {
  return answer.replace(/\s*(?:\[\d+\]).*$/su, '').trim();
}
