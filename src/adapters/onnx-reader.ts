/** The reader's model: how a question and a window become ids, and logits become spans. */
import type { Entailment, SpanReading, Window, WindowReading } from '../core/read/reader-model.js';
import { readBeside, sigmoid, type OnnxModel } from './onnx-model.js';
import { cutIntoPieces, type Piece } from './text-pieces.js';

// As in training/reader.py.
const mostQuestion = 56;
const mostHeader = 40;
const mostTokens = 256;

/** In pieces: 99 % of the answers that the reader is trained on are no longer. */
const longestSpan = 70;
const mostSpans = 3;

export interface OnnxReader {
  readonly id: string;
  /** As `read` of the port, of one window. */
  read(question: string, window: Window): Promise<WindowReading>;
  /** As `support` of the port, of one claim. */
  support(claim: Entailment): Promise<number>;
}

interface Calibration {
  readonly support?: { readonly scale: number; readonly bias: number };
}

export async function createOnnxReader(model: OnnxModel): Promise<OnnxReader> {
  const { scale, bias } = (await readBeside<Calibration>(model, 'calibration.json'))?.support ?? {
    scale: 1,
    bias: 0,
  };
  const { tokenizer } = model;
  const begin = tokenizer.model.tokens_to_ids.get(tokenizer.getToken('cls_token')!)!;
  const separator = tokenizer.sep_token_id;

  async function run(question: string, { header, text }: Window): Promise<Reading> {
    const idsOf = (part: string, most: number): number[] =>
      cutIntoPieces(tokenizer, part)
        .slice(0, most)
        .map(({ id }) => id);
    const asked = [begin, ...idsOf(question, mostQuestion), separator];
    const head = [...asked, ...idsOf(header, mostHeader), separator];
    const pieces = cutIntoPieces(tokenizer, text).slice(0, mostTokens - 1 - head.length);
    const ids = [...head, ...pieces.map(({ id }) => id), separator];
    const outputs = await model.run(ids, asked.length);
    const [starts, ends, verdict] = ['start_logits', 'end_logits', 'verdict'].map(
      (name) => outputs[name]!.data as Float32Array,
    );
    return {
      pieces,
      none: starts![0]! + ends![0]!,
      starts: starts!.subarray(head.length),
      ends: ends!.subarray(head.length),
      verdict: verdict![1]! - verdict![0]!,
    };
  }

  return {
    id: model.id,
    async read(question, window) {
      const reading = await run(question, window);
      return { spans: bestSpans(reading, window.text), yes: sigmoid(reading.verdict) };
    },
    async support({ claim, premise }) {
      const { verdict } = await run(claim, { header: '', text: premise });
      return sigmoid(scale * verdict + bias);
    },
  };
}

/** What the model says of a window; logits are by piece. */
interface Reading {
  readonly pieces: readonly Piece[];
  readonly starts: Float32Array;
  readonly ends: Float32Array;
  /** Start and end logit of «this window does not answer». */
  readonly none: number;
  /** Log-odds of yes. */
  readonly verdict: number;
}

/** The best spans of whole pieces that share none, best first, without white space at their ends. */
export function bestSpans({ pieces, starts, ends, none }: Omit<Reading, 'verdict'>, text: string): SpanReading[] {
  const isWord = (at: number): boolean => /\S/u.test(text[at]!);
  const trimmed = pieces.map(({ start, end }) => {
    while (start < end && !isWord(start)) start++;
    while (start < end && !isWord(end - 1)) end--;
    return { start, end };
  });
  const isBlank = trimmed.map(({ start, end }) => start === end);
  const isTaken = pieces.map(() => false);
  const spans: SpanReading[] = [];
  while (spans.length < mostSpans) {
    let best: { i: number; j: number; score: number } | null = null;
    for (let i = 0; i < pieces.length; i++) {
      if (isBlank[i]) continue;
      for (let j = i; j < Math.min(i + longestSpan, pieces.length) && !isTaken[j]; j++) {
        const score = starts[i]! + ends[j]! - none;
        if (!isBlank[j] && (!best || score > best.score)) best = { i, j, score };
      }
    }
    if (!best) break;
    const { start, end } = { start: trimmed[best.i]!.start, end: trimmed[best.j]!.end };
    spans.push({ start, end, score: best.score });
    pieces.forEach((piece, k) => (isTaken[k] ||= piece.start < end && piece.end > start));
  }
  return spans;
}
