/** Windows: which passages the reader reads, and what they stand under. */
import { headerOf, type PreparedRelease } from '../corpus/corpus.js';
import type { RetrievedPassage, RetrievedRelease } from '../search/retrieve.js';
import type { Window } from './reader-model.js';

/** A passage to be read. */
export interface ChosenWindow extends Window {
  readonly found: RetrievedRelease;
  readonly passage: RetrievedPassage;
}

/** On the tuning questions the answer is in one of 8 for .98, of 6 for .98, of 12 for .98; each takes some 10 ms. */
const mostWindows = 8;
/** Of these so many are of releases in the other language: many where one of them is the nearest of all, else one. */
const otherWindows = { near: 6, far: 1 } as const;
/** A release has no more than this many, so that others are read, too: .98 with 6, .97 with 4, .96 with 3. */
const mostOfOne = 6;

/** The best passages of the releases, best first; those in the other language follow the others. */
export function chooseWindows(releases: readonly RetrievedRelease[]): ChosenWindow[] {
  const own = bestOf(releases.filter(({ isOther }) => !isOther));
  const other = bestOf(releases.filter(({ isOther }) => isOther));
  // A release whose vectors are still to be made may be nearer than it seems.
  const isNear = own.every(({ passage }) => passage.isEmbedded) && nearest(other) > nearest(own);
  const wanted = isNear ? otherWindows.near : otherWindows.far;
  const fromOther = Math.min(other.length, Math.max(wanted, mostWindows - own.length));
  return [...own.slice(0, mostWindows - fromOther), ...other.slice(0, fromOther)];
}

function nearest(windows: readonly ChosenWindow[]): number {
  return Math.max(-1, ...windows.map(({ passage }) => (passage.isEmbedded ? passage.cosine : -1)));
}

function bestOf(releases: readonly RetrievedRelease[]): ChosenWindow[] {
  return releases
    .flatMap((found) =>
      found.passages
        .toSorted((a, b) => b.score - a.score)
        .slice(0, releases.length > 1 ? mostOfOne : Infinity)
        .map((passage) => ({ found, passage, ...windowOf(found.prepared, passage) })),
    )
    .sort((a, b) => b.passage.score - a.passage.score);
}

function windowOf(prepared: PreparedRelease, { passage }: RetrievedPassage): Window {
  const { start, end } = passage;
  return { header: headerOf(prepared), text: prepared.folded.text.slice(start, end) };
}
