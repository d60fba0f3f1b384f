/**
 * Calculations that a model proposes, one a line of its draft:
 *
 *     CALC share 560亿元 [R1S4] / 951.64亿元 [R1S3]
 *     CALC difference 938亿元 [R2S5] - 421亿元 [R2S5]
 *     CALC growth 421亿元 [R2S5] -> 938亿元 [R2S5]
 *     CALC sum 2517.3亿元 [R3S3] + 1345.2亿元 [R3S3]
 *
 * A figure of the draft only says which figure of the sentence is meant; what is calculated with is read from the
 * sentence. What the model writes behind `=` is ignored.
 */
import { calculate, type Calculation, type CalculationFault, type Operation } from '../calculation/calculation.js';
import type { Evidence } from './evidence.js';
import { fold, type FoldTables } from '../text/fold.js';
import { operandsOf, wordsOfOperand, type Operand } from '../calculation/operand.js';
import { findQuantities, sameQuantity } from '../text/quantities.js';

/** A line of the draft, read but not yet trusted. */
export interface ProposedCalculation {
  readonly operation: Operation;
  readonly operands: readonly {
    /** As the model wrote it. */
    readonly figure: string;
    /** As a normalised id, `R1S4`; may be made up. */
    readonly id: string;
  }[];
}

/**
 * Why a proposal is not carried out; besides what speaks against any calculation:
 * - `unknown-id`: the evidence has no such sentence
 * - `unknown-figure`: the sentence states no such figure
 * - `ambiguous-figure`: it states several that could be meant
 */
export type ProposalFault = CalculationFault | 'unknown-id' | 'unknown-figure' | 'ambiguous-figure';

const opening = /^[\s*`>•-]*CALC\b/iu;
// The rest reads lines whose white space is one space: where two patterns may share a run of it, reading costs its square.
const line = /^[ *`>•-]*CALC[:：]? (?<operation>share|difference|growth|sum)[:：]? (?<rest>.+)$/iu;
const piece = /\bCALC[:：]?\s+(?:share|difference|growth|sum)\b|^\s*(?:[+/÷×=→＋／＝]|->)/iu;
/** A figure, its id, and what leads to the next. */
const operandForm = / ?(?<figure>[^[\]【】［］]{1,40}?) ?[[【［] ?(?<id>R\d+S\d+) ?[\]】］] ?(?<sign>[^ \d[【［]*)/uy;

const signs: Readonly<Record<Operation, readonly string[]>> = {
  share: ['/', '÷', '／'],
  difference: ['-', '−', '–', '－'],
  growth: ['->', '→', '-->', '=>'],
  sum: ['+', '＋'],
};

/** Whether a line means to be a calculation, well-formed or not; such a line is never shown as it stands. */
export function startsCalculation(text: string): boolean {
  return opening.test(text);
}

/** Whether a claim holds a piece of a calculation that does not stand on a line of its own. */
export function holdsCalculation(text: string): boolean {
  return piece.test(text);
}

/** Reads a line of a draft; null when it is no well-formed calculation. */
export function parseCalculation(text: string): ProposedCalculation | null {
  const groups = line.exec(text.replace(/\s+/gu, ' ').trim())?.groups;
  if (!groups) return null;
  const operation = groups['operation']!.toLowerCase() as Operation;
  const rest = groups['rest']!;
  const operands: { figure: string; id: string }[] = [];
  for (operandForm.lastIndex = 0; operandForm.lastIndex < rest.length;) {
    const operand = operandForm.exec(rest)?.groups;
    if (!operand) return null;
    operands.push({ figure: operand['figure']!, id: operand['id']! });
    if (!signs[operation].includes(operand['sign']!)) {
      const isEnd = /^(?:[=≈＝。.;；`*]|$)/u.test(operand['sign']!);
      return isEnd && operands.length > 1 ? { operation, operands } : null;
    }
  }
  return null;
}

/** Carries a proposal out over the sentences it cites, or says why not. */
export function calculateProposed(
  { operation, operands }: ProposedCalculation,
  evidence: Evidence,
  tables: FoldTables,
): Calculation | { readonly fault: ProposalFault } {
  const found: Operand[] = [];
  for (const { figure, id } of operands) {
    const operand = selectOperand(fold(figure, tables).text, id, evidence);
    if (typeof operand === 'string') return { fault: operand };
    found.push(operand);
  }
  return calculate(operation, found);
}

/** The figure of a sentence that a folded figure of the draft means. */
function selectOperand(figure: string, id: string, evidence: Evidence): Operand | ProposalFault {
  const cited = evidence.get(id);
  if (!cited) return 'unknown-id';
  const stated = operandsOf(cited.prepared, cited.sentence);
  const [meant, ...others] = findQuantities(figure);
  if (!meant || others.length > 0) return 'unknown-figure';
  const inWords = stated.filter((operand) => wordsOfOperand(operand) === figure.trim());
  const inValue = stated.filter((operand) => sameQuantity(operand.figure, meant));
  const same = inWords.length > 0 ? inWords : inValue;
  if (same.length > 1) return 'ambiguous-figure';
  return same[0] ?? 'unknown-figure';
}
