/** Labels: which sentences hold a gold answer. */
import type { LabelledQuestion, LabelledSet } from './ranker-sets.js';

/** What a sentence is to a question. */
export const label = {
  other: 0,
  /** In a gold release, and the answer (or the beginning of a long one) stands in it. */
  gold: 1,
  /** Holds the answer's characters in another release: counted as a hit, not learned from. */
  elsewhere: 2,
} as const;

/** This much of an answer that is longer than one sentence marks where it begins. */
const beginning = 8;

/** Whether a sentence holds an answer: the measure's definition of a hit. */
export function holdsAnswer(bare: string, { answers }: LabelledQuestion): boolean {
  return answers.some((answer) => bare.includes(answer));
}

/** The label of a sentence. */
export function labelSentence(
  { bare }: LabelledSet,
  labelled: LabelledQuestion,
  release: number,
  sentence: number,
): number {
  const text = bare[release]![sentence]!;
  const isGold = labelled.gold.includes(release);
  if (holdsAnswer(text, labelled)) return isGold ? label.gold : label.elsewhere;
  if (!isGold || bare[release]!.some((own) => holdsAnswer(own, labelled))) return label.other;
  return labelled.answers.some((answer) => text.includes(answer.slice(0, beginning)))
    ? label.gold
    : label.other;
}
