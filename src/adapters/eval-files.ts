/** Reading what an evaluation needs: questions and recorded drafts as `.jsonl`, plain or gzipped. */
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { AppError } from '../core/app-error.js';
import type { EvalQuestion } from '../core/measures/answer-measures.js';

const questionSchema = z.object({
  id: z.union([z.string(), z.number().transform(String)]).default(''),
  question: z.string(),
  answers: z.array(z.string()).default([]),
  doc_ids: z.array(z.string()).default([]),
  answerable: z.boolean().default(true),
  type: z.string().default('question'),
  v: z.string().nullish(),
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

/**
 * Reads questions, lines `{"id"?,"question","answers","doc_ids","answerable"?,"type"?,"v"?}`.
 * @throws AppError when the file cannot be read or a line is not a record
 */
export async function readEvalQuestions(file: string): Promise<EvalQuestion[]> {
  const rows = await readLines(file, questionSchema);
  return rows.map(({ id, question, answers, doc_ids: goldIds, answerable, type, v }) => ({
    id,
    question,
    type,
    answers,
    goldIds,
    isAnswerable: answerable,
    verdict: v === 'yes' || v === 'no' ? v : null,
  }));
}

async function readLines<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const bytes = await readFile(file).catch(() => {
    throw new AppError(`cannot read ${file}`, {
      userMessage: 'The evaluation set cannot be read.',
    });
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
