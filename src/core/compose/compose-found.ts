/** The answer without a model to what was found: calculated where the question asks for that, otherwise as the releases state it. */
import { composeCalculations, type CalculationTextOptions } from './calculation-text.js';
import {
  composeAnswer,
  type ComposedAnswer,
  type ComposeOptions,
  type FoundPart,
} from './compose-answer.js';
import { findCalculation, type CalculationSearch } from '../calculation/find-calculation.js';

/** @param question folded */
export function composeFound(
  question: string,
  found: readonly FoundPart[],
  search: Omit<CalculationSearch, 'found'>,
  options: ComposeOptions & CalculationTextOptions,
): ComposedAnswer {
  const calculations = findCalculation(question, { ...search, found });
  if (!calculations) return composeAnswer(found, options);
  if (calculations.length > 0) return composeCalculations(calculations, options);
  return composeAnswer(
    found.map((part) => ({ ...part, isAnswered: false })),
    options,
  );
}
