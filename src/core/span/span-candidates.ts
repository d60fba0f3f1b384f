/** Which stretches of a sentence may be the answer. */
import type { SpanContext } from './span-context.js';
import type { Token } from '../text/span-tokens.js';

/** Tokens `[from, to)`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const beginsNone = new Set(['comma', 'listComma', 'stop', 'colon', 'close']);
const endsNone = new Set(['comma', 'listComma', 'stop', 'colon', 'open']);

/** Whether a stretch reads as one: no mark at its edges that belongs outside, every bracket and quotation closed. */
export function isWellFormed({ tokens, depth }: SpanContext, { from, to }: Stretch): boolean {
  if (beginsNone.has(tokens[from]!.shape) || endsNone.has(tokens[to - 1]!.shape)) return false;
  if (depth[from] !== depth[to]) return false;
  for (let i = from + 1; i < to; i++) if (depth[i]! < depth[from]!) return false;
  return depth[from] === 0 || !cutsQuotedList(tokens, from, to);
}

/** “高端装备、新能源、先进|半导体”: whether a list inside of a quotation is cut within one of its parts. */
function cutsQuotedList(tokens: readonly Token[], from: number, to: number): boolean {
  const isList = tokens.slice(from, to).some(({ shape }) => shape === 'listComma');
  return isList && !(isMark(tokens[from - 1]) && isMark(tokens[to]));
}

function isMark(token: Token | undefined): boolean {
  return token === undefined || beginsNone.has(token.shape) || endsNone.has(token.shape);
}

/**
 * The stretches that have the form of an answer whatever their words: each quantity of the asked type and each pair of
 * neighbours of them, each name, the inside of each quotation, each clause and the run of its listed parts.
 *
 * @param mostTokens longer stretches are left out
 */
export function formedStretches(context: SpanContext, mostTokens: number): Stretch[] {
  const { tokens, depth } = context;
  const found: Stretch[] = [...quantityStretches(context)];
  let clause = 0;
  const opened: number[] = [];
  for (const [i, { shape }] of tokens.entries()) {
    if (shape === 'person' || shape === 'foreign') found.push({ from: i, to: i + 1 });
    if (shape === 'open') opened.push(i + 1);
    if (shape === 'close') found.push({ from: opened.pop() ?? i, to: i });
    const last = i + 1 === tokens.length;
    const ends = shape === 'comma' || shape === 'stop';
    if ((ends || last) && depth[i] === 0) {
      found.push({ from: clause, to: ends ? i : i + 1 });
      clause = i + 1;
    }
  }
  return found.filter(({ from, to }) => to > from && to - from <= mostTokens);
}

function quantityStretches({ tokens, agreement, bestAgreement }: SpanContext): Stretch[] {
  if (bestAgreement === 0) return [];
  const places = [...tokens.keys()].filter((i) => agreement[i] === bestAgreement);
  return places.flatMap((place, n) => {
    const next = places[n + 1];
    const alone = { from: place, to: place + 1 };
    return next === undefined || crossesStop(tokens, place, next)
      ? [alone]
      : [alone, { from: place, to: next + 1 }];
  });
}

function crossesStop(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ shape }) => shape === 'stop');
}
