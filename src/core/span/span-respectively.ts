/** 制造业、高技术制造业分别占19.6%、50%: the n-th figure is the n-th thing's. */
import type { Token } from '../text/span-tokens.js';

const joins = new Set(['、', '和', '与', '及', '以及']);

/**
 * Pairs the figures behind each 分别 with the list of things before the first.
 *
 * @param shared 1 for each token that the question shares
 * @returns for each token 1 when it is the figure of the thing that the question names best, 2 when it is another's, 0 when
 * nothing is paired: no 分别, lists of different lengths, or a question that tells the things no better apart
 */
export function pairRespectively(tokens: readonly Token[], shared: Uint8Array): Uint8Array {
  const result = new Uint8Array(tokens.length);
  const marks = [...tokens.keys()].filter((i) => tokens[i]!.text === '分别');
  if (marks[0] === undefined) return result;
  const things = listBefore(tokens, marks[0]);
  if (things.length < 2) return result;
  const fits = things.map((thing) => fitOf(thing, tokens, shared));
  const best = Math.max(...fits);
  if (fits.filter((fit) => fit === best).length > 1) return result;
  for (const mark of marks) {
    const figures = figuresBehind(tokens, mark);
    if (figures.length !== things.length) continue;
    for (const [n, fit] of fits.entries()) result[figures[n]!] = fit === best ? 1 : 2;
  }
  return result;
}

/** The quantities between token `from` and the end of its clause, dates left out. */
function figuresBehind(tokens: readonly Token[], from: number): number[] {
  const ends = tokens.findIndex(
    ({ shape }, i) => i > from && (shape === 'comma' || shape === 'stop'),
  );
  return Array.from(
    { length: (ends === -1 ? tokens.length : ends) - from },
    (_, i) => from + i,
  ).filter((i) => tokens[i]!.quantity !== null && tokens[i]!.shape !== 'date');
}

/** Half-open ranges of tokens: the things listed right before token `end`, in order. */
function listBefore(tokens: readonly Token[], end: number): (readonly [number, number])[] {
  const things: [number, number][] = [];
  let to = end;
  let at = end;
  for (; at > 0; at--) {
    const { text, shape } = tokens[at - 1]!;
    if (shape === 'comma' || shape === 'stop') break;
    if (!joins.has(text)) continue;
    things.unshift([at, to]);
    to = at - 1;
  }
  things.unshift([at, to]);
  return things.length < 2 ? things : withoutCommonHead(tokens, things);
}

/** The last thing carries what all have in common (制造业、高技术制造业|增加值): it is cut where the first one ends. */
function withoutCommonHead(
  tokens: readonly Token[],
  things: readonly (readonly [number, number])[],
): (readonly [number, number])[] {
  const [from, to] = things.at(-1)!;
  const ending = tokens[things[0]![1] - 1]?.text;
  const seam = tokens.findLastIndex(({ text }, i) => i >= from && i < to && text === ending);
  return seam === -1 ? [...things] : [...things.slice(0, -1), [from, seam + 1]];
}

/** Characters of a thing that the question shares, less those that it does not. */
function fitOf(
  [from, to]: readonly [number, number],
  tokens: readonly Token[],
  shared: Uint8Array,
): number {
  return tokens
    .slice(from, to)
    .reduce((sum, { text }, i) => sum + (shared[from + i] ? text.length : -text.length), 0);
}
