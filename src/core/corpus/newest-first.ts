/** Releases by their age. */
import type { Release } from './corpus.js';

/**
 * The newest first: by date where the date is known, then those without one, the last to come in first.
 * @param releases in the order in which they came in
 */
export function newestFirst(releases: readonly Release[]): Release[] {
  return releases.toReversed().sort((a, b) => compare(b.publishedOn ?? '', a.publishedOn ?? ''));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
