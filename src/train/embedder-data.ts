/** Reads the development sets (DATA.md) for training and measuring the embedder. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';

/** A text of a `*.corpus.jsonl` set. */
export const textRow = z.object({ id: z.string(), title: z.string().optional(), text: z.string() });

/** A question of a `*.qa.jsonl` set; `doc_ids` name the texts that answer it. */
export const questionRow = z.object({
  question: z.string(),
  answers: z.array(z.string()),
  answer_spans: z.array(z.tuple([z.number(), z.number()])).default([]),
  doc_ids: z.array(z.string()),
  answerable: z.boolean().default(true),
  counterfactual_ids: z.array(z.string()).default([]),
  docid: z.string().optional(),
});

/** A query and a passage that belong together. */
export const pairRow = z.object({
  query: z.string(),
  passage: z.string(),
  docid: z.string().optional(),
});

/** Two sentences with the label that their set gives them: 0 or 1, for STSB 0 to 5. */
export const labelledPairRow = z.object({
  set: z.string(),
  a: z.string(),
  b: z.string(),
  label: z.coerce.number(),
});

/**
 * Reads a `.jsonl` or `.jsonl.gz` file row by row.
 * @throws when the file cannot be read or a row does not fit the schema, with file and line
 */
export async function* readRows<T>(file: string, schema: z.ZodType<T>): AsyncGenerator<T> {
  const bytes = createReadStream(file);
  const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  let line = 0;
  for await (const json of createInterface({ input, crlfDelay: Infinity })) {
    line++;
    const row = schema.safeParse(JSON.parse(json));
    if (!row.success) throw new Error(`${file}:${line}: ${z.prettifyError(row.error)}`);
    yield row.data;
  }
}

/** All rows of a file; see {@link readRows}. */
export async function readAllRows<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const rows: T[] = [];
  for await (const row of readRows(file, schema)) rows.push(row);
  return rows;
}
