/** Turns the development sets into pairs of folded texts that should lie close together. */
import { join } from 'node:path';
import {
  foldedPassage,
  foldedSentence,
  bareRelease,
  prepareRelease,
  type PreparedRelease,
} from '../core/corpus/corpus.js';
import { fold, type FoldTables } from '../core/text/fold.js';
import type { Passage } from '../core/text/passages.js';
import { labelledPairRow, pairRow, questionRow, readRows, textRow } from './embedder-data.js';
import type { Random } from './random.js';

/** A query and a passage, both folded. Passages of one `group` are never negatives for each other's queries. */
export interface TextPair {
  readonly query: string;
  readonly passage: string;
  readonly group: string;
}

/** The pairs of one set; batches never mix sets, or the set itself would tell a pair from its negatives. */
export interface PairSet {
  readonly name: string;
  readonly pairs: readonly TextPair[];
}

/** The first rows of the English archive are the test. */
export const englishTestRows = 5000;

/** How often a cloze query stays in its passage, so that shared words keep their worth. */
const keptClozeShare = 0.2;

/** Cloze queries are sentences of this many folded characters: shorter ones say nothing, longer ones are lists. */
const clozeQueryLength = { least: 8, most: 90 };

/** Characters of an English release in which its subject is named. */
const openingLength = 1500;

/** A bare text as a release, for what needs no metadata. */
export function prepareText(id: string, text: string, tables: FoldTables): PreparedRelease {
  return prepareRelease(bareRelease(id, text), tables);
}

/** Questions of cmrc2018_train with the passage that holds their answer. */
export async function questionPairs(dir: string, tables: FoldTables): Promise<PairSet> {
  const texts = new Map<string, PreparedRelease>();
  for await (const { id, text } of readRows(join(dir, 'cmrc2018_train.corpus.jsonl'), textRow)) {
    texts.set(id, prepareText(id, text, tables));
  }
  const pairs: TextPair[] = [];
  for await (const row of readRows(join(dir, 'cmrc2018_train.qa.jsonl'), questionRow)) {
    const id = row.doc_ids[0]!;
    const text = texts.get(id);
    const [span] = row.answer_spans;
    if (!text || !span) continue;
    const found = text.passages.findIndex(
      ({ first, last }) =>
        text.sentences[first]!.start <= span[0] && span[1] <= text.sentences[last]!.end,
    );
    if (found === -1) continue;
    pairs.push({
      query: fold(row.question, tables).text,
      passage: foldedPassage(text, text.passages[found]!),
      group: `${id}#${found}`,
    });
  }
  return { name: 'cmrc2018_train', pairs };
}

/**
 * One sentence of each passage of the news texts that has three or more, with the rest of its passage (inverse cloze).
 * @param mostTexts how many texts are read
 */
export async function clozePairs(
  dir: string,
  tables: FoldTables,
  mostTexts: number,
  random: Random,
): Promise<PairSet> {
  const pairs: TextPair[] = [];
  let texts = 0;
  for await (const { id, text } of readRows(join(dir, 'crud.corpus.jsonl.gz'), textRow)) {
    if (texts++ === mostTexts) break;
    const prepared = prepareText(id, text, tables);
    for (const [i, passage] of prepared.passages.entries()) {
      const pair = clozePair(prepared, passage, random);
      if (pair) pairs.push({ ...pair, group: `${id}#${i}` });
    }
  }
  return { name: 'crud', pairs };
}

function clozePair(
  text: PreparedRelease,
  { first, last }: Passage,
  random: Random,
): Omit<TextPair, 'group'> | null {
  if (last - first < 2) return null;
  const chosen = first + Math.floor(random() * (last - first + 1));
  const query = foldedSentence(text, chosen).trim();
  if (query.length < clozeQueryLength.least || query.length > clozeQueryLength.most) return null;
  const kept = random() < keptClozeShare;
  let passage = '';
  for (let s = first; s <= last; s++) {
    if (s !== chosen || kept) passage += foldedSentence(text, s);
  }
  return { query, passage };
}

/** Headlines of official news with the first passage of their lead. */
export async function headlinePairs(dir: string, tables: FoldTables): Promise<PairSet> {
  const pairs: TextPair[] = [];
  for await (const { query, passage } of readRows(join(dir, 'xwlb.pairs.jsonl.gz'), pairRow)) {
    const lead = prepareText('', passage, tables);
    if (!lead.passages[0]) continue;
    pairs.push({
      query: fold(query, tables).text,
      passage: foldedPassage(lead, lead.passages[0]),
      group: passage,
    });
  }
  return { name: 'xwlb', pairs };
}

/** Questions on government notices with their answers, without the texts that the measure asks about. */
export async function noticePairs(dir: string, tables: FoldTables): Promise<PairSet> {
  const measured = new Set<string | undefined>();
  for await (const { docid } of readRows(join(dir, 'ncp_policies.qa.jsonl'), questionRow)) {
    measured.add(docid);
  }
  const pairs: TextPair[] = [];
  for await (const row of readRows(join(dir, 'ncp_policies.pairs.jsonl'), pairRow)) {
    if (measured.has(row.docid)) continue;
    pairs.push({
      query: fold(row.query, tables).text,
      passage: fold(row.passage, tables).text,
      group: row.passage,
    });
  }
  return { name: 'ncp_policies.pairs', pairs };
}

/** Sentences that people called alike. */
export async function paraphrasePairs(dir: string, tables: FoldTables): Promise<PairSet> {
  const pairs: TextPair[] = [];
  for await (const row of readRows(join(dir, 'zh_sts.pairs.jsonl.gz'), labelledPairRow)) {
    if (row.label < (row.set === 'STSB' ? 4 : 1)) continue;
    pairs.push({
      query: fold(row.a, tables).text,
      passage: fold(row.b, tables).text,
      group: row.b,
    });
  }
  return { name: 'zh_sts', pairs };
}

/** Titles of English press releases with one of their first passages. */
export async function titlePairs(
  dir: string,
  tables: FoldTables,
  random: Random,
): Promise<PairSet> {
  const pairs: TextPair[] = [];
  let row = 0;
  for await (const { id, title, text } of readRows(
    join(dir, 'press_release_archive_en.corpus.jsonl.gz'),
    textRow,
  )) {
    if (row++ < englishTestRows || !title) continue;
    const opening = prepareText(id, text.slice(0, openingLength), tables);
    const passage = opening.passages[Math.floor(random() * opening.passages.length)];
    if (!passage) continue;
    pairs.push({
      query: fold(title, tables).text,
      passage: foldedPassage(opening, passage),
      group: id,
    });
  }
  return { name: 'press_release_archive_en', pairs };
}
