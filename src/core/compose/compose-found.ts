/** The answer without a model to what was found: calculated where the question asks for that, otherwise as the releases state it. */
import { composeCalculations, type CalculationTextOptions } from './calculation-text.js';
import { composeAnswer, type ComposedAnswer, type ComposeOptions, type FoundPart } from './compose-answer.js';
import { findCalculation } from '../calculation/find-calculation.js';
import type { FoundAnswer } from '../read/find-answer.js';

/** @param question folded */
export async function composeFound(
  question: string,
  found: readonly FoundPart[],
  find: (question: string) => Promise<FoundAnswer>,
  options: ComposeOptions & CalculationTextOptions,
): Promise<ComposedAnswer> {
  const calculations = await findCalculation(question, { found, find });
  if (!calculations) return composeAnswer(found, options);
  if (calculations.length > 0) return composeCalculations(calculations, options);
  return composeAnswer(
    found.map((part) => ({ ...part, isAnswered: false })),
    options,
  );
}
