/** Background statistics from unlabelled texts: in what share of them a character or a character pair occurs. */
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { loadFoldTables } from '../adapters/han-tables.js';
import type { SavedBackground } from '../core/search/background.js';
import { fold } from '../core/text/fold.js';
import { isHan } from '../core/text/terms.js';

/** News texts to count in: 20,000 settle every share above 1 in 1,000 to within a tenth. */
const mostTexts = 20_000;

/** Terms in at least this share of the texts are saved; rarer ones are all rare alike. */
const leastShare = 0.002;

/** Counts characters and pairs in the first texts of `crud.corpus.jsonl.gz`; empty when the folder lacks it. */
export async function countBackground(folder: string): Promise<SavedBackground> {
  const file = join(folder, 'crud.corpus.jsonl.gz');
  const found = new Map<string, number>();
  let texts = 0;
  if (existsSync(file)) {
    const tables = loadFoldTables();
    const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) });
    for await (const line of lines) {
      const { text } = JSON.parse(line) as { text: string };
      for (const term of hanTerms(fold(text, tables).text))
        found.set(term, (found.get(term) ?? 0) + 1);
      if (++texts >= mostTexts) break;
    }
  }
  return saveShares(found, Math.max(1, texts));
}

/** The distinct Han characters and pairs of a folded text. */
function hanTerms(folded: string): Set<string> {
  const terms = new Set<string>();
  for (let i = 0; i < folded.length; i++) {
    if (!isHan(folded.charCodeAt(i))) continue;
    terms.add(folded[i]!);
    if (isHan(folded.charCodeAt(i + 1))) terms.add(folded.slice(i, i + 2));
  }
  return terms;
}

function saveShares(found: ReadonlyMap<string, number>, texts: number): SavedBackground {
  const levels: string[][] = [];
  for (const [term, count] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (count / texts < leastShare) continue;
    const level = Math.round(-2 * Math.log2(count / texts));
    (levels[level] ??= []).push(term);
  }
  return {
    levels: Array.from(levels, (terms) => (terms ?? []).join(' ')),
    rareCharacter: leastShare / 2,
    rareTerm: leastShare / 8,
  };
}
