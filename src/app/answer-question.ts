/** Answering a question: what it means, the sentences that answer it, and a language model's words where there is one. */
import type { Answer, AskQuestion, Citation, SentenceHit } from '../core/answer/answer.js';
import type { Offer } from '../core/draft/build-evidence.js';
import {
  composeRefusal,
  nearestSentences,
  type ComposedAnswer,
  type FoundPart,
} from '../core/compose/compose-answer.js';
import { composeFound } from '../core/compose/compose-found.js';
import { isOtherLanguage, type CorpusLanguage } from '../core/search/corpus-language.js';
import type { Embedder } from '../core/search/embedder.js';
import {
  findAnswer,
  type AnswerModels,
  type FoundAnswer,
  type FoundSentence,
} from '../core/ranking/find-answer.js';
import { findParts, type AnsweredPart } from '../core/ranking/find-parts.js';
import { fold, sourceSpan, type Folded, type FoldTables } from '../core/text/fold.js';
import { readerIn, readerOf, scriptOf, type ScriptConverter } from '../core/text/reader.js';
import { RecentValues } from '../core/recent-values.js';
import { retrieve, retrieveDefaults } from '../core/ranking/retrieve.js';
import type { SearchIndex } from '../core/search/search-index.js';
import { composeSmallTalk, understandQuestion } from '../core/conversation/understand-question.js';
import { wordings, type Wording } from '../core/answer/wording.js';
import type { Phraser, SearchQuestion } from './phrase-answer.js';

export interface AnswerDeps {
  readonly index: SearchIndex;
  readonly embedder: Embedder;
  readonly models: AnswerModels;
  readonly tables: FoldTables;
  readonly converter: ScriptConverter;
  /** The language of the corpus as it is now. */
  readonly language: () => CorpusLanguage;
  /** Phrases answers with a language model; absent without one. */
  readonly phraser?: Phraser | undefined;
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
const answerDefaults: AnswerOptions = { leastProbability: 0.35, nearest: 3, retrieved: 10 };

/** How many answers are remembered; they hold their citations and little else. Unmeasured. */
const mostRemembered = 500;

/** Makes the function that asks the corpus. */
export function createAskQuestion(
  { index, embedder, models, tables, converter, language, phraser, now }: AnswerDeps,
  { leastProbability, nearest, retrieved }: AnswerOptions = answerDefaults,
): AskQuestion {
  const offerCited = ({ release, sentence }: Citation): Offer => ({
    prepared: index.find(release.id)!.prepared,
    sentence: sentence - 1,
  });
  const isGood = ({ probability }: FoundAnswer): boolean => probability >= leastProbability;
  /** Extractive answers to the same question of the same corpus. */
  const quoted = new RecentValues<Answer>(mostRemembered);

  return async (message, options = {}) => {
    const started = now();
    const { history = [], about, language: ofChat } = options;
    const reader = ofChat
      ? await readerIn(ofChat, message, converter)
      : readerOf(message, converter);
    const wording = wordings[reader];
    const { topic, text, isFollowUp } = understandQuestion(
      message,
      history,
      tables,
      about !== undefined || (phraser !== undefined && history.length > 0),
    );
    const folded = fold(text, tables).text;
    let understood: string | null = null;
    let retrieveMs = 0;
    let parts: readonly FoundPart[] = [];
    const finish = (answer: ComposedAnswer & Partial<Answer>): Answer => ({
      reader,
      note: null,
      mode: 'extractive',
      retrieved: nearestSentences(parts, retrieved).map(toHit),
      ...answer,
      question: message,
      understood,
      timingsMs: { retrieve: retrieveMs, total: now() - started },
    });

    if (topic) return finish(composeSmallTalk(topic, message, reader, ofChat !== undefined));
    if (!/[\p{L}\p{N}]/u.test(folded)) return finish(refusal(wording.emptyQuestion));
    if (index.size === 0) return finish(refusal(wording.emptyCorpus));
    const toReader = await scriptOf(reader, converter);
    if (isFollowUp) {
      // The conversation may have been in both scripts.
      understood = reader === 'en' ? text : toReader(converter.toSimplified(text));
    }

    const asked = { question: text, isFollowUp, folded, tables, reader, wording, options };
    const key = JSON.stringify([text, reader, about ?? null, index.version]);
    const recalled = phraser ? phraser.recall(asked) : quoted.get(key);
    if (recalled) return finish(recalled);
    const phrasing = await phraser?.begin(asked);
    const searched = (await phrasing?.rewrite()) ?? asItStands(text);
    understood = searched.understood ?? understood;

    const search = fold(searched.query, tables);
    const searchStarted = now();
    const embedding = await embedder.embedQuery(search.text);
    options.signal?.throwIfAborted();
    // Nothing waits from here to the evidence: both see one version of the index.
    const releases = retrieve(index, search.text, embedding, {
      ...retrieveDefaults,
      ...(about && { only: about.releaseId }),
    });
    retrieveMs = now() - searchStarted;
    parts = findParts(search.text, releases, index, models, isGood).map((part) => ({
      ...part,
      label: labelOf(part, searched.query, search),
    }));
    const find = (question: string): FoundAnswer => findAnswer(question, releases, index, models);
    const composing = { tables, reader, wording, toReader, nearest };
    const extractive = composeFound(search.text, parts, { find, isGood }, composing);
    if (!phraser) {
      const isOther = isOtherLanguage(reader, language());
      const answer = finish(isOther ? withHelp(extractive, wording) : extractive);
      quoted.put(key, answer);
      return answer;
    }
    if (!phrasing) return finish({ ...extractive, note: wording.notes.overBudget });

    const phrased = await phrasing.phrase({
      toReader,
      understood,
      extractive,
      refusal: composeRefusal(parts, composing),
      offers: [
        ...extractive.citations.map(offerCited),
        ...nearestSentences(parts, Infinity).map(toOffer),
      ],
    });
    const answer = finish(phrased);
    phraser.remember(asked, answer);
    return answer;
  };
}

function refusal(reason: string): ComposedAnswer {
  return { kind: 'unanswerable', reason, text: reason, emphasis: [], citations: [] };
}

/** A refusal that says what helps when the releases are in another language than the question. */
function withHelp(answer: ComposedAnswer, { otherLanguage }: Wording): ComposedAnswer {
  if (answer.kind !== 'unanswerable') return answer;
  const reason = (answer.reason ?? '') + otherLanguage;
  return { ...answer, reason, text: answer.text.replace(answer.reason ?? '', () => reason) };
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

function toHit({ found, sentence, score }: FoundSentence): SentenceHit {
  return { release: found.prepared.release, sentence: sentence + 1, score };
}

function toOffer({ found, sentence }: FoundSentence): Offer {
  return { prepared: found.prepared, sentence };
}

function asItStands(query: string): SearchQuestion {
  return { query, understood: null };
}
