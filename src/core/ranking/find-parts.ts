/** Finding the answers of a question that may ask several things. */
import { findAnswer, type AnswerModels, type FoundAnswer } from './find-answer.js';
import type { Span } from '../text/fold.js';
import { splitQuestion } from '../question/question-parts.js';
import type { RetrievedRelease } from './retrieve.js';
import type { Statistics } from './sentence-ranker.js';

/** What was found for one thing that a question asks; `label` is its place in the folded question, null for all of it. */
export interface AnsweredPart {
  readonly label: Span | null;
  readonly answer: FoundAnswer;
  /** Whether the answer is good enough to be given. */
  readonly isAnswered: boolean;
}

/**
 * Finds an answer for each part of a folded question. The same stretch answers one part only, the one that it answers most
 * probably. Tentative parts stand or fall together: unless each is answered, the question is one after all.
 *
 * @param isGood whether an answer is sure enough
 */
export function findParts(
  question: string,
  releases: readonly RetrievedRelease[],
  statistics: Statistics,
  models: AnswerModels,
  isGood: (answer: FoundAnswer) => boolean,
): AnsweredPart[] {
  const find = (text: string): FoundAnswer => findAnswer(text, releases, statistics, models);
  const parts = splitQuestion(question);
  const found = parts.map(({ text, label }) => ({ label, answer: find(text) }));
  const answered = found.map((part) => ({
    ...part,
    isAnswered: isGood(part.answer) && isBestOfItsPlace(part.answer, found),
  }));
  const isSplit = parts.some((part) => part.isTentative)
    ? answered.every(({ isAnswered }) => isAnswered)
    : parts.length > 1;
  if (isSplit) return answered;
  const answer = parts.length === 1 ? found[0]!.answer : find(question);
  return [{ label: null, answer, isAnswered: isGood(answer) }];
}

function isBestOfItsPlace(answer: FoundAnswer, parts: readonly { answer: FoundAnswer }[]): boolean {
  const rivals = parts.filter((part) => placeOf(part.answer) === placeOf(answer));
  const best = Math.max(...rivals.map((rival) => rival.answer.probability));
  return rivals.find((rival) => rival.answer.probability === best)!.answer === answer;
}

/** Names the stretch that answers. */
function placeOf({ sentences: [best], span }: FoundAnswer): string {
  return `${best?.found.prepared.release.id} ${best?.sentence} ${span?.start} ${span?.end}`;
}
