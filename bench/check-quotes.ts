/**
 * Measures the checking of quotes on a corpus of one's own:
 *
 *     npx tsx bench/check-quotes.ts CORPUS.jsonl [QUESTIONS.jsonl]
 *
 * CORPUS: lines {"id","text"}, the first 1,000 of them; QUESTIONS: lines {"question"}. Everything random is seeded.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { loadFoldTables } from '../src/adapters/han-tables.js';
import { createQuoteChecker } from '../src/app/check-quote.js';
import { bareText } from '../src/core/text/bare-text.js';
import { bareRelease, prepareRelease } from '../src/core/corpus/corpus.js';
import { fold } from '../src/core/text/fold.js';
import { SearchIndex } from '../src/core/search/search-index.js';
import { show } from '../src/core/text/show.js';
import { ExactVectorIndex } from '../src/core/search/vector-index.js';
import { alterations, seededRandom } from '../tests/support/alter-quote.js';

type Convert = (text: string) => string;
const { Converter } = createRequire(import.meta.url)('opencc-js') as {
  Converter: (between: { from: string; to: string }) => Convert;
};

const releaseCount = 1000;
const sentenceCount = 1000;
const alteredCount = 60; // of each kind

const tables = loadFoldTables();
const random = seededRandom(1);
const [corpusFile, questionFile] = process.argv.slice(2);
if (corpusFile === undefined) throw new Error('name a corpus: lines {"id","text"}');

function readLines<T>(file: string): T[] {
  const bytes = readFileSync(file);
  const text = file.endsWith('.gz') ? gunzipSync(bytes).toString() : bytes.toString();
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const index = new SearchIndex(new ExactVectorIndex());
const noEmbedding = new Float32Array([1]); // quotes are found by their words alone
index.add(
  readLines<{ id: string; text: string }>(corpusFile)
    .slice(0, releaseCount)
    .map(({ id, text }) => {
      const prepared = prepareRelease(bareRelease(id, text), tables);
      return { prepared, fingerprint: '', embeddings: prepared.passages.map(() => noEmbedding) };
    }),
);
const { check, recognise } = createQuoteChecker(index, tables);
const bare = (text: string) => bareText(fold(text, tables).text, tables.exchanged, true).text;
const sentences = index.releases.flatMap(({ prepared: { release, sentences: spans } }) =>
  spans.map(({ start, end }, at) => ({
    id: release.id,
    at,
    text: show(release.body.slice(start, end), tables).text,
  })),
);
const worded = sentences.filter(({ text }) => bare(text) !== '');
const any = () => worded[Math.floor(random() * worded.length)]!;
const times: number[] = [];

function verdictOf(text: string) {
  const started = performance.now();
  const result = check(text);
  times.push(performance.now() - started);
  return result;
}

function printTimes(what: string, spent: readonly number[]): void {
  const sorted = spent.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(1);
  print(`${what}: median ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms`);
}

const toSimplified = Converter({ from: 't', to: 'cn' });
const toTaiwan = Converter({ from: 'cn', to: 'tw' });
const toHongKong = Converter({ from: 'cn', to: 'hk' });
const ways: Record<string, Convert> = {
  'as it stands': (text) => text,
  simplified: toSimplified,
  'in the glyphs of Taiwan': (text) => toTaiwan(toSimplified(text)),
  'in the glyphs of Hong Kong': (text) => toHongKong(toSimplified(text)),
  'in full width': (text) => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
  'in capitals': (text) => text.toUpperCase(),
  'broken into lines': (text) => text.replace(/(.{12})/gsu, '$1\n'),
};
print(`${index.size} releases, ${worded.length} sentences`);
const sample = Array.from({ length: sentenceCount }, any);
for (const [way, convert] of Object.entries(ways)) {
  const wrong = sample.filter(({ text }) => verdictOf(convert(text)).verdict !== 'verbatim');
  print(`true quotes ${way}: ${wrong.length} of ${sample.length} not called verbatim`);
}
printTimes('a true quote', times.splice(0));

const originals = index.releases.map(({ prepared: { release } }) => bare(release.body)).join('\n');
const totals = { made: 0, noticed: 0, figures: 0, figuresFirst: 0 };
for (const [name, alter] of Object.entries(alterations)) {
  let made = 0;
  let noticed = 0;
  for (let tries = 0; made < alteredCount && tries < 30 * alteredCount; tries++) {
    const [one, other] = [any(), any()];
    if (one.text.length < 12 || (one.id === other.id && Math.abs(one.at - other.at) < 2)) continue;
    const altered = alter(one.text, random, other.text);
    if (altered === null || originals.includes(bare(altered))) continue;
    made++;
    const { verdict, parts } = verdictOf(made % 2 === 0 ? altered : toSimplified(altered));
    const isNoticed = verdict === 'altered' || verdict === 'stitched';
    if (isNoticed) noticed++;
    if (!/digit|point|figure/.test(name)) continue;
    totals.figures++;
    if (parts.flatMap(({ changes }) => changes)[0]?.kind === 'figure') totals.figuresFirst++;
  }
  totals.made += made;
  totals.noticed += noticed;
  print(`${name}: ${noticed} of ${made} noticed`);
}
print(`altered: ${totals.noticed} of ${totals.made} noticed; a changed figure told first: ${totals.figuresFirst} of ${totals.figures}`); // prettier-ignore
printTimes('an altered quote', times.splice(0));

for (const length of [300, 5000]) {
  for (let i = 0; i < 30; i++) {
    let text = '';
    while (text.length < length) text += any().text.replace(/\d/, '7');
    verdictOf(text.slice(0, length));
  }
  printTimes(`${length} characters of sentences from everywhere`, times.splice(0));
}

const recognised = sample.filter(({ text }) => recognise({ text, isForwarded: false }) !== null);
print(`sentences taken for quotations: ${recognised.length} of ${sample.length}`);
if (questionFile !== undefined) {
  const questions = readLines<{ question: string }>(questionFile).map(({ question }) => question);
  const taken = questions.filter((text) => recognise({ text, isForwarded: false }) !== null);
  print(`questions taken for quotations: ${taken.length} of ${questions.length}`);
  for (const text of taken) print(`  ${text}`);
}
