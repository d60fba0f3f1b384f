/** A checked quote as JSON, the contract of `presscite check --json`. */
import type { Span } from '../core/text/fold.js';
import type { Change, QuoteCheck, QuotedStretch, QuotePart, Stretch } from '../core/answer/quote-check.js';

/** One line of JSON; described in DESIGN.md. */
export function checkToJson({ text, verdict, parts }: QuoteCheck): string {
  return JSON.stringify({ text, verdict, parts: parts.map(partToJson) });
}

function partToJson(part: QuotePart) {
  return {
    verdict: part.verdict,
    pasted: range(part.pasted),
    stretches: part.stretches.map(stretchToJson),
    changes: part.changes.map(changeToJson),
    rewritten: part.rewritten.map(changeToJson),
    stitched: part.stitched,
    otherScript: part.otherScript,
    nearest: part.nearest && placeToJson(part.nearest),
  };
}

function stretchToJson(stretch: QuotedStretch) {
  const { pasted, differing, copies } = stretch;
  return {
    ...placeToJson(stretch),
    pasted: range(pasted),
    differing,
    copies: copies.map(placeToJson),
  };
}

function placeToJson({ release, ...place }: Stretch) {
  const { id, title, source, publishedOn, printedDate, url, file } = release;
  const { sentences, start, end, original, quote } = place;
  return {
    releaseId: id,
    title,
    source,
    publishedOn,
    printedDate,
    url,
    file,
    sentences,
    start,
    end,
    original,
    quote,
  };
}

function changeToJson({ pasted, original, ...change }: Change) {
  const { kind, stretch, pastedText, originalText } = change;
  return {
    kind,
    stretch,
    pasted: range(pasted),
    pastedText,
    original: range(original),
    originalText,
  };
}

function range({ start, end }: Span): [number, number] {
  return [start, end];
}
