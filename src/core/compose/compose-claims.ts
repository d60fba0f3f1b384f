/** Composing a generated answer: verified claims become one text with numbered citations. */
import type { Answer } from '../answer/answer.js';
import { writeCalculations, type CalculationTextOptions } from './calculation-text.js';
import type { Statement } from './checked-draft.js';
import { CitationList } from '../answer/cite.js';
import { highlightsOf } from './claim-highlights.js';
import { findQuotations } from '../verify/claim-quotes.js';
import { foldedSentence } from '../corpus/corpus.js';
import { fold } from '../text/fold.js';
import type { VerifiedClaim } from '../verify/verify-claim.js';
import type { Wording } from '../answer/wording.js';

export interface ClaimOptions extends CalculationTextOptions {
  readonly wording: Wording;
  /** Words that are the answer proper, in the reader's script, such as the extractive answer's; they are emphasised where they stand. */
  readonly answering: readonly string[];
}

/** The first sentence stands on a line of its own: it answers, the others explain. */
export function composeClaims(
  statements: readonly Statement[],
  options: ClaimOptions,
): Pick<Answer, 'text' | 'emphasis' | 'citations'> {
  const citations = new CitationList();
  const emphasis: [number, number][] = [];
  let text = '';
  for (const [i, statement] of statements.entries()) {
    text += ['', '\n'][i] ?? options.wording.space;
    const from = text.length;
    if ('cited' in statement) text += writeClaim(statement, citations, options);
    else {
      const written = writeCalculations([statement], citations, options);
      text += written.text;
      for (const [start, end] of written.emphasis) emphasis.push([from + start, from + end]);
    }
  }
  for (const words of options.answering) {
    const at = text.indexOf(words);
    if (at !== -1) emphasis.push([at, at + words.length]);
  }
  return {
    text,
    emphasis: disjoint(emphasis),
    citations: citations.toCitations(options.tables),
  };
}

/** The claim in the reader's script, with its marks. */
function writeClaim(
  { text, cited }: VerifiedClaim,
  citations: CitationList,
  { tables, wording, toReader }: ClaimOptions,
): string {
  const folded = fold(text, tables).text;
  const marks = cited.map(({ prepared, sentence }) => {
    const spans = highlightsOf(folded, foldedSentence(prepared, sentence));
    return citations.mark(prepared, sentence, ...spans);
  });
  return closed(outsideQuotes(text, toReader), wording) + wording.space + marks.join('');
}

/** Converts all but what stands between quotation marks: that is the original's. */
function outsideQuotes(text: string, convert: (text: string) => string): string {
  let converted = '';
  let at = 0;
  for (const { start, end } of findQuotations(text)) {
    converted += convert(text.slice(at, start)) + text.slice(start, end);
    at = end;
  }
  return converted + convert(text.slice(at));
}

/** A sentence that ends as one does. */
function closed(text: string, { fullStop }: Wording): string {
  const open = text.replace(/[\s,，、;；:：]+$/u, '');
  return /[。．.!！?？…」』”"]$/u.test(open) ? open : open + fullStop;
}

function disjoint(ranges: readonly [number, number][]): [number, number][] {
  let end = 0;
  return ranges
    .toSorted((a, b) => a[0] - b[0])
    .filter(([start, stop]) => {
      if (start < end) return false;
      end = stop;
      return true;
    });
}
