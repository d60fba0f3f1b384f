/** A small corpus asked with the real models, the real SDK, and a scripted server in place of a language model. */
import { createMemoryDailyCounts } from '../../src/adapters/memory-daily-counts.js';
import { loadOpenAiModel, type OpenAiOptions } from '../../src/adapters/openai-model.js';
import { loadPrompts } from '../../src/adapters/prompt-files.js';
import { createPhraser, type PhraserOptions } from '../../src/app/phrase-answer.js';
import type { AskQuestion } from '../../src/core/answer/answer.js';
import { languageOfIndex } from '../../src/core/search/corpus-language.js';
import { SearchIndex } from '../../src/core/search/search-index.js';
import { askIndex, indexTexts } from './engine-parts.js';
import type { OpenAiServer } from './openai-server.js';

export interface AskedModel {
  readonly ask: AskQuestion;
  readonly index: SearchIndex;
  /** What was logged, oldest first. */
  readonly events: Record<string, unknown>[];
  /** The day that the daily budget sees. */
  day: string;
}

export const prompts = await loadPrompts('prompts');

export async function askWithModel(
  corpus: Record<string, string> | SearchIndex,
  server: OpenAiServer,
  options: Partial<PhraserOptions> & Partial<OpenAiOptions> = {},
): Promise<AskedModel> {
  const index = corpus instanceof SearchIndex ? corpus : await indexTexts(corpus);
  const model = await loadOpenAiModel({
    apiKey: 'sk-test-0123456789',
    baseUrl: server.baseUrl,
    model: 'scripted',
    temperature: 0,
    backoffMs: 5,
    ...options,
  });
  const events: Record<string, unknown>[] = [];
  const asked = { index, events, day: '2026-01-01' };
  const phraser = createPhraser(
    {
      model,
      prompts,
      index,
      languageOfCorpus: languageOfIndex(index),
      counts: createMemoryDailyCounts(),
      now: () => performance.now(),
      today: () => asked.day,
      log: (event, fields) => events.push({ event, ...fields }),
    },
    {
      timeoutMs: 5000,
      evidenceTokens: 2000,
      prices: { perMillionIn: 1, perMillionOut: 4 },
      mostADay: null,
      ...options,
    },
  );
  return Object.assign(asked, { ask: askIndex(index, phraser) });
}
