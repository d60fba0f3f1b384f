/** Randomness that a seed repeats. */

/** A number in [0, 1). */
export type Random = () => number;

/** Mulberry32 (Tommy Ettinger, public domain): 2^32 numbers before it repeats, enough for shuffles and first values. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A normally distributed number with mean 0 and variance 1 (Box and Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Shuffles in place (Fisher and Yates). */
export function shuffle(items: unknown[], random: Random): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j], items[i]];
  }
}

/** A copy in random order. */
export function shuffled<T>(values: readonly T[], seed: number): T[] {
  const copy = [...values];
  shuffle(copy, createRandom(seed));
  return copy;
}

/** A stable number for a text (FNV-1a): folds must not depend on the order of files. */
export function stableHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
