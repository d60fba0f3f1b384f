/**
 * Features of answer spans, hashed: every feature is an index into one table of weights.
 *
 * A span is judged by its two boundaries, each by what stands just inside and just outside of it, and by what it is as a
 * whole. Most features are crossed with what the question asks for: its kind, its asking word or the word next to that.
 */
import { noAnchor } from './span-context.js';
import { edgeMargin as margin, type FeatureSource } from './span-feature-source.js';
import { tokenShapes } from '../text/span-tokens.js';

/** Raise it whenever the features change, these or those of `span-stretch-features.ts`: trained weights depend on both. */
export const spanFeaturesVersion = 2;

/** How many features a boundary has, and a pair of boundaries. */
export const boundaryFeatureCount = 54;
export const pairFeatureCount = 26;

/** Which boundary of a span. */
export type Side = 'start' | 'end';

/**
 * Writes the features of the boundary before token `at` (0 to `size`) as the start or the end of a span.
 * @param out receives {@link boundaryFeatureCount} hashes from `offset` on, each a signed 32-bit integer
 */
export function boundaryFeatures(
  source: FeatureSource,
  side: Side,
  at: number,
  out: Int32Array,
  offset: number,
): void {
  const { kind, cue, focus, asked, text, shape, unit, shared, context } = source;
  const step = side === 'start' ? 1 : -1;
  const inner = (side === 'start' ? at : at - 1) + margin;
  const outer = inner - step;
  const [innerText, outerText] = [text[inner]!, text[outer]!];
  const [innerShape, outerShape] = [shape[inner]!, shape[outer]!];
  const farText = text[outer - step]!;
  const [farShape, nextShape] = [shape[outer - step]!, shape[inner + step]!];
  const token = Math.min(Math.max(inner - margin, 0), source.size - 1);
  const anchor = anchorBucket(context.fromAnchor[token]!);
  const since = near(context.sinceShared[token]!);
  const until = near(context.untilShared[token]!);
  const rank = Math.min(context.clauseRank[token]!, 3);
  const sharing = shared[inner]! * 2 + shared[outer]!;
  const alike = side === 'start' ? context.sameBefore[at]! : context.sameBehind[at]!;
  const agrees = agreement(source, inner - margin, side);
  const dated = context.dateAgreement[token]!;
  const edgeChar = side === 'start' ? source.firstChar[inner]! : source.lastChar[inner]!;
  const { rank: governed, role, order, count, paired } = context.attribution;
  const place = Math.min(order[token]!, 3) * 4 + Math.min(count, 3);
  const shapes = innerShape * 32 + outerShape;
  const base = side === 'start' ? 0x1000 : 0x2000;
  let o = offset;
  out[o++] = hash(base + 1, 0, 0, 0);
  out[o++] = hash(base + 2, outerText, 0, 0);
  out[o++] = hash(base + 3, outerText, kind, 0);
  out[o++] = hash(base + 4, outerText, cue, 0);
  out[o++] = hash(base + 5, outerText, farText, 0);
  out[o++] = hash(base + 6, outerText, innerText, 0);
  out[o++] = hash(base + 7, outerText, innerShape, kind);
  out[o++] = hash(base + 8, outerText, innerShape, cue);
  out[o++] = hash(base + 9, outerText, shared[outer]!, kind);
  out[o++] = hash(base + 10, outerText, asked, 0);
  out[o++] = hash(base + 11, outerText, focus, 0);
  out[o++] = hash(base + 12, innerText, 0, 0);
  out[o++] = hash(base + 13, innerText, kind, 0);
  out[o++] = hash(base + 14, innerText, cue, 0);
  out[o++] = hash(base + 15, innerText, focus, 0);
  out[o++] = hash(base + 16, shapes, kind, 0);
  out[o++] = hash(base + 17, shapes, cue, 0);
  out[o++] = hash(base + 18, shapes, asked, 0);
  out[o++] = hash(base + 19, shapes, kind, sharing);
  out[o++] = hash(base + 20, shapes, farShape * 32 + nextShape, kind);
  out[o++] = hash(base + 21, shapes, kind, context.depth[at]! + 8);
  out[o++] = hash(base + 22, innerShape, kind, since * 8 + until);
  out[o++] = hash(base + 23, innerShape, kind, anchor);
  out[o++] = hash(base + 24, innerShape, cue, anchor);
  out[o++] = hash(base + 25, innerShape, kind, rank);
  out[o++] = hash(base + 26, outerShape, kind, anchor * 4 + rank);
  out[o++] = hash(base + 27, sharing, kind, anchor);
  out[o++] = hash(base + 28, unit[inner]!, focus, cue);
  out[o++] = hash(base + 29, edgeChar, kind, 0);
  out[o++] = hash(base + 30, edgeChar, cue, 0);
  out[o++] = hash(base + 31, edgeChar, focus, 0);
  out[o++] = hash(base + 32, edgeChar, outerText, 0);
  out[o++] = hash(base + 33, alike, kind, 0);
  out[o++] = hash(base + 34, alike, cue, 0);
  out[o++] = hash(base + 35, alike, innerShape, kind);
  out[o++] = hash(base + 36, alike, outerText, 0);
  out[o++] = hash(base + 37, agrees, innerShape, kind);
  out[o++] = hash(base + 38, agrees, innerShape, cue);
  out[o++] = hash(base + 39, agrees, alike, anchor);
  out[o++] = hash(base + 40, edgeChar, innerShape, nextShape);
  out[o++] = hash(base + 41, edgeChar, focus, innerShape);
  out[o++] = hash(base + 42, agrees, outerText, 0);
  out[o++] = hash(base + 43, dated, innerShape, kind);
  out[o++] = hash(base + 44, dated, innerShape, cue);
  out[o++] = hash(base + 45, dated, anchor, rank);
  out[o++] = hash(base + 46, shared[outer - step]!, sharing, outerShape * 32 + kind);
  out[o++] = hash(base + 47, context.several, outerShape, innerShape);
  out[o++] = hash(base + 48, context.several, outerText, 0);
  out[o++] = hash(base + 49, context.nounBehind[at]!, innerShape, kind);
  out[o++] = hash(base + 50, context.nounBehind[at]!, agrees, anchor);
  out[o++] = hash(base + 51, agrees, Math.min(governed[token]!, 4), kind);
  out[o++] = hash(base + 52, agrees, dated * 4 + role[token]!, source.phase);
  out[o++] = hash(base + 54, paired[token]!, context.several, agrees);
  out[o++] = hash(base + 53, agrees * 16 + place, source.phase, kind);
}

/**
 * Writes the features of tokens `[from, to)` as a whole.
 * @param out receives {@link pairFeatureCount} hashes from `offset` on
 */
export function pairFeatures(
  source: FeatureSource,
  from: number,
  to: number,
  out: Int32Array,
  offset: number,
): void {
  const { kind, cue, focus, text, shape, unit, context } = source;
  const first = from + margin;
  const last = to - 1 + margin;
  const length = lengthBucket(to - from);
  const single = to - from === 1 ? 1 : 0;
  const shapes = shape[first]! * 32 + shape[last]!;
  const around = shape[first - 1]! * 32 + shape[last + 1]!;
  const sharedInside = Math.min(context.sharedBefore[to]! - context.sharedBefore[from]!, 5);
  const commas = Math.min(source.commas[to]! - source.commas[from]!, 3);
  const listCommas = Math.min(source.listCommas[to]! - source.listCommas[from]!, 3);
  const quantities = Math.min(source.quantities[to]! - source.quantities[from]!, 3);
  const balance = clamp(context.depth[to]! - context.depth[from]!, 2) + 2;
  const both = context.sameBefore[from]! * 8 + context.sameBehind[to]!;
  const agrees = agreement(source, to - 1, 'end');
  const counted = countAgreement(source, from, to);
  const marks = commas * 4 + listCommas;
  const quoted = isMark(shape[first - 1]!) && isMark(shape[last + 1]!) ? 1 : 0;
  let o = offset;
  out[o++] = hash(pairBase + 1, length, kind, 0);
  out[o++] = hash(pairBase + 2, length, cue, 0);
  out[o++] = hash(pairBase + 3, length, focus, 0);
  out[o++] = hash(pairBase + 4, length, shapes, kind);
  out[o++] = hash(pairBase + 5, length, shapes, cue);
  out[o++] = hash(pairBase + 6, length, sharedInside, kind);
  out[o++] = hash(pairBase + 7, length, marks, kind);
  out[o++] = hash(pairBase + 8, length, marks, cue);
  out[o++] = hash(pairBase + 9, length, quantities, kind);
  out[o++] = hash(pairBase + 10, length, around, 0);
  out[o++] = hash(pairBase + 11, around, kind, 0);
  out[o++] = hash(pairBase + 12, around, marks, kind);
  out[o++] = hash(pairBase + 13, balance, quoted, kind);
  out[o++] = hash(pairBase + 14, single, unit[first]!, focus);
  out[o++] = hash(pairBase + 15, text[first - 1]!, text[last + 1]!, 0);
  out[o++] = hash(pairBase + 16, text[first - 1]!, shape[last + 1]!, kind);
  out[o++] = hash(pairBase + 17, text[last + 1]!, shape[first - 1]!, kind);
  out[o++] = hash(pairBase + 18, both, kind, single);
  out[o++] = hash(pairBase + 19, both, length, kind);
  out[o++] = hash(pairBase + 20, agrees, length, kind);
  out[o++] = hash(pairBase + 21, agrees, single, cue);
  out[o++] = hash(pairBase + 22, both, agrees, kind);
  out[o++] = hash(pairBase + 23, counted, kind, quoted);
  out[o++] = hash(pairBase + 24, counted, around, 0);
  out[o++] = hash(pairBase + 25, context.several, marks, kind);
  out[o++] = hash(pairBase + 26, context.several, around, quantities);
}

/** Templates are numbered apart: 0x1001 on for a start, 0x2001 on for an end, from here on for a whole. */
const pairBase = 0x3000;
const openMark = tokenShapes.indexOf('open');

function isMark(shape: number): boolean {
  return shape >= openMark;
}

/**
 * How a token agrees with what is asked for. Of a quantity: 1 to 4 from another type to the very unit, 5 when it agrees less
 * than another of the sentence. Of a word at the end of a span: 6 when it ends in the noun of the question (哪个学院 and
 * 理学院), 7 in its last character.
 */
function agreement({ context }: FeatureSource, at: number, side: Side): number {
  const { noun, tokens } = context;
  const token = tokens[at];
  if (!token) return 0;
  if (token.quantity) {
    const own = context.agreement[at]!;
    return own > 0 && own < context.bestAgreement ? 5 : own + 1;
  }
  if (side === 'start' || noun === '') return 0;
  if (token.text.endsWith(noun)) return 6;
  return token.text.at(-1) === noun.at(-1) ? 7 : 0;
}

/** 0: the question says no count; 1: a list of just so many things; 2: a list of another length; 3: no list. */
function countAgreement(
  { context, listCommas, conjunctions: joined }: FeatureSource,
  from: number,
  to: number,
): number {
  if (context.count === 0) return 0;
  const commas = listCommas[to]! - listCommas[from]!;
  const items = commas + joined[to]! - joined[from]! + 1;
  if (items === 1) return 3;
  return items === context.count || commas + 1 === context.count ? 1 : 2;
}

/** 0 to 13: one by one to eight tokens, then by ever wider steps. */
function lengthBucket(tokens: number): number {
  return tokens <= 8 ? tokens : Math.min(13, 6 + Math.floor(Math.log2(tokens)));
}

/** 0 to 7: how far a shared token is. */
function near(distance: number): number {
  return distance <= 4 ? distance : distance <= 8 ? 5 : distance <= 16 ? 6 : 7;
}

/** 0 to 14 for ten tokens before to ten tokens behind, 15 for no anchor. */
function anchorBucket(distance: number): number {
  if (distance === noAnchor) return 15;
  const far = Math.abs(distance);
  const bucket = far <= 4 ? far : far <= 7 ? 5 : far <= 12 ? 6 : 7;
  return distance < 0 ? 7 - bucket : 7 + bucket;
}

function clamp(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}

/** Mixes four numbers into one, with the finalizer of MurmurHash3. */
function hash(template: number, a: number, b: number, c: number): number {
  let h = Math.imul(template, 0x9e3779b1);
  h = Math.imul(h ^ a, 0x85ebca6b);
  h = Math.imul((h ^ (h >>> 13)) + b, 0xc2b2ae35);
  h = Math.imul((h ^ (h >>> 15)) + c, 0x27d4eb2f);
  return h ^ (h >>> 16);
}
