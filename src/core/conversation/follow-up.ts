/**
 * Follow-ups by rules: 「那2017年呢？」 after a question about 2023 becomes a question of its own. Precision first: a question
 * that stands on its own is left alone, and what is not sure stays as it was asked.
 */
import type { Turn } from '../answer/conversation.js';
import { ruleFor } from './follow-up-rules.js';
import { fold, type FoldTables } from '../text/fold.js';
import { rawOf, slotsOf } from './question-slots.js';

/** Whether a question leans on what was said before, by its form alone. */
export function leansOnContext(question: string, tables: FoldTables): boolean {
  return ruleFor(plain(fold(question, tables).text)) !== null;
}

/**
 * The question of its own that a follow-up stands for, in the glyphs of the question and of the turns it draws on.
 * @param history oldest first
 * @returns null when the question stands on its own, when nothing was said before, or when it is not sure what is meant
 */
export function resolveFollowUp(question: string, history: readonly Turn[], tables: FoldTables): string | null {
  const slots = slotsOf(question, tables);
  const followed = ruleFor(plain(slots.folded.text));
  if (!followed) return null;
  // A follow-up that could not be completed gives the next one nothing to draw on.
  const told = history.filter((earlier) => !leansOnContext(earlier.question, tables));
  const turn = told.at(-1);
  if (!turn) return null;
  const completed = followed.rule.complete(followed.groups, {
    history: told,
    last: slotsOf(turn.question, tables),
    own: (folded) => {
      const start = slots.folded.text.indexOf(folded);
      return rawOf(slots, { start, end: start + folded.length });
    },
    tables,
  });
  if (completed === null) return null;
  const resolved = completed.trim() + (/\p{Script=Han}/u.test(completed) ? '？' : '?');
  return fold(resolved, tables).text === slots.folded.text ? null : resolved;
}

/** Without punctuation and white space around it. */
function plain(text: string): string {
  return text.replace(/^[\s,，。!！?？]+|[\s,，。.!！?？~]+$/gu, '');
}
