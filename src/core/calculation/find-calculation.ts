/** Calculating without a model: finds the figures that a question asks to be calculated with, each by a question of its own. */
import { askedCalculation, type AskedCalculation, type AskedOperand } from './asked-calculation.js';
import { calculate, leadsTo, type Calculation, type Operation } from './calculation.js';
import { foldedSentence } from '../corpus/corpus.js';
import type { FoundAnswer, FoundSentence } from '../read/find-answer.js';
import { isSure } from '../read/find-parts.js';
import { isAbout } from './is-about.js';
import { operandsOf, operandsWithin, type Operand } from './operand.js';
import { findQuantities, sameQuantity } from '../text/quantities.js';

/** What finding a calculation needs of the question line. */
export interface CalculationSearch {
  /** What was found for the question as it stands, part by part. */
  readonly found: readonly { readonly answer: FoundAnswer; readonly isAnswered: boolean }[];
  /** Asks the same releases a folded question. */
  readonly find: (question: string) => Promise<FoundAnswer>;
}

/**
 * The calculations over the same figures that a folded question asks for.
 *
 * @returns null when what was found for the question as it stands may be its answer: it asks for no calculation, the
 *   releases state the result themselves, or a figure is not sure enough or cannot be calculated with; none when what was
 *   found cannot be the answer either: one end of a change is not the change
 */
export async function findCalculation(question: string, search: CalculationSearch): Promise<Calculation[] | null> {
  const asked = askedCalculation(question);
  if (!asked || statesResult(asked, search)) return null;
  const calculations = await calculationsOf(asked, search);
  return calculations.length > 0 || givesOtherFigure(asked, search) ? calculations : null;
}

async function calculationsOf(asked: AskedCalculation, search: CalculationSearch): Promise<Calculation[]> {
  switch (asked.form) {
    case 'rest':
      return calculateRest(asked, search);
    case 'stated-change':
      for (const question of asked.both.questions) {
        const ends = changeIn(await search.find(question), asked.both);
        if (ends) return calculateChange(ends, asked);
      }
      return [];
    case 'change':
      return firstOf(await candidatesOf(asked.operands, search), (ends) => calculateChange(ends, asked));
    default: {
      const operation = asked.form === 'share' || asked.form === 'sum' ? asked.form : 'difference';
      return firstOf(await candidatesOf(asked.operands, search), (operands) =>
        succeeded(operation, asked.form === 'distance' ? largestFirst(operands) : operands),
      );
    }
  }
}

/** What comes before a figure that is itself a share, a change, a distance or a sum. */
const results: Readonly<Record<AskedCalculation['form'], RegExp>> = {
  share: /(?:占|比重|比例|份额|率)[^,，。;；]*$/u,
  change: /(?:增长|增加|提高|提升|上升|扩大|下降|降低|减少|增幅|降幅|增速|增长率|by)(?:了|约|为|达到?|是)? ?$/u,
  'stated-change':
    /(?:增长|增加|提高|提升|上升|扩大|下降|降低|减少|增幅|降幅|增速|增长率|by)(?:了|约|为|达到?|是)? ?$/u,
  distance: /(?:(?:相差|差距|差额)(?:约|为|达到?)*|[多高少低](?:出|了|约)*) ?$/u,
  excess: /(?:(?:相差|差距|差额)(?:约|为|达到?)*|[多高少低](?:出|了|约)*|by) ?$/u,
  sum: /(?:合计|共计|总计|总和|之和|total(?:ing|led)?|combined)[^,，。;；\d]{0,6}$/u,
  rest: /(?:尚有|还有|其余|剩余|未)[^,，。;；\d]{0,6}$/u,
};

/** Whether the answer to the question as it stands is a figure that the release states as such a result, of what is asked. */
function statesResult(asked: AskedCalculation, { found }: CalculationSearch): boolean {
  const { form } = asked;
  return found.some(({ answer, isAnswered }) => {
    const [best] = answer.sentences;
    if (!isAnswered || !best) return false;
    const { prepared, sentence, span } = best;
    const figures = operandsWithin(prepared, sentence, span);
    if (form === 'share' && figures.some(({ figure }) => figure.kind === 'percent')) {
      return isAbout(namesOf(asked)[0]!, prepared, sentence);
    }
    const text = textOf(best);
    const isResult = figures.some(({ figure }) => results[form].test(text.slice(0, figure.start)));
    return isResult && namesOf(asked).some((of) => isAbout(of, prepared, sentence));
  });
}

/** What a calculation is of, in the question's words. */
function namesOf(asked: AskedCalculation): string[] {
  if (asked.form === 'rest') return [asked.total];
  return asked.form === 'stated-change' ? [asked.both.of] : asked.operands.map(({ of }) => of);
}

/** What says anywhere in a clause that its figure is a change or a distance; 增长到 leads to an end of one. */
const resultInClause =
  /(?:增长?|增加|提高|提升|上升|扩大|涨|下降|降低|降|减少?|缩小|缩短|新增|[增降涨]幅|增速|增长率|差|[多高少低]|未|剩|还有|by)(?![到至为达]|长[到至]|加[到至]|高[到至]|升[到至])[^,，。;；]*$/u;

const isRate = /(?:率|占|比重|比例|份额)[^,，。;；]*$/u;

/** Whether a change or a distance would be answered with a figure that the release states as something else. */
function givesOtherFigure(asked: AskedCalculation, { found }: CalculationSearch): boolean {
  const { form } = asked;
  if (form === 'share' || form === 'sum') return false;
  return found.some(({ answer, isAnswered }) => {
    const [best] = answer.sentences;
    if (!isAnswered || !best) return false;
    const text = textOf(best);
    return operandsWithin(best.prepared, best.sentence, best.span).some(({ figure }) => {
      const before = text.slice(0, figure.start);
      // A percentage of what is no rate itself can only be its change: GDP…6.4%.
      return (figure.kind !== 'percent' || isRate.test(before)) && !resultInClause.test(before);
    });
  });
}

/** How many figures for the same operand are tried. */
const mostCandidates = 3;

/** For each operand the figures that may be meant, likeliest first. */
function candidatesOf(asked: readonly AskedOperand[], search: CalculationSearch): Promise<Operand[][]> {
  return Promise.all(
    asked.map(async (operand) => {
      const stated = statedIn(operand.of, search);
      return stated ?? (await askFor(operand, search)).slice(0, mostCandidates);
    }),
  );
}

/** The figure of the releases that words themselves state: 「560亿元的项目」; undefined when they state none. */
function statedIn(words: string, { found }: CalculationSearch): Operand[] | undefined {
  const named = findQuantities(words).filter(({ kind, unit }) => kind === 'number' && unit !== null);
  if (named.length !== 1) return undefined;
  const seen = new Set<string>();
  const stated = found
    .flatMap(({ answer }) => answer.sentences)
    .filter((sentence) => !seen.has(textOf(sentence)) && seen.add(textOf(sentence)))
    .flatMap(({ prepared, sentence }) => operandsOf(prepared, sentence))
    .filter(({ figure }) => sameQuantity(figure, named[0]!));
  // The same figure in several sentences may be of several things.
  return stated.length === 1 ? stated : [];
}

async function askFor(asked: AskedOperand, search: CalculationSearch): Promise<Operand[]> {
  const answers = await Promise.all(asked.questions.map((question) => search.find(question)));
  return answers.filter(isSure).flatMap(({ sentences: [best] }) => {
    if (!best) return [];
    const figures = operandsWithin(best.prepared, best.sentence, best.span);
    const isMeant = (operand: Operand): boolean =>
      (asked.year === null ? !isEndOfChange(operand) : operand.year === asked.year) &&
      isAbout(asked.of, best.prepared, best.sentence);
    return figures.length === 1 ? figures.filter(isMeant) : [];
  });
}

/** Whether a figure is one end of a change; then it takes a year to say which end is meant. */
function isEndOfChange(operand: Operand): boolean {
  const others = operandsOf(operand.prepared, operand.sentence);
  return others.some((other) => leadsTo(operand, other) || leadsTo(other, operand));
}

/** Both ends of a change that one sentence states. */
function changeIn(answer: FoundAnswer, { of }: AskedOperand): [Operand, Operand] | null {
  const [best] = answer.sentences;
  if (!best || !isSure(answer) || !isAbout(of, best.prepared, best.sentence)) return null;
  const { span } = best;
  const figures = operandsOf(best.prepared, best.sentence);
  const at = figures.findIndex(
    ({ figure }, i) =>
      figure.start >= span.start &&
      figure.start < span.end &&
      i + 1 < figures.length &&
      leadsTo(figures[i]!, figures[i + 1]!),
  );
  return at === -1 ? null : [figures[at]!, figures[at + 1]!];
}

/** A change as an amount, in hundredths, or both; of shares and ranks only their distance. */
function calculateChange(
  ends: readonly Operand[],
  { isFall, as }: Extract<AskedCalculation, { readonly form: 'change' | 'stated-change' }>,
): Calculation[] {
  const isAmount = ends[0]!.figure.kind === 'number';
  // A rank rises as its number falls.
  const isReversed = isFall !== (ends[0]!.figure.kind === 'ordinal');
  const growth = isAmount && as !== 'amount' ? succeeded('growth', ends) : [];
  if (isAmount && as !== 'amount' && growth.length === 0) return [];
  if (isAmount && as === 'percent') return growth;
  return [...succeeded('difference', isReversed ? ends : ends.toReversed()), ...growth];
}

/** How many of a stated number are left when a part of them is taken away. */
async function calculateRest(
  { total, part }: Extract<AskedCalculation, { readonly form: 'rest' }>,
  search: CalculationSearch,
): Promise<Calculation[]> {
  const totals = statedIn(total, search) ?? [];
  const asked = await askFor({ ...part, of: total.replace(/^\d+./u, '') }, search);
  const parts = asked.filter((operand) => namedBefore(part.of, operand));
  return firstOf([totals, parts], ([whole, taken]) => {
    const left = succeeded('difference', [whole!, taken!]);
    return left.filter(({ value }) => value.num > 0n);
  });
}

/** Whether the clause of a figure names something before it: 「落地项目累计达到48个」 has landed. */
function namedBefore(words: string, { prepared, sentence, figure }: Operand): boolean {
  const before = foldedSentence(prepared, sentence).slice(0, figure.start);
  return before.slice(before.search(/[^,，。;；]*$/u)).includes(words);
}

/** The first combination of candidates with a result. */
function firstOf(
  candidates: readonly (readonly Operand[])[],
  of: (operands: readonly Operand[]) => Calculation[],
): Calculation[] {
  let combinations: Operand[][] = [[]];
  for (const options of candidates) {
    combinations = combinations.flatMap((chosen) => options.map((option) => [...chosen, option]));
  }
  for (const operands of combinations) {
    const calculations = of(operands);
    if (calculations.length > 0) return calculations;
  }
  return [];
}

function succeeded(operation: Operation, operands: readonly Operand[]): Calculation[] {
  const calculated = calculate(operation, operands);
  return 'fault' in calculated ? [] : [calculated];
}

function largestFirst(operands: readonly Operand[]): Operand[] {
  return operands.toSorted((a, b) => b.figure.value! - a.figure.value!);
}

function textOf({ prepared, sentence }: FoundSentence): string {
  return foldedSentence(prepared, sentence);
}
