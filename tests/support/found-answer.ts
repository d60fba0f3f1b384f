/** Releases, and what was found in them, without a search and a reader. */
import { bareRelease, foldedSentence, prepareRelease } from '../../src/core/corpus/corpus.js';
import type { PreparedRelease, Release } from '../../src/core/corpus/corpus.js';
import type { FoundAnswer, FoundSentence } from '../../src/core/read/find-answer.js';
import { tables } from './tables.js';

export function prepare(body: string, parts: Partial<Release> = {}): PreparedRelease {
  return prepareRelease({ ...bareRelease(parts.id ?? 'r', body), ...parts }, tables);
}

/** The first sentence that holds the folded words, which answer. */
export function foundIn(prepared: PreparedRelease, words: string, score = 0.9): FoundSentence {
  const sentence = prepared.sentences.findIndex((_, s) => foldedSentence(prepared, s).includes(words));
  const start = foldedSentence(prepared, sentence).indexOf(words);
  return { prepared, sentence, score, span: { start, end: start + words.length } };
}

/** An answer as sure as its first sentence. */
export function foundAnswer(sentences: readonly FoundSentence[], parts: Partial<FoundAnswer> = {}): FoundAnswer {
  return {
    sentences,
    probability: sentences[0]?.score ?? 0,
    yes: 0.5,
    alsoIn: [],
    rivals: [],
    features: {},
    read: [],
    ...parts,
  };
}
