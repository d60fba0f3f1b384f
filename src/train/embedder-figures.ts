/** The figures of the model card, measured on the model as the product loads it. */
import { loadFoldTables } from '../adapters/han-tables.js';
import { loadTransformersEmbedder } from '../adapters/transformers-embedder.js';
import {
  cosineAlone,
  measureSet,
  readEnglishSet,
  readQuestionSet,
  type EmbedTexts,
  type MeasuredSet,
} from './embedder-measure.js';

/** None of them was trained on. */
const questionSets = ['cmrc2018', 'drcd', 'secnews_mrc', 'dureader_robust', 'ncp_policies', 'rgb'];

/**
 * Measures every set, and how many texts a second the adapter embeds.
 * @returns tables in Markdown, in per cent
 */
export async function reportFigures(
  data: string,
  dir: string,
  progress: (message: string) => void,
): Promise<string> {
  const embedder = await loadTransformersEmbedder({ model: dir, cacheFolder: dir });
  const tables = loadFoldTables();
  const speed = { texts: 0, milliseconds: 0 };
  const timed: EmbedTexts = async (folded) => {
    const start = performance.now();
    const embeddings = await embedder.embedPassages(folded);
    speed.texts += folded.length;
    speed.milliseconds += performance.now() - start;
    return embeddings;
  };
  const lines: string[] = [];
  const report = async (name: string, set: MeasuredSet): Promise<void> => {
    for (const { weight, recall1, recall10, sentence1 } of await measureSet(set, timed)) {
      const cells = [name, weightName(weight), ...[recall1, recall10, sentence1].map(percent)];
      lines.push(`| ${cells.join(' | ')} |`);
    }
    progress(`${name}: ${set.releases.length} releases, ${set.questions.length} questions`);
  };
  for (const name of questionSets) await report(name, await readQuestionSet(data, name, tables));
  await report('press_release_archive_en', await readEnglishSet(data, tables));
  const perSecond = Math.round((1000 * speed.texts) / speed.milliseconds);
  return [
    '| set | weight of the cosine | R@1 | R@10 | sentence hit@1 |',
    '|---|---|---|---|---|',
    ...lines,
    '',
    `${speed.texts} texts embedded, ${perSecond} a second`,
    '',
  ].join('\n');
}

function weightName(weight: number): string {
  if (weight === 0) return 'BM25 alone';
  return weight === cosineAlone ? 'cosine alone' : String(weight);
}

function percent(share: number): string {
  return Number.isNaN(share) ? '' : (100 * share).toFixed(1);
}
