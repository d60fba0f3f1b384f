/** Reading what an evaluation needs: corpora and questions as `.jsonl`, plain or gzipped. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { AppError } from '../core/app-error.js';
import { bareRelease } from '../core/corpus/corpus.js';
import type { EvalQuestion, EvalSet } from '../core/measures/outcome-measures.js';

const textSchema = z.object({ id: z.string(), title: z.string().nullish(), text: z.string() });

const questionSchema = z.object({
  question: z.string(),
  answers: z.array(z.string()).default([]),
  doc_ids: z.array(z.string()).default([]),
  answerable: z.boolean().default(true),
  /** Texts with planted false facts: nobody published them, so they are left out. */
  counterfactual_ids: z.array(z.string()).default([]),
});

const draftSchema = z.object({
  question: z.string(),
  evidence: z.array(z.object({ id: z.string(), text: z.string() })).min(1),
  draft: z.string(),
});

/** A recorded draft as a line of a file. */
export type DraftRecord = z.infer<typeof draftSchema>;

/**
 * Reads recorded drafts, lines `{"question","evidence":[{"id","text"}],"draft"}`.
 * @throws AppError when the file cannot be read or a line is not a record
 */
export function readRecordedDrafts(file: string): Promise<DraftRecord[]> {
  return readLines(file, draftSchema);
}

/** Known-item search asks for each fifth of the first 5,000 texts by its title. */
const knownItems = { texts: 5000, every: 5 };

/** Names of the sets in a folder: those with `NAME.corpus.jsonl(.gz)` and, unless titles serve, `NAME.qa.jsonl`. */
export async function listEvalSets(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => {
    throw unreadable(folder);
  });
  return files
    .flatMap((file) => /^(.+)\.corpus\.jsonl(?:\.gz)?$/u.exec(file)?.[1] ?? [])
    .filter((name) => files.includes(`${name}.qa.jsonl`) || isTitled(name))
    .toSorted();
}

/** Reads a set of a folder by its name. */
export async function readEvalSet(folder: string, name: string): Promise<EvalSet> {
  const files = await readdir(folder);
  const corpus = files.find((file) => file.startsWith(`${name}.corpus.jsonl`))!;
  const questions = `${name}.qa.jsonl`;
  return files.includes(questions)
    ? readEvalFiles(name, path.join(folder, corpus), path.join(folder, questions))
    : knownItemSet(name, await readTexts(path.join(folder, corpus)));
}

/**
 * Reads a set from its two files.
 * @throws AppError when a file cannot be read or a line is not a record
 */
export async function readEvalFiles(
  name: string,
  corpus: string,
  questions: string,
): Promise<EvalSet> {
  const asked = await readLines(questions, questionSchema);
  const planted = new Set(asked.flatMap((question) => question.counterfactual_ids));
  const texts = (await readTexts(corpus)).filter(({ id }) => !planted.has(id));
  return {
    name,
    releases: texts.map((text) => ({
      ...bareRelease(text.id, text.text),
      title: text.title ?? null,
    })),
    questions: asked.map(
      ({ question, answers, doc_ids: goldIds, answerable: isAnswerable }): EvalQuestion => ({
        question,
        answers,
        goldIds,
        isAnswerable,
      }),
    ),
  };
}

type TextRecord = z.infer<typeof textSchema>;

function readTexts(file: string): Promise<TextRecord[]> {
  return readLines(file, textSchema);
}

/** Titles are worth asking for where they were written by hand. */
function isTitled(name: string): boolean {
  return name.startsWith('press_release_archive');
}

function knownItemSet(name: string, texts: readonly TextRecord[]): EvalSet {
  const searched = texts.slice(0, knownItems.texts);
  return {
    name: `${name} (title → release)`,
    releases: searched.map(({ id, text }) => bareRelease(id, text)),
    questions: searched
      .filter((_, i) => i % knownItems.every === 0)
      .map(({ id, title }) => ({
        question: title ?? '',
        answers: [],
        goldIds: [id],
        isAnswerable: true,
      })),
  };
}

async function readLines<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const bytes = await readFile(file).catch(() => {
    throw unreadable(file);
  });
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    try {
      return [schema.parse(JSON.parse(line))];
    } catch (cause) {
      throw new AppError(`${file}: line ${i + 1} is not a record of an evaluation set`, {
        userMessage: 'The evaluation set cannot be read.',
        cause,
      });
    }
  });
}

function unreadable(file: string): AppError {
  return new AppError(`cannot read ${file}`, { userMessage: 'The evaluation set cannot be read.' });
}
