/** A checked quote as messages: the verdict, what differs, and beneath it the original, folded away. */
import type { Citation } from '../../core/answer/answer.js';
import type { QuoteCheck, QuotePart, Stretch } from '../../core/answer/quote-check.js';
import {
  citedStretches,
  copiesOf,
  distinctParts,
  isFaithful,
  toldChanges,
  type CitedStretches,
  type ToldChange,
} from '../../core/answer/quote-digest.js';
import {
  below,
  clipLine,
  countLinkLike,
  isVisible,
  packMessages,
  styled,
  type FormattedText,
} from './formatted-text.js';
import { quotePiece } from './quote-piece.js';
import type { Say } from '../texts.js';

/** What is shown of a long text; the rest is counted. A piece of these stays far below 4,096 units and 100 entities. */
const limits = { parts: 6, stretches: 4, changes: 6, words: 120, excerpt: 60, links: 20 } as const;

/** A place that is shown, under its mark `[n]`. */
export interface MarkedStretch {
  readonly n: number;
  readonly stretch: Stretch;
}

/** The places that {@link checkMessages} shows, in their order. */
export function shownStretches(check: QuoteCheck): MarkedStretch[] {
  return distinctParts(check)
    .slice(0, limits.parts)
    .flatMap((part) => part.nearest ?? shownOf(part).map(([first]) => first))
    .map((stretch, i) => ({ n: i + 1, stretch }));
}

/**
 * Formats a check as one or more messages, to be sent in this order.
 *
 * Guarantees for any check: no text is empty, longer than 4,096 UTF-16 units or in need of trimming; entities lie within
 * their text, split no surrogate pair, overlap only inside a blockquote and are at most 100 a message.
 */
export function checkMessages(check: QuoteCheck, say: Say): readonly FormattedText[] {
  const parts = distinctParts(check);
  const isSingle = parts.length === 1;
  const pieces: FormattedText[] = [bold(say(`verdict-${check.verdict}`))];
  let n = 1;
  for (const part of parts.slice(0, limits.parts)) {
    if (!isSingle) pieces.push(partHeading(check.text, part, say));
    const details = detailsOf(part, say);
    if (isSingle && details) pieces[0] = below(pieces[0]!, details);
    else if (details) pieces.push(details);
    if (part.nearest) {
      const quote = quotePiece(asCitation(part.nearest, n++), say('answer-shortened'));
      pieces.push(plain(say('check-nearest')), quote);
    }
    for (const cited of shownOf(part)) pieces.push(citedPiece(cited, n++, say));
  }
  const hidden = parts.length - limits.parts;
  if (hidden > 0) pieces.push(plain(say('check-more', { count: hidden })));
  return packMessages(pieces);
}

function shownOf(part: QuotePart): readonly CitedStretches[] {
  return part.nearest ? [] : citedStretches(part).slice(0, limits.stretches);
}

/** `「…」` and its verdict, where a text has several parts. */
function partHeading(text: string, { pasted, verdict }: QuotePart, say: Say): FormattedText {
  const opening = shortened(text.slice(pasted.start, pasted.end), limits.excerpt);
  return plain(`「${opening}」 ${say(`verdict-${verdict}`)}`);
}

/** The differences, each on a line of its own; null when there is nothing to tell. */
function detailsOf(part: QuotePart, say: Say): FormattedText | null {
  const lines = [
    ...toldChanges(part.changes)
      .slice(0, limits.changes)
      .map((told) => changeLine(told, say)),
    ...toldChanges(part.rewritten)
      .slice(0, limits.changes)
      .map(({ change: { originalText, pastedText } }) =>
        plain(`${spaced(say('check-rewritten'))}${words(originalText) || '…'} = ${words(pastedText) || '…'}`),
      ),
    ...(part.stitched && part.verdict !== 'stitched' ? [plain(say('verdict-stitched'))] : []),
    ...(part.otherScript && isFaithful(part.verdict) ? [plain(say('check-other-script'))] : []),
  ];
  const [first, ...rest] = lines;
  return first ? rest.reduce(below, first) : null;
}

/**
 * `数字：951.64億元 → 915.64亿元`: the original in bold, what stands in its place struck through; words in another order once.
 */
function changeLine({ change, times }: ToldChange, say: Say): FormattedText {
  const { kind, originalText, pastedText } = change;
  const [original, pasted] = [words(originalText), words(pastedText)];
  const label = spaced(say(`change-${kind}`));
  const often = times > 1 ? ` ×${times}` : '';
  if (original === '') return marked(label + spaced(say('check-put-in')), [[pasted || '…', 'strikethrough']], often);
  if (pasted === '') return marked(label + spaced(say('check-left-out')), [[original, 'bold']], often);
  if (kind === 'order') return marked(label, [[pasted, 'strikethrough']], often);
  const sides = [
    [original, 'bold'],
    [pasted, 'strikethrough'],
  ] as const;
  return marked(label, sides, often);
}

/** Labels end with their punctuation; a Latin one wants a space behind it. */
function spaced(label: string): string {
  return /[\p{Script=Latin}:]$/u.test(label) ? `${label} ` : label;
}

function marked(
  label: string,
  values: readonly (readonly [string, 'bold' | 'strikethrough'])[],
  ending: string,
): FormattedText {
  let text = label;
  const entities = values.map(([value, style], i) => {
    if (i > 0) text += ' → ';
    const start = text.length;
    text += value;
    return styled(style, start, text.length);
  });
  return { text: text + ending, entities };
}

/** The words of a difference, in one line that can be sent; `…` stands for words that nobody can see. */
function words(text: string): string {
  const line = shortened(text, limits.words);
  return text === '' || isVisible(line) ? line : '…';
}

/** One line without more links than a piece may have. */
function shortened(text: string, length: number): string {
  let line = clipLine(text, length);
  for (let size = length; countLinkLike(line) > limits.links && size > 1;) {
    size = Math.floor(size / 2);
    line = clipLine(text, size);
  }
  return line;
}

/** The stretches of a sentence like a citation of an answer, what was pasted otherwise in bold, and how many places hold the same. */
function citedPiece(cited: CitedStretches, n: number, say: Say): FormattedText {
  const [first, ...rest] = cited;
  let { quote } = first;
  const differing = [...first.differing];
  for (const stretch of rest) {
    quote += '…';
    const shift = quote.length;
    differing.push(...stretch.differing.map(([from, to]) => [from + shift, to + shift] as const));
    quote += stretch.quote;
  }
  const citation = asCitation({ ...first, quote }, n, differing);
  const piece = quotePiece(citation, say('answer-shortened'));
  const copies = copiesOf(cited).length;
  return copies === 0 ? piece : below(piece, plain(say('check-copies', { count: copies })));
}

function asCitation(
  { release, sentences: [sentence], start, end, original, quote }: Stretch,
  n: number,
  highlight: Citation['highlight'] = [],
): Citation {
  // A message cannot begin with a quote that nobody sees.
  const shown = isVisible(quote) ? { quote, highlight } : { quote: '…', highlight: [] };
  return { n, release, sentence, start, end, original, ...shown };
}

function plain(text: string): FormattedText {
  return { text, entities: [] };
}

function bold(text: string): FormattedText {
  return { text, entities: [styled('bold', 0, text.length)] };
}
