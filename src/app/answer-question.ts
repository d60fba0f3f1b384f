/** Answering a question: what it means, what is found and read for it, and a language model's words where there is one. */
import type { Answer, AskOptions, AskQuestion, Citation } from '../core/answer/answer.js';
import type { Offer } from '../core/draft/build-evidence.js';
import { composeRefusal, type ComposedAnswer, type FoundPart } from '../core/compose/compose-answer.js';
import { composeFound } from '../core/compose/compose-found.js';
import { composeSmallTalk, understandQuestion } from '../core/conversation/understand-question.js';
import { findAnswer, type FindDeps, type FoundSentence } from '../core/read/find-answer.js';
import { findParts, type AnsweredPart } from '../core/read/find-parts.js';
import { traceOf } from '../core/read/trace.js';
import { RecentValues } from '../core/recent-values.js';
import type { Embedder } from '../core/search/embedder.js';
import { retrieve, retrieveDefaults, type RetrievedRelease } from '../core/search/retrieve.js';
import type { SearchIndex } from '../core/search/search-index.js';
import { fold, sourceSpan, type Folded, type FoldTables } from '../core/text/fold.js';
import { readerIn, readerOf, scriptOf, type ScriptConverter } from '../core/text/reader.js';
import { wordings } from '../core/answer/wording.js';
import type { Phraser, SearchQuestion } from './phrase-answer.js';

export interface AnswerDeps extends FindDeps {
  readonly index: SearchIndex;
  /** Null when the model cannot run: then only words are searched. */
  readonly embedder: Embedder | null;
  readonly tables: FoldTables;
  readonly converter: ScriptConverter;
  /** Phrases answers with a language model; absent without one. */
  readonly phraser?: Phraser | undefined;
  /** Milliseconds from any fixed moment. */
  readonly now: () => number;
}

/** How many sentences `retrieved` lists. */
const mostRetrieved = 10;

/** How many answers are remembered; they hold their citations and little else. Unmeasured. */
const mostRemembered = 500;

/** Nobody asks that much; what is longer is cut before it is read, so that no message takes long. In UTF-16 units. */
const longestQuestion = 500;

/** Makes the function that asks the corpus. */
export function createAskQuestion(deps: AnswerDeps): AskQuestion {
  const { index, embedder, tables, converter, phraser, now } = deps;
  /** Extractive answers to the same question of the same corpus. */
  const quoted = new RecentValues<Answer>(mostRemembered);

  return async (asked, options = {}) => {
    const started = now();
    const message = asked.slice(0, longestQuestion);
    const { history = [], about, language: ofChat } = options;
    const reader = ofChat ? await readerIn(ofChat, message, converter) : readerOf(message, converter);
    const wording = wordings[reader];
    const { topic, text, isFollowUp } = understandQuestion(
      message,
      history,
      tables,
      about !== undefined || (phraser !== undefined && history.length > 0),
    );
    const folded = fold(text, tables).text;
    let understood: string | null = null;
    const ms = { retrieve: 0, read: 0 };
    let parts: readonly FoundPart[] = [];
    const finish = (answer: ComposedAnswer & Partial<Answer>): Answer => ({
      reader,
      note: null,
      mode: 'extractive',
      retrieved: bestSentences(parts, mostRetrieved).map(toHit),
      ...answer,
      question: asked,
      understood,
      timingsMs: { ...ms, total: now() - started },
    });

    if (topic) return finish(composeSmallTalk(topic, message, reader, ofChat !== undefined));
    if (!/[\p{L}\p{N}]/u.test(folded)) return finish(refusal(wording.emptyQuestion));
    if (index.size === 0) return finish(refusal(wording.emptyCorpus));
    const toReader = await scriptOf(reader, converter);
    if (isFollowUp) {
      // The conversation may have been in both scripts.
      understood = reader === 'en' ? text : toReader(converter.toSimplified(text));
    }

    const request = { question: text, isFollowUp, folded, tables, reader, wording, options };
    const key = JSON.stringify([text, reader, about ?? null, options.why ?? false, index.version]);
    const recalled = phraser ? phraser.recall(request) : quoted.get(key);
    if (recalled) return finish(recalled);
    const phrasing = await phraser?.begin(request);
    const searched = (await phrasing?.rewrite()) ?? asItStands(text);
    understood = searched.understood ?? understood;

    const search = fold(searched.query, tables);
    const searchStarted = now();
    const embedding = (await embedder?.embedQuery(search.text, readOptionsOf(options))) ?? null;
    options.signal?.throwIfAborted();
    const releases = retrieve(index, search.text, embedding, {
      ...retrieveDefaults,
      ...(about && { only: about.releaseId }),
    });
    ms.retrieve = now() - searchStarted;
    const readStarted = now();
    const find = (question: string) => findAnswer(question, releases, deps, readOptionsOf(options));
    const found = await findParts(search.text, find);
    parts = found.map((part) => ({ ...part, label: labelOf(part, searched.query, search) }));
    const composing = { tables, reader, wording, toReader, releases: releasesOf(releases) };
    const extractive = {
      ...(await composeFound(search.text, parts, find, composing)),
      ...(options.why && { trace: traceOf(search.text, releases, found) }),
    };
    ms.read = now() - readStarted;
    if (!phraser) {
      const answer = finish(extractive);
      quoted.put(key, answer);
      return answer;
    }
    if (!phrasing) return finish({ ...extractive, note: wording.notes.overBudget });

    const phrased = await phrasing.phrase({
      toReader,
      understood,
      extractive,
      refusal: composeRefusal(composing),
      offers: [
        ...extractive.citations.flatMap((citation) => offerCited(citation, index)),
        ...bestSentences(parts, Infinity),
      ],
    });
    const answer = finish({ ...phrased, ...(extractive.trace && { trace: extractive.trace }) });
    phraser.remember(request, answer);
    return answer;
  };
}

function readOptionsOf({ signal, chat, person }: AskOptions) {
  return { signal, chat: chat ?? person };
}

function releasesOf(found: readonly RetrievedRelease[]) {
  return found.map(({ prepared }) => prepared.release);
}

/** A cited sentence, unless its release has changed meanwhile. */
function offerCited({ release, sentence }: Citation, index: SearchIndex): Offer[] {
  const prepared = index.find(release.id)?.prepared;
  return prepared?.release === release ? [{ prepared, sentence: sentence - 1 }] : [];
}

/** The best sentences of all parts, best first. */
function bestSentences(parts: readonly FoundPart[], count: number): FoundSentence[] {
  const best = new Map<string, FoundSentence>();
  for (const sentence of parts.flatMap(({ answer }) => answer.sentences)) {
    const key = `${sentence.prepared.release.id} ${sentence.sentence}`;
    if ((best.get(key)?.score ?? -1) < sentence.score) best.set(key, sentence);
  }
  return [...best.values()].toSorted((a, b) => b.score - a.score).slice(0, count);
}

function refusal(reason: string): ComposedAnswer {
  return {
    kind: 'unanswerable',
    confidence: 0,
    reason,
    text: reason,
    emphasis: [],
    citations: [],
    nearest: [],
  };
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

function toHit({ prepared, sentence, score }: FoundSentence) {
  return { release: prepared.release, sentence: sentence + 1, score };
}

function asItStands(query: string): SearchQuestion {
  return { query, understood: null };
}
