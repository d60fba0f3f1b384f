import { loadScriptConverter } from '../../src/adapters/script-converter.js';
import { createAskQuestion, type AnswerDeps } from '../../src/app/answer-question.js';
import { embedMissing } from '../../src/app/embed-missing.js';
import type { AskQuestion } from '../../src/core/answer/answer.js';
import { bareRelease, prepareRelease } from '../../src/core/corpus/corpus.js';
import { SearchIndex } from '../../src/core/search/search-index.js';
import { ExactVectorIndex } from '../../src/core/search/vector-index.js';
import { FakeEmbedder } from './fake-embedder.js';
import { fakeReader, type FakeAnswers } from './fake-reader.js';
import { tables } from './tables.js';

const converter = loadScriptConverter();
const embedder = new FakeEmbedder();
const now = () => performance.now();

/** An index of texts, each a release of which nothing is known but its text. */
export async function indexTexts(texts: Record<string, string>): Promise<SearchIndex> {
  const index = new SearchIndex(new ExactVectorIndex());
  for (const [id, text] of Object.entries(texts)) await addText(index, id, text);
  return index;
}

export async function addText(index: SearchIndex, id: string, text: string): Promise<void> {
  index.add([{ prepared: prepareRelease(bareRelease(id, text), tables), fingerprint: id }]);
  await embedMissing(index, { embedder, save: () => Promise.resolve(), now });
}

/** Asks texts with a fake embedder and a fake reader, which knows the answers. */
export async function askTexts(texts: Record<string, string>, answers: FakeAnswers = {}): Promise<AskQuestion> {
  return askIndex(await indexTexts(texts), { reader: fakeReader([], answers) });
}

/** The same for an index; the probability of an answer is the reader's own. */
export function askIndex(index: SearchIndex, deps: Pick<AnswerDeps, 'reader' | 'phraser'>): AskQuestion {
  return createAskQuestion({
    index,
    embedder,
    calibration: { weights: { logit: 1 }, bias: 0 },
    tables,
    converter,
    now,
    ...deps,
  });
}
