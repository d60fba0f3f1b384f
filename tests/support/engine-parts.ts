import { loadAnswerModels } from '../../src/adapters/model-files.js';
import { loadScriptConverter } from '../../src/adapters/script-converter.js';
import { createAskQuestion } from '../../src/app/answer-question.js';
import type { Phraser } from '../../src/app/phrase-answer.js';
import type { AskQuestion } from '../../src/core/answer/answer.js';
import { languageOfIndex } from '../../src/core/search/corpus-language.js';
import { bareRelease, prepareRelease } from '../../src/core/corpus/corpus.js';
import { embedReleases } from '../../src/core/search/embed-releases.js';
import { SearchIndex } from '../../src/core/search/search-index.js';
import { ExactVectorIndex } from '../../src/core/search/vector-index.js';
import { FakeEmbedder } from './fake-embedder.js';
import { tables } from './tables.js';

/** The learned models that come with presscite. */
export const models = await loadAnswerModels('models');

/** Asks texts with the real models and a fake embedder. */
export async function askTexts(texts: Record<string, string>): Promise<AskQuestion> {
  return askIndex(await indexTexts(texts));
}

const embedder = new FakeEmbedder();

/** An index of texts, each a release of which nothing is known but its text. */
export async function indexTexts(texts: Record<string, string>): Promise<SearchIndex> {
  const index = new SearchIndex(new ExactVectorIndex());
  for (const [id, text] of Object.entries(texts)) await addText(index, id, text);
  return index;
}

export async function addText(index: SearchIndex, id: string, text: string): Promise<void> {
  const prepared = prepareRelease(bareRelease(id, text), tables);
  const [embeddings] = await embedReleases([prepared], embedder);
  index.add([{ prepared, fingerprint: id, embeddings: embeddings! }]);
}

/** Asks an index, with a language model where there is a phraser. */
export function askIndex(index: SearchIndex, phraser?: Phraser): AskQuestion {
  return createAskQuestion({
    index,
    embedder,
    models,
    tables,
    converter: loadScriptConverter(),
    language: languageOfIndex(index),
    phraser,
    now: () => performance.now(),
  });
}
