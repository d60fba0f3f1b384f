/** The releases of knowledge/, read and indexed without embeddings. */
import { readFileSync } from 'node:fs';
import { parseTextFile } from '../../src/adapters/text-format.js';
import { indexOf } from './corpus-of.js';
import { tables } from './tables.js';

const file = '000_9ab38b60921dbbaf.txt';
export const seedText = readFileSync(`knowledge/${file}`, 'utf8');
export const seed = indexOf(parseTextFile(file, seedText, null, tables).releases);

/** Every sentence as it stands in its release, with its place there, counted from 0. */
export const seedSentences = seed.releases.flatMap(({ prepared: { release, sentences } }) =>
  sentences.map(({ start, end }, at) => ({ release, at, text: release.body.slice(start, end) })),
);
