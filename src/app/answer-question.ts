/** Answering a question without a language model: the sentences that answer, and the stretch of them that does. */
import type { Answer, AskQuestion, SentenceHit } from '../core/answer.js';
import {
  composeAnswer,
  nearestSentences,
  type ComposedAnswer,
  type FoundPart,
} from '../core/compose-answer.js';
import type { Embedder } from '../core/embedder.js';
import type { AnswerModels, FoundAnswer } from '../core/find-answer.js';
import { findParts, type AnsweredPart } from '../core/find-parts.js';
import { fold, sourceSpan, type Folded, type FoldTables } from '../core/fold.js';
import { readerOf, scriptOf, type ScriptConverter } from '../core/reader.js';
import { retrieve } from '../core/retrieve.js';
import type { SearchIndex } from '../core/search-index.js';
import { wordings } from '../core/wording.js';

export interface AnswerDeps {
  readonly index: SearchIndex;
  readonly embedder: Embedder;
  readonly models: AnswerModels;
  readonly tables: FoldTables;
  readonly converter: ScriptConverter;
  /** Milliseconds from any fixed moment. */
  readonly now: () => number;
}

export interface AnswerOptions {
  /** Below this probability, 0 to 1, a sentence is not given as an answer. */
  readonly leastProbability: number;
  /** How many of the nearest sentences a refusal cites. */
  readonly nearest: number;
  /** How many sentences `retrieved` lists. */
  readonly retrieved: number;
}

/**
 * leastProbability: on the single questions of tests/eval/seed.jsonl 0.2 answers 90 % and refuses 85 % as it should, 0.35 87 %
 * and 92 %, as do 0.32 to 0.4; a wrong answer costs its reader more than a refusal that shows the right sentence.
 */
export const answerDefaults: AnswerOptions = { leastProbability: 0.35, nearest: 3, retrieved: 10 };

/** Makes the function that asks the corpus. */
export function createAskQuestion(
  { index, embedder, models, tables, converter, now }: AnswerDeps,
  { leastProbability, nearest, retrieved }: AnswerOptions = answerDefaults,
): AskQuestion {
  const isGood = ({ probability }: FoundAnswer): boolean => probability >= leastProbability;

  return async (question) => {
    const started = now();
    const reader = readerOf(question, converter);
    const wording = wordings[reader];
    const folded = fold(question, tables);
    const finish = (
      answer: ComposedAnswer,
      found: readonly FoundPart[],
      retrieveMs: number,
    ): Answer => ({
      question,
      reader,
      mode: 'extractive',
      ...answer,
      retrieved: nearestSentences(found, retrieved).map(toHit),
      timingsMs: { retrieve: retrieveMs, total: now() - started },
    });
    if (folded.text.trim() === '') return finish(refusal(wording.emptyQuestion), [], 0);
    const toReader = await scriptOf(reader, converter);
    const embedding = await embedder.embedQuery(folded.text);
    // Nothing waits from here on: the answer sees one version of the index.
    if (index.size === 0) return finish(refusal(wording.emptyCorpus), [], 0);
    const releases = retrieve(index, folded.text, embedding);
    const retrieveMs = now() - started;
    const parts = findParts(folded.text, releases, index, models, isGood).map((part) => ({
      ...part,
      label: labelOf(part, question, folded),
    }));
    const options = { tables, wording, toReader, nearest };
    return finish(composeAnswer(parts, options), parts, retrieveMs);
  };
}

function refusal(reason: string): ComposedAnswer {
  return { kind: 'unanswerable', reason, text: reason, emphasis: [], citations: [] };
}

/** What a part asks for in the question's own words, without the words that ask. */
function labelOf({ label }: AnsweredPart, question: string, folded: Folded): string | null {
  if (label === null) return null;
  const { start, end } = sourceSpan(folded, label.start, label.end);
  const words = question.slice(start, end).trim();
  const subject = words.replace(askingWords, '').trim();
  return subject.length > 1 ? subject : words;
}

/** 「…一共是多少」 at the end of a part, in either script. */
const askingWords =
  /(?:一共|總共|总共|各自?|分別|分别|[是為为有占達达第在由叫又則则])*(?:多少|[幾几什甚]|[誰谁]|哪).*$|[呢嗎吗]?[?？]*$/u;

function toHit({ found, sentence, score }: FoundPart['answer']['sentences'][number]): SentenceHit {
  return { release: found.prepared.release, sentence: sentence + 1, score };
}
