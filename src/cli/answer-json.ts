/** One answer as the line of JSON that the terminal's contract promises. */
import type { Answer, Citation, SentenceHit } from '../core/answer/answer.js';

/** @param id the id of the question in a batch; null for a single question */
export function answerToJson(answer: Answer, id: string | null): string {
  const {
    question,
    understood,
    kind,
    reason,
    note,
    mode,
    text,
    citations,
    retrieved,
    timingsMs,
    usage,
  } = answer;
  return JSON.stringify({
    id,
    question,
    understood,
    kind,
    reason,
    note,
    mode,
    text,
    citations: citations.map(citationToJson),
    retrieved: retrieved.map(hitToJson),
    ...(usage && { usage }),
    timingsMs: { retrieve: round(timingsMs.retrieve), total: round(timingsMs.total) },
  });
}

function citationToJson(citation: Citation): object {
  const { n, release, sentence, start, end, original, quote, highlight } = citation;
  const { id: releaseId, title, source, publishedOn, url, file } = release;
  return {
    n,
    releaseId,
    title,
    source,
    publishedOn,
    printedDate: release.printedDate,
    url,
    file,
    sentence,
    start,
    end,
    original,
    quote,
    highlight,
  };
}

function hitToJson({ release, sentence, score }: SentenceHit): object {
  return { releaseId: release.id, sentence, score };
}

/** To hundredths. */
function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}
