/** Stretches that two texts have in common, and the chain of them that explains a quote best. */

/** `quote.slice(q, q + length) === texts[source].slice(t, t + length)`, and it cannot be made longer. */
export interface CommonStretch {
  readonly source: number;
  readonly q: number;
  readonly t: number;
  readonly length: number;
}

/** Runs that repeat in the quote more often than this say little about where it is from. */
const mostRepeats = 16;
/** Beyond this many the shortest are left out: the chain compares all with all. */
const mostStretches = 400;

/**
 * Finds the common stretches of a quote and some texts.
 * @param least their least length, at least 2
 */
export function findCommonStretches(quote: string, texts: readonly string[], least: number): CommonStretch[] {
  const size = Math.min(least, 3);
  const positions = gramPositions(quote, size);
  const found: CommonStretch[] = [];
  for (const [source, text] of texts.entries()) {
    const reached = new Map<number, number>(); // by diagonal: where in the text the last stretch ended
    for (let t = 0; t + size <= text.length; t++) {
      for (const q of positions.get(gramAt(text, t, size)) ?? []) {
        if ((reached.get(t - q) ?? 0) > t) continue;
        let length = size;
        while (q + length < quote.length && quote[q + length] === text[t + length]) length++;
        reached.set(t - q, t + length);
        if (length >= least) found.push({ source, q, t, length });
      }
    }
  }
  if (found.length <= mostStretches) return found;
  return found.sort((a, b) => b.length - a.length).slice(0, mostStretches);
}

function gramPositions(text: string, size: number): Map<number, number[]> {
  const positions = new Map<number, number[]>();
  for (let i = 0; i + size <= text.length; i++) {
    const gram = gramAt(text, i, size);
    const known = positions.get(gram);
    if (!known) positions.set(gram, [i]);
    else if (known.length < mostRepeats) known.push(i);
  }
  return positions;
}

/** At most three code units in one number: 48 bits, so that no two share one. */
function gramAt(text: string, at: number, size: number): number {
  let gram = 0;
  for (let i = at; i < at + size; i++) gram = gram * 0x10000 + text.charCodeAt(i);
  return gram;
}

/** What a chain costs where it leaves the text's order, in characters that the next stretch must gain. */
export interface ChainCosts {
  /** Going back, or on to a far place of the same text. */
  readonly jump: number;
  /** For every character of the text that is passed over, at most `jump`. */
  readonly skipped: number;
}

/** A quote of another text costs a little more than one of the same, so that copies do not share a quote. */
const otherText = 2;

/**
 * Chooses the stretches that together explain most of the quote, in the order of the quote and without overlap.
 * Each is cut so that it begins after the one before it.
 */
export function chainStretches(stretches: readonly CommonStretch[], costs: ChainCosts): CommonStretch[] {
  const sorted = stretches.toSorted((a, b) => a.q - b.q || a.t - b.t);
  const score = sorted.map(({ length }) => length);
  const before = sorted.map(() => -1);
  for (const [i, next] of sorted.entries()) {
    for (let k = 0; k < i; k++) {
      const last = sorted[k]!;
      const overlap = overlapOf(last, next);
      if (overlap >= next.length) continue;
      const gained = next.length - overlap;
      const total = score[k]! + gained - costOf(last, next, overlap, costs);
      if (total > score[i]!) {
        score[i] = total;
        before[i] = k;
      }
    }
  }
  let at = score.indexOf(Math.max(...score));
  const chain: CommonStretch[] = [];
  for (; at !== -1; at = before[at]!) chain.push(sorted[at]!);
  return chain.toReversed().reduce<CommonStretch[]>((cut, next) => {
    const last = cut.at(-1);
    const overlap = last ? overlapOf(last, next) : 0;
    cut.push({
      ...next,
      q: next.q + overlap,
      t: next.t + overlap,
      length: next.length - overlap,
    });
    return cut;
  }, []);
}

/** How much of the start of `next` the stretch before it has used: of the quote, and of the text where both overlap there. */
function overlapOf(last: CommonStretch, next: CommonStretch): number {
  const inQuote = Math.max(0, last.q + last.length - next.q);
  if (last.source !== next.source || next.t < last.t) return inQuote;
  const inText = last.t + last.length - next.t;
  return inText < next.length ? Math.max(inQuote, inText) : inQuote;
}

function costOf(last: CommonStretch, next: CommonStretch, overlap: number, { jump, skipped }: ChainCosts): number {
  if (last.source !== next.source) return jump + otherText;
  const passed = next.t + overlap - (last.t + last.length);
  return passed < 0 ? jump : Math.min(jump, 1 + skipped * passed);
}
