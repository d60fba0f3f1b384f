/** Which quantity of a sentence the words of the question govern, and which is the old and which the new value. */
import { pairRespectively } from './span-respectively.js';
import type { Token } from '../text/span-tokens.js';

/** Arrays over tokens; what is not a quantity of the asked type has rank 0, share 0 and role 0. */
export interface Attribution {
  /** Share of the question's shared characters that stand with the quantity, 0 to 255. */
  readonly share: Uint8Array;
  /** Place among the quantities of the asked type by `share`, from 1; equals share a place. */
  readonly rank: Uint8Array;
  /** Place among them by position, from 1. */
  readonly order: Uint8Array;
  /** 1: the value that something was (由X); 2: the one that it became (增长到Y); 0: neither. */
  readonly role: Uint8Array;
  /** In a list of figures that 分别 pairs with a list of things: 1 for that of the thing asked about, 2 for another; else 0. */
  readonly paired: Uint8Array;
  /** How many quantities of the asked type there are. */
  readonly count: number;
}

/** Characters behind a quantity say less about it than those before (63个项目,总投资…). */
const behindWeight = 0.6;
/** The weight of words in earlier clauses of the same sentence. */
const earlierWeight = 0.4;

/**
 * Attributes quantities.
 * @param mask how much of each character of the sentence the question shares, 0 to 1
 * @param shared 1 for each token of the sentence that the question shares
 * @param matches whether token `i` is a quantity of the asked type
 */
export function attribute(
  tokens: readonly Token[],
  mask: Float32Array,
  shared: Uint8Array,
  matches: (token: number) => boolean,
): Attribution {
  const places = [...tokens.keys()].filter(matches);
  const result = {
    share: new Uint8Array(tokens.length),
    rank: new Uint8Array(tokens.length),
    order: new Uint8Array(tokens.length),
    role: new Uint8Array(tokens.length),
    paired: pairRespectively(tokens, shared),
    count: places.length,
  };
  const total = Math.max(1, sum(mask, 0, mask.length));
  const shares = places.map((place, n) => governed(tokens, mask, places, place, n) / total);
  for (const [n, place] of places.entries()) {
    result.share[place] = Math.round(255 * Math.min(1, shares[n]!));
    result.rank[place] = 1 + shares.filter((other) => other > shares[n]! + 1e-9).length;
    result.order[place] = Math.min(n + 1, 255);
    result.role[place] = roleOf(tokens, place);
  }
  return result;
}

/** Shared characters between a quantity and its neighbours of the same type. */
function governed(
  tokens: readonly Token[],
  mask: Float32Array,
  places: readonly number[],
  place: number,
  n: number,
): number {
  const { start, end } = tokens[place]!;
  const floor = n === 0 ? 0 : tokens[places[n - 1]!]!.end;
  const ceiling = n + 1 < places.length ? tokens[places[n + 1]!]!.start : mask.length;
  let clause = floor;
  for (let i = place - 1; i >= 0 && tokens[i]!.start >= floor; i--) {
    if (endsClause(tokens[i]!)) {
      clause = tokens[i]!.end;
      break;
    }
  }
  let behind = end;
  for (let i = place + 1; i < tokens.length && tokens[i]!.end <= ceiling; i++) {
    if (endsClause(tokens[i]!) || tokens[i]!.quantity) break;
    behind = tokens[i]!.end;
  }
  return (
    sum(mask, clause, start) +
    earlierWeight * sum(mask, floor, clause) +
    behindWeight * sum(mask, end, behind)
  );
}

function endsClause({ shape }: Token): boolean {
  return shape === 'comma' || shape === 'stop';
}

function sum(mask: Float32Array, from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to; i++) total += mask[i]!;
  return total;
}

/** Tokens before a value that are passed over to find what introduces it: 由2017年的, 提高到2024年的. */
const reach = 5;

/** ICU joins 由 to the word before (落地|率由); 自由 and 理由 lead nowhere. */
const leadsFrom = /^[由从]$|(?<![自理经缘事])由$/u;

function roleOf(tokens: readonly Token[], place: number): 0 | 1 | 2 {
  for (let i = place - 1; i >= Math.max(0, place - reach); i--) {
    const { text, shape } = tokens[i]!;
    if (leadsFrom.test(text)) return 1;
    if (/[至到为]$/u.test(text)) return 2;
    if (shape !== 'date' && !/^[的第约近超]$/u.test(text)) return 0;
  }
  return 0;
}
