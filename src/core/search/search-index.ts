/** The index of a corpus: releases with their lexical postings and embeddings, one release in or out at a time. */
import { foldedSentence, type PreparedRelease } from '../corpus/corpus.js';
import { toUnitLength } from './embedder.js';
import { LexicalIndex, type LexicalScores, type TermCounter } from './lexical-index.js';
import type { LexicalDocument, Segment } from './segment.js';
import { termsOf } from '../text/terms.js';
import type { Neighbour, VectorIndex } from './vector-index.js';

/** A release in the index. */
export interface IndexedRelease {
  readonly prepared: PreparedRelease;
  /** Changes when anything of the release changes. */
  readonly fingerprint: string;
  /** Its id among the releases and that of its headline among the lines, whose sentences follow; never used twice. */
  readonly number: number;
  /** One for each of its passages; none while they are not made. */
  readonly embeddings: readonly Float32Array[];
}

/** A release that the saved postings and vectors cover; its text is in its file. */
export interface SavedRelease extends Omit<IndexedRelease, 'prepared'> {
  readonly id: string;
  /** The file it came from. */
  readonly file: string;
  /** How many lines it has: its headline, which may be empty, and its sentences. */
  readonly lines: number;
}

/** A release to add. It is found by its words at once, by its meaning when it has its embeddings. */
export interface NewRelease {
  readonly prepared: PreparedRelease;
  readonly fingerprint: string;
  /** One for each of its passages; none while they are not made. */
  readonly embeddings?: readonly Float32Array[];
}

/** Everything of an index but the texts. */
export interface IndexState {
  readonly nextNumber: number;
  readonly releaseTerms: Segment;
  readonly lineTerms: Segment;
  readonly releases: readonly SavedRelease[];
}

export class SearchIndex {
  /** One embedding for each release, by its number: the direction of the mean of its passages. */
  readonly vectors: VectorIndex;
  private readonly releaseTerms: LexicalIndex;
  private readonly lineTerms: LexicalIndex;
  private nextNumber: number;
  private changes = 0;
  /** Saved releases that {@link restore} has not met yet. */
  private readonly waiting: Map<string, SavedRelease>;
  private readonly byId = new Map<string, IndexedRelease>();
  private readonly byNumber = new Map<number, IndexedRelease>();

  /** @param vectors holds the embeddings of `state`, or nothing when there is none */
  constructor(vectors: VectorIndex, state?: IndexState) {
    this.vectors = vectors;
    this.nextNumber = state?.nextNumber ?? 0;
    this.releaseTerms = new LexicalIndex(state ? [state.releaseTerms] : []);
    this.lineTerms = new LexicalIndex(state ? [state.lineTerms] : []);
    this.waiting = new Map(state?.releases.map((saved) => [saved.id, saved]));
  }

  /** Another number whenever what can be found has changed. */
  get version(): number {
    return this.changes;
  }

  /** The releases that can be found, in the order in which they came in. */
  get releases(): readonly IndexedRelease[] {
    return [...this.byId.values()];
  }

  /** Ids and files of all releases, those that wait to be restored included. */
  get entries(): readonly { readonly id: string; readonly file: string }[] {
    const present = this.releases.map(({ prepared: { release } }) => release);
    return [...this.waiting.values(), ...present].map(({ id, file }) => ({ id, file }));
  }

  find(id: string): IndexedRelease | undefined {
    return this.byId.get(id);
  }

  /** The release with a number; undefined for one that waits to be restored. */
  numbered(number: number): IndexedRelease | undefined {
    return this.byNumber.get(number);
  }

  /** BM25 of releases, headline and body, by number. */
  scoreReleases(weights: ReadonlyMap<number, number>): LexicalScores {
    return this.releaseTerms.score(weights);
  }

  /** Counts terms in the headline of a release and, behind it, its sentences; see {@link IndexedRelease.number}. */
  countInLines(terms: Uint32Array): TermCounter {
    return this.lineTerms.counter(terms);
  }

  /** How rare a term is among the releases; see {@link LexicalIndex.idf}. */
  idf(term: number): number {
    return this.releaseTerms.idf(term);
  }

  /** How many releases there are. */
  get size(): number {
    return this.byId.size;
  }

  /** In how many releases a term occurs. */
  documentFrequency(term: number): number {
    return this.releaseTerms.documentFrequency(term);
  }

  /** Whether the release is in the index just as it is. */
  holds(id: string, fingerprint: string): boolean {
    return (this.byId.get(id) ?? this.waiting.get(id))?.fingerprint === fingerprint;
  }

  /** Whether a saved release has yet to be restored. */
  isWaiting(id: string): boolean {
    return this.waiting.has(id);
  }

  /** Gives a waiting release its text back. */
  restore(prepared: PreparedRelease): void {
    const { id } = prepared.release;
    const { fingerprint, number, embeddings } = this.waiting.get(id)!;
    this.waiting.delete(id);
    this.register({ prepared, fingerprint, number, embeddings });
  }

  /** Adds releases whose ids are not in the index. */
  add(releases: readonly NewRelease[]): void {
    const releaseDocuments: LexicalDocument[] = [];
    const lineDocuments: LexicalDocument[] = [];
    for (const { prepared, fingerprint, embeddings = [] } of releases) {
      const number = this.nextNumber;
      this.nextNumber += linesOf(prepared);
      this.register({ prepared, fingerprint, number, embeddings });
      const sentences = prepared.sentences.map((_, s) => foldedSentence(prepared, s));
      const lines = [prepared.foldedTitle, ...sentences].map(termsOf);
      releaseDocuments.push({ id: number, terms: joined(lines) });
      for (const [line, terms] of lines.entries()) {
        lineDocuments.push({ id: number + line, terms });
      }
      if (embeddings.length > 0) this.vectors.add(number, meanDirection(embeddings));
    }
    this.releaseTerms.add(releaseDocuments);
    this.lineTerms.add(lineDocuments);
  }

  /** The releases without embeddings, in the order in which they came in. */
  get unembedded(): readonly PreparedRelease[] {
    return this.releases
      .filter(({ prepared, embeddings }) => embeddings.length < prepared.passages.length)
      .map(({ prepared }) => prepared);
  }

  /**
   * Gives a release its embeddings.
   * @returns false when the release has changed or is gone, and nothing was done
   */
  embed(prepared: PreparedRelease, embeddings: readonly Float32Array[]): boolean {
    const indexed = this.byId.get(prepared.release.id);
    if (indexed?.prepared !== prepared || embeddings.length === 0) return false;
    this.register({ ...indexed, embeddings });
    this.vectors.remove(indexed.number);
    this.vectors.add(indexed.number, meanDirection(embeddings));
    return true;
  }

  /** The releases of Chinese, or of another language, whose embedding is nearest; nearest first, by number. */
  nearest(embedding: Float32Array, count: number, isHan: boolean): readonly Neighbour[] {
    return this.vectors.search(embedding, count, (number) => this.byNumber.get(number)?.prepared.isHan === isHan);
  }

  /** Removes a release; an unknown id is ignored. */
  remove(id: string): void {
    const present = this.byId.get(id);
    const entry = present ?? this.waiting.get(id);
    if (!entry) return;
    this.changes++;
    const lines = present ? linesOf(present.prepared) : this.waiting.get(id)!.lines;
    this.byId.delete(id);
    this.waiting.delete(id);
    this.byNumber.delete(entry.number);
    this.releaseTerms.remove([entry.number]);
    this.lineTerms.remove(Array.from({ length: lines }, (_, line) => entry.number + line));
    this.vectors.remove(entry.number);
  }

  /** What to save; folds the postings together. */
  state(): IndexState {
    const present = this.releases.map(({ prepared, fingerprint, number, embeddings }) => ({
      id: prepared.release.id,
      file: prepared.release.file,
      fingerprint,
      number,
      lines: linesOf(prepared),
      embeddings,
    }));
    return {
      nextNumber: this.nextNumber,
      releaseTerms: this.releaseTerms.compact(),
      lineTerms: this.lineTerms.compact(),
      releases: [...this.waiting.values(), ...present],
    };
  }

  private register(indexed: IndexedRelease): void {
    this.changes++;
    this.byId.set(indexed.prepared.release.id, indexed);
    this.byNumber.set(indexed.number, indexed);
  }
}

function joined(parts: readonly Uint32Array[]): Uint32Array {
  const whole = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function linesOf({ sentences }: PreparedRelease): number {
  return 1 + sentences.length;
}

/** The embedding that stands for several: the direction of their mean. */
export function meanDirection(embeddings: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(embeddings[0]!.length);
  for (const embedding of embeddings) {
    for (let i = 0; i < sum.length; i++) sum[i]! += embedding[i]!;
  }
  return toUnitLength(sum);
}
