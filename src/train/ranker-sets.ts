/** The labelled sets that the ranker is trained and measured on. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadFoldTables } from '../adapters/han-tables.js';
import {
  bareRelease,
  foldedSentence,
  prepareRelease,
  type PreparedRelease,
} from '../core/corpus/corpus.js';
import { fold } from '../core/text/fold.js';
import { LexicalIndex } from '../core/search/lexical-index.js';
import { analyzeQuestion, type Question } from '../core/question/question.js';
import { SearchIndex } from '../core/search/search-index.js';
import { ExactVectorIndex } from '../core/search/vector-index.js';

/** A question with the answers that people gave. */
export interface LabelledQuestion {
  readonly id: string;
  readonly question: Question;
  readonly foldedText: string;
  /** Folded, without white space. */
  readonly answers: readonly string[];
  /** Positions of the gold releases in the set. */
  readonly gold: readonly number[];
  readonly isAnswerable: boolean;
}

/** A corpus with its questions, indexed. */
export interface LabelledSet {
  readonly name: string;
  readonly releases: readonly PreparedRelease[];
  /** Per release and sentence the folded text without white space: what answers are looked for in. */
  readonly bare: readonly (readonly string[])[];
  readonly questions: readonly LabelledQuestion[];
  /** The position of a release in `releases`. */
  readonly positionOf: ReadonlyMap<PreparedRelease, number>;
  readonly index: SearchIndex;
  /** Postings of the releases, by their numbers in the index. */
  readonly statistics: LexicalIndex;
}

interface TextRecord {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
}

interface QuestionRecord {
  readonly id: string;
  readonly question: string;
  readonly answers: readonly string[];
  readonly doc_ids: readonly string[];
  readonly answerable?: boolean;
}

/** The sets by name; `cmrc2018_train` is for training only. */
export const setNames = [
  'cmrc2018_train',
  'cmrc2018',
  'drcd',
  'secnews_mrc',
  'dureader_robust',
  'ncp_policies',
  'rgb',
  'dureader_checklist',
] as const;

const tables = loadFoldTables();

/** Folds a text and leaves out its white space. */
export function bareText(text: string): string {
  return fold(text, tables).text.replace(/\s+/gu, '');
}

/** Loads a set; null when the folder does not hold it. */
export function loadSet(folder: string, name: string): LabelledSet | null {
  const corpusFile = join(folder, `${name}.corpus.jsonl`);
  if (!existsSync(corpusFile)) return null;
  const questions = readLines<QuestionRecord>(join(folder, `${name}.qa.jsonl`));
  // Passages with planted false facts are no text that anybody published.
  const planted = new Set(
    questions.flatMap(
      (record) => (record as { counterfactual_ids?: string[] }).counterfactual_ids ?? [],
    ),
  );
  const texts = readLines<TextRecord>(corpusFile).filter(({ id }) => !planted.has(id));
  const position = new Map(texts.map(({ id }, i) => [id, i]));
  const releases = texts.map(prepareText);
  return {
    name,
    releases,
    positionOf: new Map(releases.map((release, i) => [release, i])),
    bare: releases.map((release) =>
      release.sentences.map((_, s) => foldedSentence(release, s).replace(/\s+/gu, '')),
    ),
    questions: questions.map((record) => labelQuestion(record, position)),
    ...indexReleases(releases),
  };
}

function labelQuestion(
  record: QuestionRecord,
  position: ReadonlyMap<string, number>,
): LabelledQuestion {
  const foldedText = fold(record.question, tables).text;
  return {
    id: record.id,
    question: analyzeQuestion(foldedText),
    foldedText,
    answers: record.answers.map(bareText).filter((answer) => answer !== ''),
    gold: record.doc_ids.flatMap((id) => position.get(id) ?? []),
    isAnswerable: record.answerable !== false,
  };
}

/** Prepares a text that is no file of its own. */
export function prepareText({ id, text, title }: TextRecord): PreparedRelease {
  return prepareRelease({ ...bareRelease(id, text), title: title ?? null }, tables);
}

/** Indexes releases. Without embeddings every passage has the same one. */
export function indexReleases(
  releases: readonly PreparedRelease[],
  embeddingsOf?: (release: PreparedRelease) => readonly Float32Array[],
): Pick<LabelledSet, 'index' | 'statistics'> {
  const index = new SearchIndex(new ExactVectorIndex());
  index.add(
    releases.map((prepared) => ({
      prepared,
      fingerprint: '',
      embeddings: embeddingsOf?.(prepared) ?? prepared.passages.map(() => Float32Array.of(1)),
    })),
  );
  return { index, statistics: new LexicalIndex([index.state().releaseTerms]) };
}

function readLines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
