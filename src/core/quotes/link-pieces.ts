/** Linking: the pieces of a pasted text, each found on its own, become quotes that run on from piece to piece. */
import type { Span } from '../text/fold.js';
import type { PieceLink } from './quote-pieces.js';
import { appendRegion, follows, joinRegions, sentenceAt, type Region } from './quote-region.js';

/** A piece of the pasted text and where it may be from. */
export interface JudgedPiece {
  readonly link: PieceLink;
  /** Of the bare pasted text. */
  readonly range: Span;
  /** The places that explain it equally well, each as the regions that it takes; none when it is in no release. */
  readonly places: readonly (readonly Region[])[];
  /** What is nearest to a piece without a place. */
  readonly nearest: Region | null;
}

/**
 * How a region follows the one before it: with a mark of omission, from elsewhere, or from another place of the same
 * sentence.
 */
export type Join = 'first' | 'omission' | 'stitched' | 'order';

/** A run of pieces that is one quote, or a piece that is in no release. */
export interface LinkedPieces {
  readonly range: Span;
  readonly regions: readonly Region[];
  /** One for each region. */
  readonly joins: readonly Join[];
  readonly nearest: Region | null;
}

/** Links the pieces of a text. Among equal places of a piece the one that goes on from the piece before is taken. */
export function linkPieces(pieces: readonly JudgedPiece[], quote: string): LinkedPieces[] {
  const chosen = choosePlaces(pieces);
  const linked: LinkedPieces[] = [];
  let open = false; // whether the last one can go on
  for (const [i, { link, range, nearest }] of pieces.entries()) {
    const place = chosen[i];
    if (!place) {
      linked.push({ range, regions: [], joins: [], nearest });
      open = false;
      continue;
    }
    for (const [k, region] of place.entries()) {
      const last = open ? linked.at(-1) : undefined;
      const next = last && extend(last, region, k === 0 ? link : 'direct', range, quote);
      if (next) linked[linked.length - 1] = next;
      else linked.push({ range, regions: [region], joins: ['first'], nearest: null });
      open = true;
    }
  }
  return linked;
}

/** The quote with one more region; null when the region begins a quote of its own. */
function extend(last: LinkedPieces, region: Region, link: PieceLink, range: Span, quote: string): LinkedPieces | null {
  const before = last.regions.at(-1)!;
  const grown = { ...last, range: { start: last.range.start, end: range.end } };
  const saysMore = !/^[ -]*$/.test(quote.slice(before.q1, region.q0));
  if (link === 'separate' && saysMore) return null; // 「…」和「…」
  const joined = isTouching(before, region)
    ? appendRegion(before, region)
    : link === 'direct' && follows(before, region)
      ? joinRegions(quote, before, region)
      : null;
  if (joined) return { ...grown, regions: [...last.regions.slice(0, -1), joined] };
  if (link === 'separate') return null;
  const join = joinOf(before, region, link);
  return { ...grown, regions: [...last.regions, region], joins: [...last.joins, join] };
}

function joinOf(before: Region, next: Region, link: PieceLink): Join {
  if (before.source !== next.source) return 'stitched';
  if (next.t0 >= before.t1) return link === 'omission' ? 'omission' : 'stitched';
  const isSameSentence = sentenceAt(before.source, before.t1 - 1) === sentenceAt(next.source, next.t0);
  return isSameSentence && link === 'direct' ? 'order' : 'stitched';
}

/** Whether nothing but separators lies between two regions. */
function isTouching(first: Region, second: Region): boolean {
  if (first.source !== second.source || second.t0 < first.t1) return false;
  return /^[ -]*$/.test(first.source.bare.text.slice(first.t1, second.t0));
}

/** The cheapest way through the places of the pieces, by how each follows the one before (Viterbi). */
function choosePlaces(pieces: readonly JudgedPiece[]): (readonly Region[] | null)[] {
  const found = pieces.flatMap(({ places }, i) => (places.length > 0 ? [i] : []));
  const costs: number[][] = [];
  const from: number[][] = [];
  for (const [step, i] of found.entries()) {
    const before = step === 0 ? null : pieces[found[step - 1]!]!.places;
    const row = pieces[i]!.places.map((place) => {
      if (!before) return { cost: 0, from: 0 };
      return before
        .map((last, k) => ({
          cost: costs[step - 1]![k]! + stepCost(last.at(-1)!, place[0]!),
          from: k,
        }))
        .reduce((best, one) => (one.cost < best.cost ? one : best));
    });
    costs.push(row.map(({ cost }) => cost));
    from.push(row.map((one) => one.from));
  }
  const chosen: (readonly Region[] | null)[] = pieces.map(() => null);
  let k = costs.length === 0 ? 0 : costs.at(-1)!.indexOf(Math.min(...costs.at(-1)!));
  for (let step = found.length - 1; step >= 0; step--) {
    chosen[found[step]!] = pieces[found[step]!]!.places[k]!;
    k = from[step]![k]!;
  }
  return chosen;
}

function stepCost(last: Region, next: Region): number {
  if (isTouching(last, next)) return 0;
  if (last.source !== next.source) return 4;
  if (follows(last, next)) return 1;
  return next.t0 >= last.t1 ? 2 : 3;
}
