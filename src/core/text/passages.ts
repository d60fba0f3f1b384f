/** Passages: runs of consecutive sentences, the unit of embedding. */
import type { Span } from './fold.js';

/** Sentences `first` to `last` of a release, both included, counted from 0. */
export interface Passage {
  readonly first: number;
  readonly last: number;
}

/** 200 characters: about what a question needs to be recognised in; longer ones blur the mean of a static model. */
const targetLength = 200;

/**
 * Groups sentences into passages of about 200 characters, each sharing one sentence with the one before.
 *
 * Guarantee: every sentence is in at least one passage; a passage holds at least one sentence, and more than one
 * only while they fit; passages ascend.
 */
export function groupPassages(sentences: readonly Span[]): Passage[] {
  const passages: Passage[] = [];
  for (let first = 0; first < sentences.length;) {
    const start = sentences[first]!.start;
    let last = first;
    while (last + 1 < sentences.length && sentences[last + 1]!.end - start <= targetLength) last++;
    passages.push({ first, last });
    if (last + 1 >= sentences.length) break;
    // Overlap by one, unless that sentence leaves no room for the next: then the passage would not move on.
    const fits = sentences[last + 1]!.end - sentences[last]!.start <= targetLength;
    first = last > first && fits ? last : last + 1;
  }
  return passages;
}
