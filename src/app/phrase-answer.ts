/** Phrasing with a language model: the cache, the daily budget, the account and the log around the generated answer. */
import type { Answer, AskOptions } from '../core/answer/answer.js';
import { buildEvidence, evidenceDefaults, type Offer } from '../core/draft/build-evidence.js';
import type { CorpusLanguage } from '../core/search/corpus-language.js';
import { isOtherLanguage } from '../core/search/corpus-language.js';
import type { DailyCounts } from '../core/stores/daily-counts.js';
import type { FoldTables } from '../core/text/fold.js';
import { isOfConversation } from '../core/conversation/is-of-conversation.js';
import { languageNames } from '../core/draft/language-names.js';
import type { LanguageModel } from '../core/model/language-model.js';
import { remedyFor, type ModelFailure } from '../core/model/model-failure.js';
import type { ReaderModel } from '../core/read/reader-model.js';
import type { Prompts } from '../core/draft/prompt.js';
import type { Reader } from '../core/text/reader.js';
import { refersBack } from '../core/conversation/refers-back.js';
import { RecentValues } from '../core/recent-values.js';
import type { SearchIndex } from '../core/search/search-index.js';
import { withoutModel } from '../core/compose/settle-draft.js';
import type { Prices, Usage } from '../core/model/usage.js';
import type { Wording } from '../core/answer/wording.js';
import { generateAnswer, type GenerateRequest } from './generate-answer.js';
import { openSession } from './model-session.js';
import { rewriteQuestion } from './rewrite-question.js';

export interface PhraserDeps {
  readonly model: LanguageModel;
  /** Judges what the model claims; null where its runtime cannot load. */
  readonly readerModel: ReaderModel | null;
  readonly prompts: Prompts;
  readonly index: SearchIndex;
  readonly languageOfCorpus: () => CorpusLanguage;
  readonly counts: DailyCounts;
  readonly now: () => number;
  /** Today's ISO date, UTC. */
  readonly today: () => string;
  /** One event with its fields, none of them a text of a person, a release or a model. */
  readonly log: (event: string, fields: Record<string, unknown>) => void;
}

export interface PhraserOptions {
  /** For all calls of one question together, in milliseconds. */
  readonly timeoutMs: number;
  /** What the evidence may take of the prompt. */
  readonly evidenceTokens: number;
  readonly prices: Prices;
  /** Generated answers for a person in a day; null without a limit. */
  readonly mostADay: number | null;
}

/** A question that a person asks. */
export interface Asked {
  /** On its own already where rules could complete it. */
  readonly question: string;
  /** Whether rules have completed it. */
  readonly isFollowUp: boolean;
  /** The question, folded. */
  readonly folded: string;
  readonly tables: FoldTables;
  readonly reader: Reader;
  readonly wording: Wording;
  readonly options: AskOptions;
}

/** What a model's part in an answer came to. */
export type PhrasedAnswer = Pick<
  Answer,
  'kind' | 'confidence' | 'reason' | 'note' | 'mode' | 'text' | 'emphasis' | 'citations' | 'nearest'
> & { readonly usage: Usage };

/** What to search with. */
export interface SearchQuestion {
  /** In the releases' language, on its own. */
  readonly query: string;
  /** The same when the question was a follow-up, otherwise null. */
  readonly understood: string | null;
}

/** What was found for a question. */
export interface FoundForPhrasing extends Pick<GenerateRequest, 'toReader' | 'extractive' | 'refusal' | 'understood'> {
  /** The sentences to choose the evidence from, best first. */
  readonly offers: readonly Offer[];
}

/** The model's part in the answer to one question. */
export interface Phrasing {
  readonly rewrite: () => Promise<SearchQuestion>;
  readonly phrase: (found: FoundForPhrasing) => Promise<PhrasedAnswer>;
}

export interface Phraser {
  /** What the same question was answered before, as long as the corpus has not changed. */
  readonly recall: (asked: Asked) => Answer | undefined;
  /** Keeps an answer for {@link recall}, if it is one that a model phrased, wholly, to a question that stands on its own. */
  readonly remember: (asked: Asked, answer: Answer) => void;
  /** Begins to answer; null when the person has had today's answers. */
  readonly begin: (asked: Asked) => Promise<Phrasing | null>;
}

/** How many answers are remembered. Unmeasured: they hold their citations and little else. */
const mostRemembered = 500;

/** Makes the phraser of a corpus. */
export function createPhraser(
  { model, readerModel, prompts, index, languageOfCorpus, counts, now, today, log }: PhraserDeps,
  { timeoutMs, evidenceTokens, prices, mostADay }: PhraserOptions,
): Phraser {
  const remembered = new RecentValues<Answer>(mostRemembered);
  const versions = Object.values(prompts).map(({ name, version }) => `${name} ${version}`);
  /** The key of a question, as the corpus was when it was begun. */
  const keys = new WeakMap<Asked, string>();
  function keyOf(asked: Asked): string {
    const { folded, reader, options } = asked;
    const known = keys.get(asked);
    if (known !== undefined) return known;
    const { about = null, why = false } = options;
    const key = JSON.stringify([folded.trim(), reader, about, why, index.version, model.id, versions]);
    keys.set(asked, key);
    return key;
  }

  return {
    recall: (asked) => (leansOnHistory(asked) ? undefined : remembered.get(keyOf(asked))),
    remember(asked, answer) {
      const isLasting = answer.mode === 'generated' && answer.note === null;
      if (!isLasting || leansOnHistory(asked)) return;
      const { usage: _, ...kept } = answer;
      remembered.put(keyOf(asked), kept);
    },
    async begin(asked) {
      const { question, tables, reader, wording, options } = asked;
      const { person, chat, signal, history = [], onProgress } = options;
      const day = today();
      const isLimited = mostADay !== null && person !== undefined;
      if (isLimited && (await counts.count(person, day)) >= mostADay) return null;
      const started = now();
      const session = openSession(model, { timeoutMs, prices, now, signal });
      let failed: ModelFailure | null = null;

      return {
        async rewrite() {
          const followsUp = leansOnHistory(asked);
          const language = languageOfCorpus();
          const isOther = isOtherLanguage(reader, language);
          if (!followsUp && !isOther) return { query: question, understood: null };
          const rewritten = await rewriteQuestion(
            {
              question,
              history: followsUp ? history : [],
              language: languageNames[isOther && language !== 'mixed' ? language : reader],
            },
            session,
            prompts,
          );
          failed = rewritten.failure;
          const query = rewritten.question ?? question;
          if (!followsUp || query === question) return { query, understood: null };
          if (isOfConversation(query, question, history, tables)) return { query, understood: query };
          // In another language the names are others, too: it is searched with, but neither shown nor answered.
          return { query: isOther ? query : question, understood: null };
        },

        async phrase(found) {
          const evidence = buildEvidence(found.offers, {
            ...evidenceDefaults,
            tables,
            tokens: evidenceTokens,
          });
          const said = { question, reader, wording, tables, readerModel, evidence };
          const request = { ...found, ...said, chat, signal, onProgress };
          const { answer, report } = failed
            ? { answer: withoutModel(request, failed), report: null }
            : await generateAnswer(request, session, prompts);
          const { failure, ...phrased } = answer;
          const usage = session.usage();
          if (failure) log('model-failed', { model: model.id, ...failure, remedy: remedyFor(failure) });
          else if (isLimited) await counts.add(person, day);
          log('answer-phrased', {
            model: model.id,
            mode: phrased.mode,
            kind: phrased.kind,
            ...report,
            ...usage,
            ms: Math.round(now() - started),
          });
          return { ...phrased, usage };
        },
      };
    },
  };
}

/** Whether a question refers to what was said before and rules could not complete it. */
function leansOnHistory({ isFollowUp, folded, options: { history = [] } }: Asked): boolean {
  return !isFollowUp && history.length > 0 && refersBack(folded);
}
