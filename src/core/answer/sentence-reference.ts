/**
 * References: a short name of a sentence that buttons and links carry. It holds all that is needed to find the sentence
 * again, so that a button works after a restart and on an old message, and a signature, so that only names given out
 * by this bot are followed.
 *
 *     8 the release    4 the sentence's text    8 the signature    1 to 5 the sentence's number, base 36
 */
import type { Citation } from './answer.js';
import type { CorpusView } from './corpus-view.js';

/** A keyed hash in base64url (`A-Z a-z 0-9 _ -`), at least 8 characters; nobody without the key can compute it. */
export type Digest = (text: string) => string;

const layout = /^([\w-]{8})([\w-]{4})([\w-]{8})([1-9a-z][0-9a-z]{0,4})$/;

/** Whether a text has the form of a reference. */
export function looksLikeReference(text: string): boolean {
  return layout.test(text);
}

/** Names sentences and finds them again. */
export class SentenceReferences {
  /** Release ids by the names of releases, learned as they are needed. */
  private readonly releaseIds = new Map<string, string>();

  constructor(
    private readonly corpus: CorpusView,
    private readonly digest: Digest,
  ) {}

  /** The reference of a sentence, 21 to 25 characters of `[A-Za-z0-9_-]`. */
  of({ release, sentence, original }: Pick<Citation, 'release' | 'sentence' | 'original'>): string {
    const name = this.nameOf(release.id) + this.checkOf(original);
    const number = sentence.toString(36);
    return name + this.sign(name, number) + number;
  }

  /**
   * The sentence that a reference names, as it stands in the corpus now.
   * @returns `gone` when its release was removed or the sentence is not what it was; `forged` when the reference was
   *   not given out by a holder of the key
   */
  resolve(reference: string): Citation | 'gone' | 'forged' {
    const [, release, check, signature, number] = layout.exec(reference) ?? [];
    if (!release || !check || !number) return 'forged';
    if (this.sign(release + check, number) !== signature) return 'forged';
    const id = this.releaseIds.get(release) ?? this.learn(release);
    const citation = id === undefined ? null : this.corpus.sentence(id, parseInt(number, 36));
    return citation && this.checkOf(citation.original) === check ? citation : 'gone';
  }

  private sign(name: string, number: string): string {
    return this.digest(`reference ${name} ${number}`).slice(0, 8);
  }

  private checkOf(original: string): string {
    return this.digest(`sentence ${original}`).slice(0, 4);
  }

  private nameOf(releaseId: string): string {
    return this.digest(`release ${releaseId}`).slice(0, 8);
  }

  /** Names the releases of the corpus as it is now. */
  private learn(wanted: string): string | undefined {
    for (const { id } of this.corpus.releases()) this.releaseIds.set(this.nameOf(id), id);
    return this.releaseIds.get(wanted);
  }
}
