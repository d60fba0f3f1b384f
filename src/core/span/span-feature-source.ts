/** A question and a sentence as numbers, from which the features of answer spans are hashed. */
import { askedTypes } from './span-asked.js';
import type { SpanContext } from './span-context.js';
import { tokenShapes, type Token } from '../text/span-tokens.js';

/** The numbers that features are made of, computed once per question and sentence.  */
export interface FeatureSource {
  readonly size: number;
  readonly context: SpanContext;
  /** The number of the type that is asked for. */
  readonly kind: number;
  /** The phase asked for and whether several things are: 0 to 5. */
  readonly phase: number;
  readonly cue: number;
  readonly focus: number;
  /** The asking word with the two characters before it. */
  readonly asked: number;
  /** These six hold token `i` at `i + edgeMargin`. */
  readonly text: Int32Array;
  readonly shape: Uint8Array;
  readonly unit: Int32Array;
  readonly firstChar: Uint16Array;
  readonly lastChar: Uint16Array;
  readonly shared: Uint8Array;
  /** Sums before token `i`. */
  readonly commas: Uint16Array;
  readonly conjunctions: Uint16Array;
  readonly listCommas: Uint16Array;
  readonly quantities: Uint16Array;
}

/** Tokens of the edge on either side, so that looking two tokens out needs no test. */
export const edgeMargin = 2;
const conjunctions = new Set(['和', '与', '及', '以及', '或', 'and']);

/** Takes apart what the features need. */
export function featureSource(context: SpanContext): FeatureSource {
  const { tokens, question, asked } = context;
  const { text, cue, focus } = question;
  const at = cue === '' ? text.length : text.indexOf(cue);
  const padded = <T extends Uint8Array | Uint16Array | Int32Array>(
    array: T,
    valueOf: (token: Token, i: number) => number,
  ): T => {
    for (const [i, token] of tokens.entries()) array[i + edgeMargin] = valueOf(token, i);
    return array;
  };
  const length = tokens.length + 2 * edgeMargin;
  return {
    size: tokens.length,
    context,
    kind: askedTypes.indexOf(asked.type),
    phase: [null, 'before', 'now'].indexOf(asked.phase) * 2 + context.several,
    cue: hashText(cue),
    focus: hashText(context.noun || focus),
    asked: hashText(text.slice(Math.max(0, at - 2), at + cue.length)),
    text: padded(new Int32Array(length), (token) => hashText(token.text)),
    shape: padded(new Uint8Array(length), (token) => tokenShapes.indexOf(token.shape)),
    unit: padded(new Int32Array(length), ({ quantity }) => hashText(quantity?.unit ?? '')),
    firstChar: padded(new Uint16Array(length), (token) => token.text.charCodeAt(0)),
    lastChar: padded(new Uint16Array(length), (token) =>
      token.text.charCodeAt(token.text.length - 1),
    ),
    shared: padded(new Uint8Array(length), (_, i) => context.shared[i]!),
    commas: sums(tokens, ({ shape }) => shape === 'comma' || shape === 'stop'),
    conjunctions: sums(tokens, ({ text: word }) => conjunctions.has(word)),
    listCommas: sums(tokens, ({ shape }) => shape === 'listComma'),
    quantities: sums(tokens, ({ quantity }) => quantity !== null),
  };
}

function sums(tokens: readonly Token[], counts: (token: Token) => boolean): Uint16Array {
  const result = new Uint16Array(tokens.length + 1);
  for (const [i, token] of tokens.entries()) result[i + 1] = result[i]! + (counts(token) ? 1 : 0);
  return result;
}

/** FNV-1a; 0 for an empty text, so that an edge equals no word. */
function hashText(text: string): number {
  if (text === '') return 0;
  let result = 0x811c9dc5 | 0;
  for (let i = 0; i < text.length; i++) {
    result = Math.imul(result ^ text.charCodeAt(i), 0x01000193);
  }
  return result;
}
