/** Finding the answers of a question that may ask several things. */
import { findAnswer, type AnswerModels, type FoundAnswer } from './find-answer.js';
import type { Span } from './fold.js';
import { splitQuestion } from './question-parts.js';
import type { RetrievedRelease } from './retrieve.js';
import type { Statistics } from './sentence-ranker.js';

/** What was found for one thing that a question asks; `label` is its place in the folded question, null for all of it. */
export interface AnsweredPart {
  readonly label: Span | null;
  readonly answer: FoundAnswer;
}

/**
 * Finds an answer for each part of a folded question. Parts that all lead to the same words are one question after all,
 * and so are tentative ones of which `isGood` refuses any.
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
  if (parts.length === 1) return [{ label: null, answer: find(question) }];
  const found = parts.map(({ text, label }) => ({ label, answer: find(text) }));
  const isTentative = parts.some((part) => part.isTentative);
  const isOne =
    found.every(({ answer }) => placeOf(answer) === placeOf(found[0]!.answer)) ||
    (isTentative && !found.every(({ answer }) => isGood(answer)));
  return isOne ? [{ label: null, answer: find(question) }] : found;
}

/** Names the stretch that answers. */
function placeOf({ sentences: [best], span }: FoundAnswer): string {
  return `${best?.found.prepared.release.id} ${best?.sentence} ${span?.start} ${span?.end}`;
}
