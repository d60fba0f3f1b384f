/** Where training starts: a table whose cosines already are an idf-weighted overlap of tokens. */
import { normal, type Random } from './random.js';
import { TokenTable } from './embedder-table.js';
import { specialTokens, type Piece } from './embedder-tokenizer.js';
import type { TokenPair } from './embedder-training.js';

/** The special tokens' vectors are this short: seen when nothing else is, and too short to turn any text. */
const specialLength = 0.001;

/**
 * First vectors: random directions, so that the cosine starts as the weighted share of common tokens, each as long as its
 * token's idf. A piece of several characters begins close to the characters it is made of.
 *
 * @param pieces the vocabulary in its order, without the special tokens
 */
export function createTable(
  pieces: readonly Piece[],
  pairs: readonly TokenPair[],
  dimensions: number,
  random: Random,
): TokenTable {
  const texts = [...specialTokens, ...pieces.map(([text]) => text)];
  const idf = inverseDocumentFrequencies(pairs, texts.length);
  const own = texts.map(() => Float32Array.from({ length: dimensions }, () => normal(random)));
  const idOf = new Map(texts.map((text, id) => [text, id]));
  const vectors = new Float32Array(texts.length * dimensions);
  for (const [id, text] of texts.entries()) {
    const special = id < specialTokens.length;
    const chars = special || text.length === 1 ? [] : [...text].flatMap((c) => idOf.get(c) ?? []);
    const direction = own[id]!.map(
      (value, d) => value + chars.reduce((sum, c) => sum + own[c]![d]!, 0) / (chars.length || 1),
    );
    const scale = (special ? specialLength : idf[id]!) / Math.hypot(...direction);
    vectors.set(
      direction.map((value) => value * scale),
      id * dimensions,
    );
  }
  return new TokenTable(vectors, dimensions);
}

/**
 * Between 0 for a token of every text and 1 for a token of none. Queries and passages count apart, and the commoner use
 * decides: question words are rare in passages and yet say nothing.
 */
function inverseDocumentFrequencies(pairs: readonly TokenPair[], rows: number): Float32Array {
  const inQueries = documentFrequencies(
    pairs.map(({ query }) => query),
    rows,
  );
  const inPassages = documentFrequencies(
    pairs.map(({ passage }) => passage),
    rows,
  );
  return inQueries.map(
    (n, token) => 1 - Math.log(1 + Math.max(n, inPassages[token]!)) / Math.log(1 + pairs.length),
  );
}

function documentFrequencies(texts: readonly Uint16Array[], rows: number): Float32Array {
  const frequencies = new Float32Array(rows);
  for (const tokens of texts) for (const token of new Set(tokens)) frequencies[token]!++;
  return frequencies;
}
