/** Whether a model's rewriting of a question keeps to what was said: it is shown to the person, and its names may be used in an answer. */
import { makeCheckable, type CheckableText } from '../verify/checkable-text.js';
import { findInjected } from '../verify/claim-injection.js';
import { findStrangeName } from '../verify/claim-names.js';
import { figuresOf, isStated } from '../verify/claim-figures.js';
import type { Turn } from '../answer/conversation.js';
import { fold, type FoldTables } from '../text/fold.js';

/**
 * Every name, and every figure but dates, must stand in the question or an earlier turn; no link, mention, command or request may be new.
 * Dates are free: 「前一年」 has to become one.
 */
export function isOfConversation(
  rewritten: string,
  question: string,
  history: readonly Turn[],
  tables: FoldTables,
): boolean {
  const own = makeCheckable(rewritten, tables);
  const said = [question, ...history.flatMap((turn) => [turn.question, turn.answer])].map((text) =>
    makeCheckable(text, tables),
  );
  const texts = said.map(({ text }) => text);
  return (
    !protocol.test(fold(rewritten, tables).text) &&
    findInjected(own, said) === null &&
    !hasStrangeFigure(own, said) &&
    findStrangeName(own, rewritten, texts) === null
  );
}

/** What belongs to a draft, not to a question. */
const protocol = /\br\d+s\d+\b|not_in_releases|\bcalc\b/u;

function hasStrangeFigure(own: CheckableText, said: readonly CheckableText[]): boolean {
  return figuresOf(own).some((one) => one.kind !== 'date' && !isStated(one, own, said));
}
