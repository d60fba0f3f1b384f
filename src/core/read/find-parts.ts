/** Finding the answers of a question that may ask several things. */
import type { Span } from '../text/fold.js';
import { tierOf } from './decide.js';
import type { FoundAnswer } from './find-answer.js';
import { splitQuestion } from './question-parts.js';

/** What was found for one thing that a question asks; `label` is its place in the folded question, null for all of it. */
export interface AnsweredPart {
  readonly label: Span | null;
  /** As it was asked, folded. */
  readonly question: string;
  readonly answer: FoundAnswer;
  /** Whether the answer is sure enough to be asserted. */
  readonly isAnswered: boolean;
}

/**
 * Finds an answer for each part of a folded question. The same stretch answers one part only, the one that it answers most
 * probably. Tentative parts stand or fall together: unless each is answered, the question is one after all.
 */
export async function findParts(
  question: string,
  find: (question: string) => Promise<FoundAnswer>,
): Promise<AnsweredPart[]> {
  const parts = splitQuestion(question);
  const found = await Promise.all(
    parts.map(async ({ text, label }) => ({ label, question: text, answer: await find(text) })),
  );
  const answered = found.map((part) => ({
    ...part,
    isAnswered: isSure(part.answer) && isBestOfItsPlace(part.answer, found),
  }));
  const isSplit = parts.some((part) => part.isTentative)
    ? answered.every(({ isAnswered }) => isAnswered)
    : parts.length > 1 && answered.some(({ isAnswered }) => isAnswered);
  if (isSplit) return answered;
  const answer = parts.length === 1 ? found[0]!.answer : await find(question);
  return [{ label: null, question, answer, isAnswered: isSure(answer) }];
}

export function isSure({ probability }: FoundAnswer): boolean {
  return tierOf(probability) === 'answered';
}

function isBestOfItsPlace(answer: FoundAnswer, parts: readonly { answer: FoundAnswer }[]): boolean {
  const rivals = parts.filter((part) => placeOf(part.answer) === placeOf(answer));
  const best = Math.max(...rivals.map((rival) => rival.answer.probability));
  return rivals.find((rival) => rival.answer.probability === best)!.answer === answer;
}

/** Names the stretch that answers. */
function placeOf({ sentences: [best] }: FoundAnswer): string {
  return `${best?.prepared.release.id} ${best?.sentence} ${best?.span.start} ${best?.span.end}`;
}
