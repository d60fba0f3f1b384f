/** Features of a whole stretch as plain numbers, for the trees that choose among the likeliest. */
import { askedTypes } from './span-asked.js';
import type { Stretch } from './span-candidates.js';
import { noAnchor } from './span-context.js';
import { edgeMargin as margin, type FeatureSource } from './span-feature-source.js';
import { tokenShapes } from '../text/span-tokens.js';

/** A stretch with what the linear model says of it; `logit` is the sum of the three. */
export interface JudgedStretch extends Stretch {
  readonly startScore: number;
  readonly endScore: number;
  readonly pairScore: number;
  readonly logit: number;
}

/** The features by name, in the order of their columns. */
const stretchFeatures = [
  'style', 'type', 'phase', 'count', 'logitLag', 'rank', 'startLag', 'endLag', 'pairLag', 'tokens', 'characters', 'firstAgreement',
  'lastAgreement', 'bestAgreement', 'agreeing', 'disagreeing', 'govern', 'governRank', 'governOrder', 'governCount', 'firstRole',
  'lastRole', 'firstDated', 'lastDated', 'anchorStart', 'anchorEnd', 'sinceShared', 'untilShared', 'sharedInside', 'sharedShare',
  'clauseRank', 'commas', 'listCommas', 'shapeBefore', 'shapeBehind', 'shapeFirst', 'shapeLast', 'sameBefore', 'sameBehind',
  'opensClause', 'closesClause', 'quoted', 'depth', 'place', 'nounBehind', 'nounEnd', 'sharedBefore', 'sharedBehind', 'persons',
  'counted', 'cutsList', 'paired', 'clauseShare', 'nearBefore', 'nearBehind', 'cuePlace', 'halfQuoted', 'several',
] as const; // prettier-ignore

export const stretchFeatureCount = stretchFeatures.length;

const shapeOf = (name: (typeof tokenShapes)[number]): number => tokenShapes.indexOf(name);
const edge = shapeOf('edge');
const comma = shapeOf('comma');
const stop = shapeOf('stop');
const listComma = shapeOf('listComma');
const open = shapeOf('open');
const close = shapeOf('close');
/** So many tokens beside a stretch are near; unmeasured. */
const nearTokens = 6;
/** Features of distance end here: farther is as far. */
const far = 30;

/** The best of each score in a sentence, so that features compare within it. */
interface BestScores {
  readonly start: number;
  readonly end: number;
  readonly pair: number;
  readonly logit: number;
}

/** The best of each score among some stretches. */
function bestScores(stretches: readonly JudgedStretch[]): BestScores {
  const best = (scoreOf: (stretch: JudgedStretch) => number): number =>
    stretches.reduce((most, stretch) => Math.max(most, scoreOf(stretch)), -Infinity);
  return {
    start: best(({ startScore }) => startScore),
    end: best(({ endScore }) => endScore),
    pair: best(({ pairScore }) => pairScore),
    logit: best(({ logit }) => logit),
  };
}

/**
 * Writes the features of a stretch.
 * @param style how much is to be marked: 0 the bare answer, 1 the clause around it
 * @param rank place among the stretches by the linear model, from 0
 * @param out receives {@link stretchFeatureCount} numbers from `offset` on
 */
function writeStretchFeatures(
  source: FeatureSource,
  stretch: JudgedStretch,
  { best, rank, style }: { best: BestScores; rank: number; style: number },
  out: Float32Array,
  offset: number,
): void {
  const { context, shape } = source;
  const { tokens, attribution, agreement, bestAgreement, depth } = context;
  const { from, to } = stretch;
  const last = to - 1;
  const [before, behind] = [shape[from - 1 + margin]!, shape[to + margin]!];
  const [agreeing, disagreeing, governing, persons] = inside(source, from, to);
  const shared = context.sharedBefore[to]! - context.sharedBefore[from]!;
  const lists = source.listCommas[to]! - source.listCommas[from]!;
  let o = offset;
  out[o++] = style;
  out[o++] = askedTypes.indexOf(context.asked.type);
  out[o++] = source.phase;
  out[o++] = context.count;
  out[o++] = best.logit - stretch.logit;
  out[o++] = rank;
  out[o++] = best.start - stretch.startScore;
  out[o++] = best.end - stretch.endScore;
  out[o++] = best.pair - stretch.pairScore;
  out[o++] = to - from;
  out[o++] = tokens[last]!.end - tokens[from]!.start;
  out[o++] = tokens[from]!.quantity ? agreement[from]! : -1;
  out[o++] = tokens[last]!.quantity ? agreement[last]! : -1;
  out[o++] = bestAgreement;
  out[o++] = agreeing;
  out[o++] = disagreeing;
  out[o++] = governing < 0 ? -1 : attribution.share[governing]!;
  out[o++] = governing < 0 ? 0 : attribution.rank[governing]!;
  out[o++] = governing < 0 ? 0 : attribution.order[governing]!;
  out[o++] = attribution.count;
  out[o++] = attribution.role[from]!;
  out[o++] = attribution.role[last]!;
  out[o++] = context.dateAgreement[from]!;
  out[o++] = context.dateAgreement[last]!;
  out[o++] = anchorDistance(context.fromAnchor[from]!);
  out[o++] = anchorDistance(context.fromAnchor[last]!);
  out[o++] = Math.min(far, context.sinceShared[from]!);
  out[o++] = Math.min(far, context.untilShared[last]!);
  out[o++] = shared;
  out[o++] = shared / (to - from);
  out[o++] = context.clauseRank[from]!;
  out[o++] = source.commas[to]! - source.commas[from]!;
  out[o++] = lists;
  out[o++] = before;
  out[o++] = behind;
  out[o++] = shape[from + margin]!;
  out[o++] = shape[last + margin]!;
  out[o++] = context.sameBefore[from]!;
  out[o++] = context.sameBehind[to]!;
  out[o++] = boundsClause(before) ? 1 : 0;
  out[o++] = boundsClause(behind) ? 1 : 0;
  out[o++] = before === open && behind === close ? 1 : 0;
  out[o++] = depth[from]!;
  out[o++] = from / tokens.length;
  out[o++] = context.nounBehind[to]!;
  out[o++] = context.noun !== '' && tokens[last]!.text.endsWith(context.noun) ? 1 : 0;
  out[o++] = source.shared[from - 1 + margin]!;
  out[o++] = source.shared[to + margin]!;
  out[o++] = persons;
  out[o++] = context.count === 0 || lists === 0 ? 0 : lists + 1 === context.count ? 1 : -1;
  out[o++] = before === listComma || behind === listComma ? 1 : 0;
  out[o++] = governing < 0 ? 0 : attribution.paired[governing]!;
  out[o++] = context.clauseShare[from]!;
  out[o++] = context.sharedBefore[from]! - context.sharedBefore[Math.max(0, from - nearTokens)]!;
  out[o++] =
    context.sharedBefore[Math.min(tokens.length, to + nearTokens)]! - context.sharedBefore[to]!;
  out[o++] = context.question.cueStart / Math.max(1, context.question.text.length);
  out[o++] = depth[from]! > 0 && (before === open) !== (behind === close) ? 1 : 0;
  out[o++] = context.several;
}

/** How many quantities inside agree best and how many do not, the last that agrees (-1 for none), and the names. */
function inside(
  { context: { tokens, agreement, bestAgreement } }: FeatureSource,
  from: number,
  to: number,
): [agreeing: number, disagreeing: number, governing: number, persons: number] {
  let [agreeing, disagreeing, governing, persons] = [0, 0, -1, 0];
  for (let i = from; i < to; i++) {
    if (tokens[i]!.shape === 'person') persons++;
    if (!tokens[i]!.quantity) continue;
    if (bestAgreement > 0 && agreement[i] === bestAgreement) {
      agreeing++;
      governing = i;
    } else disagreeing++;
  }
  return [agreeing, disagreeing, governing, persons];
}

function anchorDistance(distance: number): number {
  return distance === noAnchor ? far + 1 : Math.max(-far, Math.min(far, distance));
}

/** Whether a token beside a stretch, by its shape, is where a clause begins or ends. */
function boundsClause(shape: number): boolean {
  return shape === edge || shape === comma || shape === stop;
}

/**
 * The features of all stretches of a sentence, row by row.
 * @param stretches best first
 */
export function writeAllStretches(
  source: FeatureSource,
  stretches: readonly JudgedStretch[],
  style: number,
): Float32Array {
  const best = bestScores(stretches);
  const rows = new Float32Array(stretches.length * stretchFeatureCount);
  for (const [rank, stretch] of stretches.entries()) {
    writeStretchFeatures(source, stretch, { best, rank, style }, rows, rank * stretchFeatureCount);
  }
  return rows;
}
