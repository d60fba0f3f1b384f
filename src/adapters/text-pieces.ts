/**
 * The pieces of a text with where each came from, as the fast tokenizer of Python gives them. The library gives no
 * offsets, so this normalises the text part by part, splits it before each space, and has each word cut by the model.
 */
import type { PreTrainedTokenizer } from './onnx-model.js';

/** A piece from `[start, end)` of the text; what lies before a piece is white space that the tokenizer drops. */
export interface Piece {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/** Stands for a space in a piece, and before the first word. */
const space = '▁';

/** @returns the pieces of a text in order; their ranges never go back, and two are one where a character gave both */
export function cutIntoPieces(tokenizer: PreTrainedTokenizer, text: string): Piece[] {
  const { normal, starts, ends } = normalise(tokenizer, text);
  if (!normal) return [];
  const spaced = normal.replaceAll(' ', space);
  const added = spaced.startsWith(space) ? 0 : 1;
  const pieces: { id: number; start: number; end: number }[] = [];
  const { model, unk_token_id: unknown } = tokenizer;
  let at = -added;
  for (const word of (added ? space + spaced : spaced).split(/(?=▁)/u)) {
    for (const content of model.encode([word])) {
      // The space that is added before the text stands for its first character, as in training.
      const start = starts[Math.max(at, 0)]!;
      at += content.length;
      const end = ends[Math.max(at - 1, 0)]!;
      const id = model.tokens_to_ids.get(content) ?? unknown;
      const last = pieces.at(-1);
      // Unknown characters of a word that follow one another are one piece.
      if (id === unknown && last?.id === unknown && !content.startsWith(space)) last.end = end;
      else pieces.push({ id, start, end });
    }
  }
  return pieces;
}

/** The text as the tokenizer normalises it; unit `i` of it came from `[starts[i], ends[i])`. */
function normalise({ normalizer }: PreTrainedTokenizer, text: string) {
  let normal = '';
  const starts: number[] = [];
  const ends: number[] = [];
  // White space that becomes one space, and marks with what they stand on, are normalised together.
  for (const { 0: part, index } of text.matchAll(/\s+|\P{M}\p{M}*|\p{M}+/gu)) {
    const units = normalizer.normalize(part);
    normal += units;
    for (let i = 0; i < units.length; i++) {
      starts.push(index);
      ends.push(index + part.length);
    }
  }
  return { normal, starts, ends };
}
