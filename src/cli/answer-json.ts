/** One answer as the line of JSON that the terminal's contract promises. */
import type { Answer, Citation, SentenceHit } from '../core/answer/answer.js';

/**
 * The contract's fields in its order, further ones behind them.
 * @param id the id of the question in a batch; null for a single question
 */
export function answerToJson(answer: Answer, id: string | number | null): string {
  const { question, kind, confidence, reason, mode, text, timingsMs } = answer;
  return JSON.stringify({
    id,
    question,
    kind,
    confidence,
    reason,
    mode,
    text,
    citations: answer.citations.map(citationToJson),
    retrieved: answer.retrieved.map(hitToJson),
    timingsMs: {
      retrieve: round(timingsMs.retrieve),
      read: round(timingsMs.read),
      total: round(timingsMs.total),
    },
    understood: answer.understood,
    note: answer.note,
    usage: answer.usage,
    trace: answer.trace,
  });
}

/** What stands for the answer to a question that could not be asked: a refusal with the `error`. */
export function failureToJson(id: string | number | null, question: string, error: string): string {
  return JSON.stringify({
    id,
    question,
    kind: 'unanswerable',
    confidence: 0,
    reason: error,
    mode: 'extractive',
    text: error,
    citations: [],
    retrieved: [],
    timingsMs: { retrieve: 0, read: 0, total: 0 },
    error,
  });
}

function citationToJson(citation: Citation): object {
  const { n, release, sentence, start, end, original, quote, highlight } = citation;
  const { id: releaseId, title, source, publishedOn, url, file, printedDate } = release;
  return {
    n,
    releaseId,
    title,
    source,
    publishedOn,
    url,
    file,
    sentence,
    start,
    end,
    original,
    quote,
    highlight,
    under: [],
    printedDate,
  };
}

function hitToJson({ release, sentence, score }: SentenceHit): object {
  return { releaseId: release.id, sentence, score };
}

/** To hundredths. */
function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}
