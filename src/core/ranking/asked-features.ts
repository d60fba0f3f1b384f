/** Features of the type that is asked for: whether a sentence, or one beside it, states such a quantity that the question does not name. */
import { foldedSentence, type PreparedRelease } from '../corpus/corpus.js';
import { column } from './feature-columns.js';
import { findQuantities, impliesQuantity, type Quantity } from '../text/quantities.js';
import type { SentenceMatch } from './sentence-match.js';
import type { SentencePool } from './sentence-pool.js';
import { agreementOf, asksQuantity } from '../span/span-agreement.js';
import type { Asked } from '../span/span-asked.js';

/** What a question asks for and the quantities that it names itself. */
export interface AskedQuantities {
  readonly asked: Asked;
  readonly named: readonly Quantity[];
}

/** Lays out what a question asks for; null when it asks for no quantity. */
export function askedQuantities(asked: Asked): AskedQuantities | null {
  if (!asksQuantity(asked)) return null;
  return { asked, named: findQuantities(asked.question.text) };
}

const found = new WeakMap<PreparedRelease, (readonly Quantity[] | undefined)[]>();

/** The quantities of a sentence, found once for as long as the release is held; none of a sentence that is not there. */
export function quantitiesOf(prepared: PreparedRelease, sentence: number): readonly Quantity[] {
  if (sentence < 0 || sentence >= prepared.sentences.length) return [];
  let known = found.get(prepared);
  if (!known) found.set(prepared, (known = []));
  return (known[sentence] ??= findQuantities(foldedSentence(prepared, sentence)));
}

/** Writes how well quantities of the sentence `s` of the pool, and of the sentences beside it, agree with what is asked for. */
export function writeAsked(
  row: Float32Array,
  quantities: AskedQuantities | null,
  pool: SentencePool,
  s: number,
  { near, from }: SentenceMatch,
): void {
  if (!quantities) return;
  const { asked, named } = quantities;
  const c = pool.candidateOf[s]!;
  const own = s - pool.first[c]!;
  const { prepared } = pool.candidates[c]!;
  const agreement = (quantity: Quantity): number =>
    named.some((other) => impliesQuantity(other, quantity)) ? 0 : agreementOf(asked, quantity);
  const best = (sentence: number): number =>
    quantitiesOf(prepared, sentence).reduce((most, one) => Math.max(most, agreement(one)), 0);
  const most = best(own);
  row[column.asksQuantity] = 1;
  row[column.askedAgreement] = most;
  row[column.askedBefore] = best(own - 1);
  row[column.askedBehind] = best(own + 1);
  if (most === 0) return;
  const { starts } = pool.terms[c]!;
  const offset = prepared.foldedSentences[own]!.start;
  for (const quantity of quantitiesOf(prepared, own)) {
    if (agreement(quantity) < most) continue;
    let i = from;
    while (i + 1 < from + near.length && (starts[i + 1] ?? Infinity) <= offset + quantity.start)
      i++;
    row[column.askedNear] = Math.max(row[column.askedNear]!, near[i - from]!);
  }
}
