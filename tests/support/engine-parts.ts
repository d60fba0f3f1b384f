import { loadAnswerModels } from '../../src/adapters/model-files.js';
import { loadScriptConverter } from '../../src/adapters/script-converter.js';
import { createAskQuestion } from '../../src/app/answer-question.js';
import type { AskQuestion } from '../../src/core/answer.js';
import { foldedPassage, prepareRelease, type Release } from '../../src/core/corpus.js';
import { SearchIndex } from '../../src/core/search-index.js';
import { ExactVectorIndex } from '../../src/core/vector-index.js';
import { FakeEmbedder } from './fake-embedder.js';
import { tables } from './tables.js';

/** The learned models that come with presscite. */
export const models = await loadAnswerModels('models');

/** A release of a text that states nothing about itself. */
export function releaseOf(id: string, body: string): Release {
  return {
    id,
    title: null,
    source: null,
    reporters: [],
    publishedOn: null,
    printedDate: null,
    url: null,
    file: `${id}.txt`,
    body,
    offset: 0,
  };
}

/** Asks texts with the real models and a fake embedder. */
export async function askTexts(texts: Record<string, string>): Promise<AskQuestion> {
  const embedder = new FakeEmbedder();
  const index = new SearchIndex(new ExactVectorIndex());
  for (const [id, text] of Object.entries(texts)) {
    const prepared = prepareRelease(releaseOf(id, text), tables);
    const passages = prepared.passages.map((passage) => foldedPassage(prepared, passage));
    index.add([{ prepared, fingerprint: id, embeddings: await embedder.embedPassages(passages) }]);
  }
  return createAskQuestion({
    index,
    embedder,
    models,
    tables,
    converter: loadScriptConverter(),
    now: () => performance.now(),
  });
}
