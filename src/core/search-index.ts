/** The index of a corpus: releases with their lexical postings and embeddings, one release in or out at a time. */
import { foldedPassage, foldedRelease, type PreparedRelease } from './corpus.js';
import { LexicalIndex, type LexicalDocument, type Segment } from './lexical-index.js';
import { termsOf } from './terms.js';
import type { VectorIndex } from './vector-index.js';

/** A release in the index. The numbers are the ids of its lexical documents and embeddings, never used twice. */
export interface IndexedRelease {
  readonly prepared: PreparedRelease;
  /** Changes when anything of the release changes. */
  readonly fingerprint: string;
  readonly number: number;
  /** One for each of its passages, ascending. */
  readonly passageNumbers: readonly number[];
}

/** A release that the saved postings and vectors cover; its text is in its file. */
export interface SavedRelease extends Omit<IndexedRelease, 'prepared'> {
  readonly id: string;
  /** The file it came from. */
  readonly file: string;
  readonly embeddings: readonly Float32Array[];
}

/** A release to add, with one embedding for each of its passages. */
export interface NewRelease {
  readonly prepared: PreparedRelease;
  readonly fingerprint: string;
  readonly embeddings: readonly Float32Array[];
}

/** Everything of an index but the texts. */
export interface IndexState {
  readonly nextNumber: number;
  readonly releaseTerms: Segment;
  readonly passageTerms: Segment;
  readonly releases: readonly SavedRelease[];
}

export class SearchIndex {
  /** Passage embeddings, by passage number. */
  readonly vectors: VectorIndex;
  private readonly releaseTerms: LexicalIndex;
  private readonly passageTerms: LexicalIndex;
  private nextNumber: number;
  private changes = 0;
  /** Saved releases that {@link restore} has not met yet. */
  private readonly waiting: Map<string, SavedRelease>;
  private readonly byId = new Map<string, IndexedRelease>();
  private readonly byNumber = new Map<number, IndexedRelease>();
  private readonly byPassage = new Map<number, IndexedRelease>();
  private readonly embeddings = new Map<number, Float32Array>();

  /** @param vectors holds the embeddings of `state`, or nothing when there is none */
  constructor(vectors: VectorIndex, state?: IndexState) {
    this.vectors = vectors;
    this.nextNumber = state?.nextNumber ?? 0;
    this.releaseTerms = new LexicalIndex(state ? [state.releaseTerms] : []);
    this.passageTerms = new LexicalIndex(state ? [state.passageTerms] : []);
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

  /** The release with a number, or with a passage of that number. */
  ownerOf(number: number): IndexedRelease | undefined {
    return this.byNumber.get(number) ?? this.byPassage.get(number);
  }

  embeddingOf(passageNumber: number): Float32Array {
    return this.embeddings.get(passageNumber)!;
  }

  /** BM25 of every release, headline and body, by number; and of every passage, by passage number. */
  lexicalScores(question: Uint32Array): { releases: Float32Array; passages: Float32Array } {
    return {
      releases: this.releaseTerms.score(question),
      passages: this.passageTerms.score(question),
    };
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
    const { fingerprint, number, passageNumbers, embeddings } = this.waiting.get(id)!;
    this.waiting.delete(id);
    this.register({ prepared, fingerprint, number, passageNumbers }, embeddings);
  }

  /** Adds releases whose ids are not in the index. */
  add(releases: readonly NewRelease[]): void {
    const releaseDocuments: LexicalDocument[] = [];
    const passageDocuments: LexicalDocument[] = [];
    for (const { prepared, fingerprint, embeddings } of releases) {
      const number = this.nextNumber++;
      const passageNumbers = prepared.passages.map(() => this.nextNumber++);
      this.register({ prepared, fingerprint, number, passageNumbers }, embeddings);
      releaseDocuments.push({ id: number, terms: termsOf(foldedRelease(prepared)) });
      for (const [p, passage] of prepared.passages.entries()) {
        const id = passageNumbers[p]!;
        passageDocuments.push({ id, terms: termsOf(foldedPassage(prepared, passage)) });
        this.vectors.add(id, embeddings[p]!);
      }
    }
    this.releaseTerms.add(releaseDocuments);
    this.passageTerms.add(passageDocuments);
  }

  /** Removes a release; an unknown id is ignored. */
  remove(id: string): void {
    const entry = this.byId.get(id) ?? this.waiting.get(id);
    if (!entry) return;
    this.changes++;
    this.byId.delete(id);
    this.waiting.delete(id);
    this.byNumber.delete(entry.number);
    this.releaseTerms.remove([entry.number]);
    this.passageTerms.remove(entry.passageNumbers);
    for (const number of entry.passageNumbers) {
      this.byPassage.delete(number);
      this.embeddings.delete(number);
      this.vectors.remove(number);
    }
  }

  /** What to save; folds the postings together. */
  state(): IndexState {
    const present = this.releases.map(({ prepared, fingerprint, number, passageNumbers }) => ({
      id: prepared.release.id,
      file: prepared.release.file,
      fingerprint,
      number,
      passageNumbers,
      embeddings: passageNumbers.map((passage) => this.embeddings.get(passage)!),
    }));
    return {
      nextNumber: this.nextNumber,
      releaseTerms: this.releaseTerms.compact(),
      passageTerms: this.passageTerms.compact(),
      releases: [...this.waiting.values(), ...present],
    };
  }

  private register(indexed: IndexedRelease, embeddings: readonly Float32Array[]): void {
    this.changes++;
    this.byId.set(indexed.prepared.release.id, indexed);
    this.byNumber.set(indexed.number, indexed);
    for (const [passage, number] of indexed.passageNumbers.entries()) {
      this.byPassage.set(number, indexed);
      this.embeddings.set(number, embeddings[passage]!);
    }
  }
}
