/** The trace of a question: how its answer came about, for `--why`. */
import type { PartTrace, Trace } from '../answer/answer.js';
import type { RetrievedRelease } from '../search/retrieve.js';
import { tierOf } from './decide.js';
import type { FoundAnswer } from './find-answer.js';

export function traceOf(
  question: string,
  releases: readonly RetrievedRelease[],
  parts: readonly { readonly question: string; readonly answer: FoundAnswer }[],
): Trace {
  return { question, parts: parts.map((part) => traceOfPart(part, releases)) };
}

function traceOfPart(
  { question, answer }: { readonly question: string; readonly answer: FoundAnswer },
  releases: readonly RetrievedRelease[],
): PartTrace {
  return {
    question,
    releases: releases.map(({ prepared: { release }, score, by }) => ({
      id: release.id,
      title: release.title,
      score,
      by,
    })),
    windows: answer.read.map(({ window, reading: { spans, yes } }) => {
      const [best] = spans;
      const { first, last } = window.passage.passage;
      return {
        releaseId: window.found.prepared.release.id,
        sentences: [first + 1, last + 1],
        score: best?.score ?? -Infinity,
        span: best ? window.text.slice(best.start, best.end) : '',
        yes,
      };
    }),
    features: answer.features,
    probability: answer.probability,
    tier: tierOf(answer.probability),
  };
}
