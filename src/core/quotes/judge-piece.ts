/** Judging: where one piece of a pasted text is from, as it stands or with differences. */
import { bareSpan } from '../text/bare-text.js';
import { chainStretches, findCommonStretches } from './common-stretches.js';
import { foldedSpan, type PreparedRelease } from '../corpus/corpus.js';
import type { FoldTables, Span } from '../text/fold.js';
import type { JudgedPiece } from './link-pieces.js';
import type { PastedText } from './pasted-text.js';
import { findQuoteCandidates, type CandidateOptions } from './quote-candidates.js';
import { includeCutWords } from './quote-cuts.js';
import { quotationsIn, type QuotePiece } from './quote-pieces.js';
import { quoteSource, regionsOf, sameRegion, type QuoteSource, type Region } from './quote-region.js';
import type { SearchIndex } from '../search/search-index.js';

export interface CheckOptions {
  /** Where a whole piece of the text is looked for. */
  readonly candidates: CandidateOptions;
  /** Where its clauses are looked for when it is found nowhere as it stands. */
  readonly clauseCandidates: CandidateOptions;
  /** A text that shares less than this of its characters with the closest original, 0 to 1, is not in the releases. */
  readonly leastShared: number;
  /** What a jump to another place costs, in characters. */
  readonly jump: number;
  /** What each character passed over costs. */
  readonly skipped: number;
}

/** Looks the pieces of one text up; every release is bared once. */
export class PieceJudge {
  private readonly sources = new Map<PreparedRelease, QuoteSource>();
  /** Where the piece before is from. */
  private last: readonly Region[] = [];

  constructor(
    private readonly pasted: PastedText,
    private readonly index: SearchIndex,
    private readonly tables: FoldTables,
    private readonly options: CheckOptions,
  ) {}

  /** What a piece is: usually one, several where it only introduces words that it puts in quote marks. */
  judge(piece: QuotePiece): JudgedPiece[] {
    const range = this.bareRange(piece);
    if (range.start >= range.end) return [];
    const whole = this.find(piece, range);
    const isExact = whole.places.some((regions) => regions.every(isSame(this.pasted.bare.text)));
    if (isExact) return [whole];
    const quotations = quotationsIn(this.pasted.text, piece)
      .map((quotation) => ({ ...quotation, range: this.bareRange(quotation) }))
      .filter(({ range: { start, end } }) => end - start >= shortestQuotation);
    if (quotations.length === 0) return [whole];
    // 甲公司“…项目”总投资达… stands in its release with its quote marks; 他说“…” does not.
    const around = sharedPositions(this.pasted.bare.text, whole.places[0] ?? []).filter(
      (q) => !quotations.some((one) => q >= one.range.start && q < one.range.end),
    ).length;
    const outside = range.end - range.start - quotations.reduce((sum, one) => sum + one.range.end - one.range.start, 0);
    if (around > outside / 2) return [whole];
    const inside = quotations
      .map((quotation) => this.find(quotation, quotation.range))
      .filter(({ places }) => places.length > 0);
    const [first, ...rest] = inside;
    if (!first) return [whole];
    return [{ ...first, link: outside > 0 ? 'separate' : piece.link }, ...rest];
  }

  private find({ link }: QuotePiece, range: Span): JudgedPiece {
    const piece = { link, range };
    if (range.start >= range.end) return { ...piece, places: [], nearest: null };
    const sources = this.candidates(range);
    const places = [...this.continuing(range), ...this.exactRegions(sources, range)].slice(0, mostPlaces);
    if (places.length > 0) {
      this.last = places.map(([region]) => region);
      return { ...piece, places, nearest: null };
    }
    return { ...piece, ...this.closest(range, sources) };
  }

  /** Every release that was looked at. */
  get seen(): readonly QuoteSource[] {
    return [...this.sources.values()];
  }

  private bareRange(piece: Span): Span {
    const { folded, bare } = this.pasted;
    const from = foldedSpan(folded, piece);
    let { start, end } = bareSpan(bare, from.start, from.end);
    while (start < end && bare.text[start] === ' ') start++;
    while (start < end && bare.text[end - 1] === ' ') end--;
    return { start, end };
  }

  private candidates(range: Span, options = this.options.candidates): QuoteSource[] {
    const { folded, bare } = this.pasted;
    // Spaced out characters would have no pairs to look for.
    const words = folded.text
      .slice(bare.at[range.start], bare.at[range.end - 1]! + 1)
      .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
    const found = findQuoteCandidates(this.index, words, options).map((one) => this.source(one));
    return [...new Set([...this.last.map(({ source }) => source), ...found])];
  }

  private source(prepared: PreparedRelease): QuoteSource {
    let source = this.sources.get(prepared);
    if (!source) this.sources.set(prepared, (source = quoteSource(prepared, this.tables)));
    return source;
  }

  /** The places that go on where the piece before ends: a few words alone may be in too many places to list. */
  private continuing({ start, end }: Span): [Region][] {
    const words = this.pasted.bare.text.slice(start, end);
    return this.last.flatMap(({ source, t1 }): [Region][] => {
      const at = t1 + /^[ -]*/.exec(source.bare.text.slice(t1, t1 + 2))![0].length;
      const goesOn = source.bare.text.startsWith(words, at);
      return goesOn ? [[sameRegion(source, start, at, words.length)]] : [];
    });
  }

  /**
   * Places that have the words as they stand; those that cut a figure or a word, as `e` does in `the`, only when there is no
   * other.
   */
  private exactRegions(sources: readonly QuoteSource[], { start, end }: Span): [Region][] {
    const words = this.pasted.bare.text.slice(start, end);
    const whole: [Region][] = [];
    const cut: [Region][] = [];
    for (const source of sources) {
      let at = source.bare.text.indexOf(words);
      const enough = whole.length + mostOfOne;
      for (let n = 0; at !== -1 && n < mostTried && whole.length < enough; n++) {
        const region = sameRegion(source, start, at, words.length);
        (includeCutWords(region) === region ? whole : cut).push([region]);
        at = source.bare.text.indexOf(words, at + 1);
      }
    }
    return whole.length > 0 ? whole : cut;
  }

  /** The place that the words are closest to, or the nearest sentence when they are too far from any. */
  private closest(range: Span, whole: readonly QuoteSource[]): Pick<JudgedPiece, 'places' | 'nearest'> {
    const { bare, text, folded } = this.pasted;
    const clauses = this.clauses(range).flatMap((one) => this.candidates(one, this.options.clauseCandidates));
    const sources = [...new Set([...whole, ...clauses])];
    const words = bare.text.slice(range.start, range.end);
    const scale = latinShare(words) > 0.5 ? 2 : 1; // a Latin letter says half of what a Han character does
    const least = scale * Math.max(2, Math.min(4, Math.floor(words.length / scale / 6)));
    const { jump, skipped } = this.options;
    const chain = chainStretches(
      findCommonStretches(
        words,
        sources.map(({ bare: { text: t } }) => t),
        least,
      ).map((one) => ({
        ...one,
        q: one.q + range.start,
      })),
      { jump: jump * scale, skipped },
    );
    const first = chain[0];
    if (!first) return { places: [], nearest: null };
    // 「黄河新闻网报道：」 leads in and is no part of the quote.
    const isLeadIn = leadInEnd.test(text.slice(folded.starts[bare.at[range.start]!], folded.starts[bare.at[first.q]!]));
    const quoted = { start: isLeadIn ? first.q : range.start, end: range.end };
    const regions = regionsOf(bare.text, quoted, chain, sources);
    const share = this.sharedOf(regions, quoted);
    if (share >= this.options.leastShared) return { places: [regions], nearest: null };
    const longest = regions.toSorted((a, b) => b.columns.length - a.columns.length)[0]!;
    return { places: [], nearest: share >= this.options.leastShared / 2 ? longest : null };
  }

  /** The share of a range's words that its regions have, 0 to 1; figures that differ count for neither side. */
  private sharedOf(regions: readonly Region[], { start, end }: Span): number {
    const shared = new Set(sharedPositions(this.pasted.bare.text, regions));
    let other = 0;
    for (let q = start; q < end; q++) {
      if (!shared.has(q) && !this.pasted.quantities.some(({ span }) => q >= span.start && q < span.end)) other++;
    }
    return shared.size < leastSharedWords ? 0 : shared.size / (shared.size + other);
  }

  /** The clauses of a bare range, as bare ranges. */
  private clauses({ start, end }: Span): Span[] {
    const { folded, bare } = this.pasted;
    const clauses: Span[] = [];
    let from = start;
    for (let i = start + 1; i <= end; i++) {
      const gap = i === end ? ',' : folded.text.slice(bare.at[i - 1]! + 1, bare.at[i]);
      if (!/[,;:，；：、。]/u.test(gap) || i - from < shortestClause) continue;
      clauses.push({ start: from, end: i });
      from = i;
    }
    return clauses;
  }
}

/** A few words may stand in more places than are worth comparing: of all releases, and of one. */
const mostPlaces = 40;
const mostOfOne = 20;
const mostTried = 300;
/** Shorter clauses are looked for with the next one. */
const shortestClause = 8;
const leadInEnd = /^[^\n]{1,40}[:：]\s*[「『“"'‘]?\s*$/u;

/** Quote marks also set a single word apart, in bare characters. Unmeasured. */
const shortestQuotation = 8;
/** Fewer common characters are chance. Unmeasured. */
const leastSharedWords = 4;

/** The bare positions of the pasted text that stand against the same character. */
function sharedPositions(quote: string, regions: readonly Region[]): number[] {
  return regions.flatMap(({ source, columns }) =>
    columns.filter(({ q, t }) => q >= 0 && t >= 0 && quote[q] === source.bare.text[t]).map(({ q }) => q),
  );
}

function isSame(quote: string): (region: Region) => boolean {
  return (region) => sharedPositions(quote, [region]).length === region.columns.length;
}

function latinShare(text: string): number {
  return (text.match(/\p{Script=Latin}/gu)?.length ?? 0) / text.length;
}
