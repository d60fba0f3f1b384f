/** Inline mode: `@bot words` in any chat finds sentences; the chosen one is sent with its source. */
import { Composer } from 'grammy';
import type { Citation } from '../../core/answer/answer.js';
import type { CorpusView } from '../../core/answer/corpus-view.js';
import { newestFirst } from '../../core/corpus/newest-first.js';
import type { SearchSentences } from '../../core/answer/search-sentences.js';
import type { SentenceReferences } from '../../core/answer/sentence-reference.js';
import type { BotContext } from '../bot-context.js';
import { deepLink } from '../messages/deep-link.js';
import { inlineResult } from '../messages/inline-result.js';

/** Results on one page; Telegram takes 50 at most, https://core.telegram.org/bots/api#answerinlinequery. */
const resultsPerPage = 20;

/** Long enough that letters typed and deleted ask once, short enough that a new release is found soon. Unmeasured. */
const cacheSeconds = 60;

/** What the button above no results starts the bot with; it is no reference, so that /start greets. */
const startParameter = 'inline';

export interface InlineDeps {
  readonly corpus: CorpusView;
  readonly references: SentenceReferences;
  readonly search: SearchSentences;
}

export function inlineComposer({ corpus, references, search }: InlineDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();

  composer.on('inline_query', async (ctx) => {
    const query = ctx.inlineQuery.query.trim();
    const offset = Number(/^\d{1,6}$/.exec(ctx.inlineQuery.offset)?.[0] ?? 0);
    const { citations, hasMore } = find(query, offset);
    const results = citations.map((citation) => {
      const reference = references.of(citation);
      return inlineResult(citation, reference, deepLink(ctx.me.username, reference));
    });
    const isNothing = results.length === 0 && offset === 0;
    const isEmpty = corpus.releases().length === 0;
    const words = isEmpty ? ctx.say('inline-no-releases') : ctx.say('inline-nothing');
    await ctx.answerInlineQuery(results, {
      cache_time: cacheSeconds,
      // Results are the same for everybody who types this; only the button is in the person's language.
      is_personal: isNothing,
      next_offset: hasMore ? String(offset + resultsPerPage) : '',
      ...(isNothing && { button: { text: words, start_parameter: startParameter } }),
    });
  });

  function find(query: string, offset: number): { citations: readonly Citation[]; hasMore: boolean } {
    if (query === '') return openings(offset);
    const named = references.resolve(query);
    if (typeof named !== 'string') return { citations: offset === 0 ? [named] : [], hasMore: false };
    return search(query, offset, resultsPerPage);
  }

  /** The first sentences of the newest releases. */
  function openings(offset: number): { citations: readonly Citation[]; hasMore: boolean } {
    const releases = newestFirst(corpus.releases());
    const end = offset + resultsPerPage;
    const citations = releases
      .slice(offset, end)
      .map(({ id }) => corpus.sentence(id, 1))
      .filter((citation) => citation !== null);
    return { citations, hasMore: end < releases.length };
  }

  return composer;
}
