/** Evidence: the labelled sentences that are offered to a model. It picks ids; the sentences are copied by code. */
import type { PreparedRelease } from '../corpus/corpus.js';

/** One sentence under an id that a model can repeat and that means nothing else: `R3S14`. */
export interface EvidenceSentence {
  readonly id: string;
  readonly prepared: PreparedRelease;
  /** Counted from 0 within the release. */
  readonly sentence: number;
  /** The original glyphs without pinyin annotations, on one line. */
  readonly shown: string;
}

/** By id, in the order in which the sentences are offered. */
export type Evidence = ReadonlyMap<string, EvidenceSentence>;
