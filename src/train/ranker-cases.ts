/** Cases for the refusal: questions that a corpus answers, and the ways in which one does not. */
import type { PreparedRelease } from '../core/corpus/corpus.js';
import { foldedSentence } from '../core/corpus/corpus.js';
import type { Candidate } from '../core/ranking/sentence-pool.js';
import { candidatesFor } from './ranker-examples.js';
import { holdsAnswer } from './ranker-labels.js';
import {
  indexReleases,
  prepareText,
  type LabelledQuestion,
  type LabelledSet,
} from './ranker-sets.js';

/**
 * - `own`: over its own corpus
 * - `tiny`, `tinyWithout`: over 2 to 10 releases, with the gold one and without
 * - `without`: its gold releases removed
 * - `deleted`: the sentences that answer removed from the gold release
 * - `foreign`: over the corpus of another set
 * - `otherYear`, `otherName`: a year or a word of the question exchanged for another
 * - `narrowed`: asked for a part of what the release states: of foreign firms, of the first half-year
 */
export type CaseKind =
  | 'own'
  | 'tiny'
  | 'tinyWithout'
  | 'without'
  | 'deleted'
  | 'foreign'
  | 'otherYear'
  | 'otherName'
  | 'narrowed';

/** A question over candidates. */
export interface RefusalCase {
  readonly kind: CaseKind;
  readonly labelled: LabelledQuestion;
  readonly set: Pick<LabelledSet, 'statistics'>;
  readonly candidates: readonly Candidate[];
}

/** The question over its own corpus. */
export function ownCase(
  set: LabelledSet,
  labelled: LabelledQuestion,
  embedding: Float32Array | null,
): RefusalCase {
  return {
    kind: 'own',
    labelled,
    set,
    candidates: candidatesFor(set, labelled.foldedText, embedding),
  };
}

/** The question over another corpus. */
export function foreignCase(
  other: LabelledSet,
  labelled: LabelledQuestion,
  embedding: Float32Array | null,
): RefusalCase {
  return {
    kind: 'foreign',
    labelled,
    set: other,
    candidates: candidatesFor(other, labelled.foldedText, embedding),
  };
}

/** The gold releases taken out; the others keep their order. */
export function withoutGold(set: LabelledSet, { labelled, candidates }: RefusalCase): RefusalCase {
  const left = candidates.filter(
    ({ prepared }) => !labelled.gold.includes(set.positionOf.get(prepared)!),
  );
  const best = Math.max(Number.EPSILON, ...left.map(({ score }) => score));
  return {
    kind: 'without',
    labelled,
    set,
    candidates: left.map((one) => ({ ...one, releaseScore: Math.max(0, one.score / best) })),
  };
}

/** The sentences that answer cut out of every candidate. */
export function withoutAnswer(
  set: LabelledSet,
  { labelled, candidates }: RefusalCase,
): RefusalCase {
  return {
    kind: 'deleted',
    labelled,
    set,
    candidates: candidates.map((candidate) => cutAnswer(candidate, labelled)),
  };
}

function cutAnswer(candidate: Candidate, labelled: LabelledQuestion): Candidate {
  const { prepared, cosines } = candidate;
  const kept = Array.from(prepared.sentences.keys()).filter(
    (s) => !holdsAnswer(foldedSentence(prepared, s).replace(/\s+/gu, ''), labelled),
  );
  if (kept.length === prepared.sentences.length) return candidate;
  const { body, id, title } = prepared.release;
  const text = kept
    .map((s) => body.slice(prepared.sentences[s]!.start, prepared.sentences[s]!.end))
    .join('');
  const shortened = prepareText({ id, text, ...(title !== null && { title }) });
  // The cut may join two lines into one sentence: then cosines stay with the first of them.
  return {
    ...candidate,
    prepared: shortened,
    ...(cosines && {
      cosines: Float32Array.from(shortened.sentences, (_, s) => cosines[kept[s] ?? 0] ?? 0),
    }),
  };
}

/** The question over a corpus of its own: its gold release (or none) and random others. */
export function tinyCase(
  set: LabelledSet,
  labelled: LabelledQuestion,
  withGold: boolean,
  embedding: Float32Array | null,
  random: () => number,
  embeddingsOf?: (release: PreparedRelease) => readonly Float32Array[],
): RefusalCase {
  const count = 2 + Math.floor(random() * 9);
  const chosen = new Set<number>(withGold ? labelled.gold.slice(0, 1) : []);
  while (chosen.size < Math.min(count, set.releases.length / 2)) {
    const r = Math.floor(random() * set.releases.length);
    if (!labelled.gold.includes(r)) chosen.add(r);
  }
  const tiny = indexReleases(
    Array.from(chosen, (r) => set.releases[r]!),
    embeddingsOf,
  );
  return {
    kind: withGold ? 'tiny' : 'tinyWithout',
    labelled,
    set: tiny,
    candidates: candidatesFor(tiny, labelled.foldedText, embedding),
  };
}
