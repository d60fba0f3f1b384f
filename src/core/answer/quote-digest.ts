/** What of a checked quote is told and shown: everything once, however often the quote says it. */
import type { Change, PartVerdict, QuoteCheck, QuotedStretch, QuotePart, Stretch } from './quote-check.js';

/** Stretches of the same sentences, in the order of the release; none lies within another. */
export type CitedStretches = readonly [QuotedStretch, ...QuotedStretch[]];

/** Changes that read the same, and how many they are. */
export interface ToldChange {
  readonly change: Change;
  readonly times: number;
}

/** The parts of a check without those that repeat an earlier one. */
export function distinctParts({ text, parts }: QuoteCheck): QuotePart[] {
  const keyOf = ({ pasted, verdict }: QuotePart) =>
    JSON.stringify([verdict, text.slice(pasted.start, pasted.end).trim()]);
  return [...grouped(parts, keyOf).values()].map(([first]) => first);
}

/** Groups the stretches of a part by the sentences that they touch, in the order in which the quote comes to them. */
export function citedStretches({ stretches }: QuotePart): CitedStretches[] {
  return [...grouped(stretches, placeOf).values()].map(outermost);
}

/** Where the same words stand once more: all of them, in the same sentences. */
export function copiesOf([first, ...rest]: CitedStretches): readonly Stretch[] {
  return first.copies.filter((copy) =>
    rest.every(({ copies }) => copies.some((other) => placeOf(other) === placeOf(copy))),
  );
}

/** Groups changes that read the same, in the order of the first of each. */
export function toldChanges(changes: readonly Change[]): ToldChange[] {
  return [...grouped(changes, wordsOf).values()].map((same) => ({
    change: same[0],
    times: same.length,
  }));
}

/** Whether the words are those of the original, so that another script is worth a remark: that it does not count. */
export function isFaithful(verdict: PartVerdict): boolean {
  return verdict === 'verbatim' || verdict === 'omission';
}

/** The sentences that a stretch touches. */
function placeOf({ release, sentences }: Stretch): string {
  return JSON.stringify([release.id, ...sentences]);
}

function wordsOf({ kind, originalText, pastedText }: Change): string {
  return JSON.stringify([kind, originalText, pastedText]);
}

function outermost(stretches: CitedStretches): CitedStretches {
  // The longer of two that begin together first, so that whatever lies within another stands behind it.
  const [first, ...rest] = stretches.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: [QuotedStretch, ...QuotedStretch[]] = [first!];
  for (const stretch of rest) if (stretch.end > kept.at(-1)!.end) kept.push(stretch);
  return kept;
}

function grouped<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
