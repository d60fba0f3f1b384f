/**
 * `npx tsx src/train/measure-retrieval.ts --data DIR [--set NAME] [--limit 500] [--model models/presscite-static]`: how often
 * retrieval alone, without the sentence ranker, has a gold release among the first.
 */
import { parseArgs } from 'node:util';
import { listEvalSets, readEvalSet } from '../adapters/eval-files.js';
import { loadFoldTables } from '../adapters/han-tables.js';
import { loadTransformersEmbedder } from '../adapters/transformers-embedder.js';
import { prepareRelease } from '../core/corpus/corpus.js';
import { embedReleases } from '../core/search/embed-releases.js';
import type { Embedder } from '../core/search/embedder.js';
import { fold } from '../core/text/fold.js';
import { mean, median } from '../core/averages.js';
import { reciprocalRank } from '../core/measures/measures.js';
import type { EvalSet } from '../core/measures/outcome-measures.js';
import { retrieve } from '../core/ranking/retrieve.js';
import { SearchIndex } from '../core/search/search-index.js';
import { ExactVectorIndex } from '../core/search/vector-index.js';

const tables = loadFoldTables();

/** One row of the table. */
async function measure(
  { name, releases, questions }: EvalSet,
  embedder: Embedder,
  limit: number,
): Promise<string> {
  const prepared = releases.map((release) => prepareRelease(release, tables));
  const embeddings = await embedReleases(prepared, embedder);
  const index = new SearchIndex(new ExactVectorIndex());
  index.add(
    prepared.map((one, i) => ({ prepared: one, fingerprint: '', embeddings: embeddings[i]! })),
  );
  const answerable = questions.filter(({ isAnswerable }) => isAnswerable);
  const step = Math.max(1, answerable.length / limit);
  const asked = Array.from(
    { length: Math.min(limit, answerable.length) },
    (_, i) => answerable[Math.floor(i * step)]!,
  );
  const ranks: boolean[][] = [];
  const times: number[] = [];
  for (const { question, goldIds } of asked) {
    const folded = fold(question, tables).text.trim();
    const embedding = await embedder.embedQuery(folded);
    const started = performance.now();
    const found = retrieve(index, folded, embedding);
    times.push(performance.now() - started);
    ranks.push(found.map(({ prepared: { release } }) => goldIds.includes(release.id)));
  }
  const recall = (k: number): string =>
    mean(ranks.map((isGold) => Number(isGold.slice(0, k).includes(true)))).toFixed(3);
  const mrr = mean(ranks.map((isGold) => reciprocalRank(isGold, 10))).toFixed(3);
  const cells = [name, asked.length, recall(1), recall(5), recall(12), mrr];
  return `| ${[...cells, median(times).toFixed(1)].join(' | ')} |`;
}

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    set: { type: 'string' },
    limit: { type: 'string', default: '500' },
    model: { type: 'string', default: 'models/presscite-static' },
  },
});

if (options.data === undefined) {
  process.stderr.write('usage: npx tsx src/train/measure-retrieval.ts --data DIR [--set NAME]\n');
  process.exitCode = 2;
} else {
  const embedder = await loadTransformersEmbedder({
    model: options.model,
    cacheFolder: options.model,
  });
  process.stdout.write(
    '| set | questions | R@1 | R@5 | R@12 | MRR@10 | ms |\n|---|---|---|---|---|---|---|\n',
  );
  const names = (await listEvalSets(options.data)).filter(
    (name) => options.set === undefined || name === options.set,
  );
  for (const name of names) {
    const row = await measure(
      await readEvalSet(options.data, name),
      embedder,
      Number(options.limit),
    );
    process.stdout.write(`${row}\n`);
  }
}
