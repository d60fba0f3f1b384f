/** Reads a draft while it arrives: its claims with the ids that they cite, and what it says is not in the releases. */
import { refusalPattern } from './answer-protocol.js';
import { idGroup, mayBeginGroup, openBracketAt, readIds } from './draft-ids.js';
import type { DraftClaim } from './draft.js';
import { forget, MarkupFilter } from './markup-filter.js';
import { isLeadToIds, joinsIds, withoutIdVerb, withoutLeadToIds } from './id-words.js';
import { hasWords, isStructure, lineMarkOf, plainClaim, withoutLinks } from './plain-claim.js';
import { startsCalculation } from './proposed-calculation.js';
import { splitSentences } from '../text/sentences.js';

/** A group of ids with the signs and further groups behind it. */
const citing = new RegExp(`${idGroup}(?:[\\s。，,.;；！!？?、：:…”"）)*_]*${idGroup})*`, 'u');
const closing = /^[ \t]*[。，,.;；！!？?、：:…”"）)*_|]*[ \t]*/u;

const lineEnd = new RegExp(`(\\r?\\n|\\r|${forget})`, 'u');

/** What a draft says of what is missing, as far as it says it. */
export interface DraftRefusal {
  /** In the model's words, which nobody has checked; empty when it only refuses. */
  readonly missing: string;
}

/**
 * Reads the plain-text protocol of `prompts/answer.md`, and what models make of it.
 *
 * A claim is a sentence; ids count for all sentences between them and the ids before. They stand behind a sentence, on the next line by
 * themselves, or, when a line opens with them, before it. A sentence without any is a claim without ids. Headings, lead-ins and what follows a
 * refusal without ids are no claims. A line that proposes a calculation is a claim as it stands, its ids in its text.
 *
 * Guarantee: the claims do not depend on how the draft is cut into chunks.
 */
export class DraftReader {
  private readonly filter = new MarkupFilter();
  private readonly isOffered: (id: string) => boolean;
  /** What of the current line has not been taken. */
  private line = '';
  private isLineStart = true;
  /** Sentences that no ids have followed yet. */
  private pending = '';
  /** The ids that the current line opens with. */
  private leading: readonly string[] = [];
  private missing: string | null = null;
  private claims: DraftClaim[] = [];

  /** @param isOffered whether an id may be cited */
  constructor(isOffered: (id: string) => boolean) {
    this.isOffered = isOffered;
  }

  /** The claims that a chunk completes. */
  push(chunk: string): DraftClaim[] {
    this.read(this.filter.push(chunk));
    return this.taken();
  }

  /**
   * The claims that were still open.
   * @param isWhole whether the draft ended of its own accord: if not, a last sentence without ids is no claim
   */
  end(isWhole: boolean): DraftClaim[] {
    this.read(this.filter.end());
    const isOpen = !citing.test(this.line) && !refusalPattern.test(this.line);
    if (isWhole || !isOpen) this.readLine();
    if (isWhole) this.close();
    return this.taken();
  }

  /** What the draft has refused so far; null when it has not. */
  get refusal(): DraftRefusal | null {
    return this.missing === null ? null : { missing: this.missing };
  }

  private taken(): DraftClaim[] {
    const { claims } = this;
    this.claims = [];
    return claims;
  }

  private read(text: string): void {
    const parts = text.split(lineEnd);
    for (const [i, part] of parts.entries()) {
      if (i % 2 === 0) this.line += part;
      else if (part === forget) this.forget();
      else this.readLine();
    }
    this.readClaims(false);
  }

  /** Drops what was not yet certain; claims with ids are out already, and are verified like any. */
  private forget(): void {
    this.readClaims(false);
    this.line = '';
    this.pending = '';
    this.leading = [];
    this.isLineStart = true;
  }

  /** Takes the rest of a line that is complete. */
  private readLine(): void {
    if (this.isCalculation()) {
      this.close();
      this.claims.push({ text: withoutLineMark(this.line).trim(), ids: [] });
      this.line = '';
    }
    this.readClaims(true);
    const rest = this.line;
    if (this.leading.length > 0) this.claim(this.withoutMark(rest), this.leading);
    else if (hasWords(rest)) {
      if (this.isLineStart) this.close();
      if (!isStructure(rest) || refusalPattern.test(rest)) this.pending += this.withoutMark(rest);
      if (this.missing !== null || refusalPattern.test(rest)) this.close();
    }
    this.line = '';
    this.leading = [];
    this.isLineStart = true;
  }

  /** Takes the claims of the current line whose ids are certain. */
  private readClaims(isComplete: boolean): void {
    if (this.isCalculation()) return;
    for (let found = citing.exec(this.line); found; found = citing.exec(this.line)) {
      const after = found.index + found[0].length;
      const signs = closing.exec(this.line.slice(after))![0];
      const rest = this.line.slice(after + signs.length);
      const open = openBracketAt(this.line);
      const isCertain = hasWords(rest) && !mayBeginGroup(rest) && after <= open;
      if (!isComplete && !isCertain) return;
      const before = this.line.slice(0, found.index);
      const ids = readIds(found[0], this.isOffered);
      const text = this.withoutMark(before);
      const opens = (this.isLineStart && !hasWords(text)) || isLeadToIds(plainClaim(text));
      if (opens && hasWords(rest)) {
        this.close();
        this.leading = ids;
      } else if (this.leading.length > 0 && hasWords(rest)) {
        if (!joinsIds(text)) this.claim(text, this.leading);
        this.leading = joinsIds(text) ? [...this.leading, ...ids] : ids;
      } else {
        if (hasWords(text) && this.isLineStart) this.close();
        const said = withoutLeadToIds(this.pending + text);
        const closed = /[。！？!?]$/u.test(said) ? said : said + signs.trim();
        this.claim(closed, [...this.leading, ...ids]);
        this.pending = '';
        this.leading = [];
      }
      this.isLineStart = false;
      this.line = rest;
    }
  }

  private isCalculation(): boolean {
    return this.isLineStart && startsCalculation(withoutLineMark(this.line));
  }

  /** Without the mark of a line, or the verb that ids before it are the subject of. */
  private withoutMark(text: string): string {
    return this.isLineStart ? withoutLineMark(text) : withoutIdVerb(text);
  }

  /** Sentences that no ids will follow any more. */
  private close(): void {
    this.claim(this.pending, []);
    this.pending = '';
  }

  /** Makes a claim of each sentence of a text, or a refusal. */
  private claim(written: string, ids: readonly string[]): void {
    const text = withoutLinks(written);
    const sentences = splitSentences(text).map(({ start, end }) => text.slice(start, end));
    const isRefusal = ids.length === 0 && sentences.some(refuses);
    for (const sentence of sentences) {
      const words = plainClaim(sentence);
      if (isRefusal || refuses(sentence)) this.refuse(words);
      else if (hasWords(words) && !isLeadToIds(words) && (ids.length > 0 || this.missing === null)) {
        this.claims.push({ text: words, ids: [...new Set(ids)] });
      }
    }
  }

  private refuse(words: string): void {
    const missing = words.replace(refusalPattern, '').replace(outerSigns, '');
    this.missing = [this.missing, missing].filter(Boolean).join(' ');
  }
}

function refuses(sentence: string): boolean {
  return refusalPattern.test(sentence);
}

const outerSigns = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu;

function withoutLineMark(text: string): string {
  return text.slice(lineMarkOf(text).length);
}
