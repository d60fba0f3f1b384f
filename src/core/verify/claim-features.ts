/** What rules see of a free claim and its sentences, as numbers that are weighed with the reader's verdict. */
import type { FoldTables } from '../text/fold.js';
import { unmarked } from '../text/unmarked.js';
import { makeCheckable } from './checkable-text.js';
import { figuresOf, isStated, findUnstatedFigure } from './claim-figures.js';
import { findStrangeName } from './claim-names.js';
import { findQuotations } from './claim-quotes.js';
import { nearnessOf } from './near-figures.js';

/** Counts are of figures, dates, names or quotations of the claim; none is above {@link mostCounted}. */
export interface ClaimFeatures {
  /** Figures above ten that the sentences neither state nor imply. */
  readonly strangeFigures: number;
  /** Counts up to ten that they do not state: 两人 may be counted from a list. */
  readonly strangeCounts: number;
  readonly strangeDates: number;
  /** Figures that a stated one rounds to. */
  readonly roundedFigures: number;
  /** Figures that are the sum, difference, share or multiple of stated ones. */
  readonly derivedFigures: number;
  /** Digits that are no quantity, such as C919, and days of the week. */
  readonly strangeTokens: number;
  readonly strangeNames: number;
  readonly strangeQuotes: number;
  /** 1 when the claim is in another script than all its sentences, 0 otherwise. */
  readonly crosses: number;
}

/** The features with the words that no sentence holds or implies, the worst first. */
export interface CheckedClaim {
  readonly features: ClaimFeatures;
  readonly faults: readonly string[];
}

const mostCounted = 2;

export function checkFreeClaim(claim: string, sentences: readonly string[], tables: FoldTables): CheckedClaim {
  const own = makeCheckable(claim, tables);
  const cited = sentences.map((one) => makeCheckable(one, tables));
  const texts = cited.map(({ text }) => text);
  const written = ({ start, end }: { start: number; end: number }) => own.text.slice(start, end);
  const stated = cited.flatMap(({ quantities }) => quantities);
  const unstated = figuresOf(own)
    .filter((one) => !isStated(one, own, cited))
    .map((one) => ({
      words: written(one),
      isDate: one.kind === 'date',
      isCount: one.value !== null && one.value <= 10 && Number.isInteger(one.value),
      nearness: nearnessOf(one, !/\d/u.test(written(one)), stated),
    }));
  const strange = unstated.filter(({ nearness }) => nearness === null);
  const token = unstated.length === 0 ? findUnstatedFigure(own, cited) : null;
  const name = findStrangeName(own, claim, texts);
  const bare = unmarked(texts.join(''));
  const quotes = findQuotations(claim)
    .map(({ start, end }) => claim.slice(start, end))
    .filter((quote) => !bare.includes(unmarked(makeCheckable(quote, tables).text)));
  const missing = {
    strangeFigures: strange.filter(({ isDate, isCount }) => !isDate && !isCount),
    strangeDates: strange.filter(({ isDate }) => isDate),
    strangeTokens: token === null ? [] : [{ words: token }],
    strangeQuotes: quotes.map((words) => ({ words })),
    strangeNames: name === null ? [] : [{ words: name }],
    strangeCounts: strange.filter(({ isDate, isCount }) => !isDate && isCount),
  };
  const implied = {
    roundedFigures: unstated.filter(({ nearness }) => nearness === 'rounded'),
    derivedFigures: unstated.filter(({ nearness }) => nearness === 'derived'),
  };
  const counts = Object.fromEntries(
    Object.entries({ ...missing, ...implied }).map(([feature, found]) => [
      feature,
      Math.min(mostCounted, found.length),
    ]),
  ) as Record<keyof typeof missing | keyof typeof implied, number>;
  return {
    features: {
      ...counts,
      crosses: Number(cited.every(({ isHan }) => isHan !== own.isHan)),
    },
    faults: Object.values(missing).flatMap((found) => found.map(({ words }) => words)),
  };
}
